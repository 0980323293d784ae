package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;

/** What somebody sees when a request is refused: a page of ours, in his language. */
class ErrorPagesTest {

  @TempDir private static Path folder;
  private static ConsoleUnderTest console;
  private static Wire wire;
  private static Browser ops;

  @BeforeAll
  static void start() {
    console = new ConsoleUnderTest(folder);
    wire = new Wire(console.at("/"));
    ops = console.signedIn(Role.OPS);
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  private static String ask(String method, String path, String language, String... headers) {
    String more = headers.length == 0 ? "X-None: x" : String.join("\r\n", headers);
    return wire.ask(
        method + " " + path + " HTTP/1.1",
        "Host: localhost",
        "Accept: text/html",
        "Accept-Language: " + language,
        "Cookie: console-0=" + ops.session(),
        more);
  }

  private static void assertPage(String answer, int status, String text) {
    assertThat(Wire.statusOf(answer)).isEqualTo(status);
    assertThat(answer)
        .contains("<main id=\"main\"", text, "nosniff", "default-src 'self'")
        .doesNotContain("Exception", "\tat ", "springframework", "Tomcat", "Whitelabel");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /nothing | 404 | en | There is no such page",
        "GET | /nothing | 404 | zh-TW | 沒有這個頁面",
        "GET | /audit | 403 | en | You are not allowed to do this.",
        "POST | /audit/verify | 403 | zh-TW | 您沒有這項權限",
        "POST | / | 403 | en | You are not allowed to do this.",
        "GET | /assets/own;x/console.css | 400 | en | The request was not understood.",
        "GET | /assets/own;x/console.css | 400 | zh-CN | 无法理解该请求",
        "GET | /assets/own;y/console.css | 400 | zh-TW | 無法理解這項要求",
        "PUT | / | 400 | en | The request was not understood.",
      })
  void refusal_isAPageOfOurs(String method, String path, int status, String language, String text) {
    assertPage(ask(method, path, language, "Content-Length: 0"), status, text);
  }

  @Test
  void form_isRefusedAsTooLarge() {
    String body = "a=" + "b".repeat(600_000);
    String answer =
        wire.send(
            String.join(
                "\r\n",
                "POST /language HTTP/1.1",
                "Host: localhost",
                "Accept: text/html",
                "Cookie: console-0=" + ops.session(),
                "X-CSRF-TOKEN: " + ops.csrf("/"),
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + body.length(),
                "Connection: close",
                "",
                body));
    assertPage(answer, 413, "What was sent is larger than what is taken here.");
  }

  @Test
  void method_isToldToBeTheWrongOne() {
    String answer = ask("POST", "/", "en", "Content-Length: 0", "X-CSRF-TOKEN: " + ops.csrf("/"));
    assertPage(answer, 405, "The request was not understood.");
  }

  /** No page of ours can be made yet: an answer without a body, which browsers have a page for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%2e%2e/ HTTP/1.1",
        "GET /a/../../etc/passwd HTTP/1.1",
        "GET /% HTTP/1.1",
        "GET /%00 HTTP/1.1",
        "GET /%ff HTTP/1.1",
        "GET /<script> HTTP/1.1",
        "GET / / HTTP/1.1",
        "GET \\ HTTP/1.1",
        "G(T / HTTP/1.1",
        "GET / HTTP/9.9",
        "GET / HTTP/1.1\r\nTransfer-Encoding: never",
        "GET / HTTP/1.1\r\nContent-Length: x",
        "GET / HTTP/1.1\r\nHost: a b",
        "what",
      })
  void malformedRequest_isRefused_byNobodyInParticular(String line) {
    String answer = wire.ask(line, "Host: localhost");
    assertThat(Wire.statusOf(answer)).isBetween(400, 505);
    assertThat(answer).endsWith("\r\n\r\n");
    assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("tomcat", "server:", "apache");
  }
}
