package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;

/** What somebody may try who only reaches the port. */
class AttacksTest {

  @TempDir private static Path folder;
  private static ConsoleUnderTest console;
  private static Wire wire;

  @BeforeAll
  static void start() {
    console = new ConsoleUnderTest(folder);
    wire = new Wire(console.at("/"));
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/nothing", "/assets/own/console.css", "/error"})
  void everyAnswer_tellsBrowsersWhatToRefuse(String path) {
    HttpResponse<String> answer = console.browser().get(path);
    assertThat(header(answer, "Content-Security-Policy"))
        .contains(
            "default-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "object-src 'none'")
        .doesNotContain("unsafe", "*");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
    assertThat(header(answer, "Permissions-Policy")).contains("camera=()", "geolocation=()");
    assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(header(answer, "Server")).isEmpty();
  }

  @Test
  void pages_areKeptByNobody() {
    assertThat(header(console.signedIn(Role.OPS).get("/"), "Cache-Control")).contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8080",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "169.254.169.254",
        "",
      })
  void request_isRefused_underANameThatIsNotOfThisMachine(String host) {
    assertThat(Wire.statusOf(wire.ask("GET /sign-in HTTP/1.1", "Host: " + host))).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:1", "127.0.0.1:9", "[::1]:8080"})
  void request_isAnswered_underANameOfThisMachine(String host) {
    assertThat(Wire.statusOf(wire.ask("GET /sign-in HTTP/1.1", "Host: " + host))).isEqualTo(200);
  }

  @Test
  void address_isNotTakenFromHeaders_withoutATrustedProxy() {
    String answer =
        wire.ask(
            "GET / HTTP/1.1",
            "Host: localhost",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: https",
            "Forwarded: host=evil.example;proto=https");
    assertThat(answer).contains("Location: /sign-in").doesNotContain("evil.example", "Secure");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "FOO", "get"})
  void otherVerbs_areRefused(String verb) {
    assertThat(wire.status(verb, "/sign-in")).isIn(400, 403, 405, 501);
    assertThat(
            wire.status(
                "POST", "/sign-out", "X-HTTP-Method-Override: " + verb, "Content-Length: 0"))
        .isIn(302, 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/own/../../../application.properties",
        "/assets/own/..%2f..%2ftemplates/page/layout.html",
        "/assets/own/%2e%2e/%2e%2e/templates/page/layout.html",
        "/assets/own/%252e%252e/templates/page/layout.html",
        "/assets/own/..;/..;/templates/page/layout.html",
        "/assets/own/..\\..\\templates\\page\\layout.html",
        "/assets/own/..%5c..%5ctemplates%5cpage%5clayout.html",
        "/assets/own/%c0%ae%c0%ae/templates/page/layout.html",
        "/assets/own//etc/passwd",
        "/assets/own/%00console.css",
        "/assets/own/console.css%00.html",
        "/assets/htmx/../../../parcelrecon/console/ConsoleServer.class",
        "/assets/own/parcelrecon/console/ConsoleServer.class",
        "/assets/own/file:/etc/passwd",
        "//assets/own/console.css",
        "/assets/own;/console.css",
        "/sign-in/..;/audit",
        "/sign-in/%2e%2e/audit",
      })
  void path_leadsNowhereElse(String path) {
    String answer = wire.ask("GET " + path + " HTTP/1.1", "Host: localhost");
    assertThat(Wire.statusOf(answer)).isIn(302, 400, 401, 404);
    assertThat(answer)
        .doesNotContain("root:", "th:fragment", "Exception", "\tat ", "org.springframework");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/x\r\nSet-Cookie: a=b",
        "/%0d%0aSet-Cookie:a=b",
        "http:evil.example",
        " /evil",
      })
  void language_leadsBackToThisConsoleOnly(String back) {
    Browser browser = console.browser();
    HttpResponse<String> answer =
        browser.post("/language", Map.of("language", "en", "back", back), browser.csrf("/sign-in"));
    assertThat(header(answer, "Location")).matches("/(?![/\\\\]).*|/");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .noneSatisfy(cookie -> assertThat(cookie).startsWith("a=b"));
  }

  @Test
  void hugeBodies_areRefused_andTheNextRequestIsAnswered() {
    Browser browser = console.browser();
    String csrf = browser.csrf("/sign-in");
    HttpResponse<String> answer =
        browser.post("/sign-in", Map.of("username", "a".repeat(600_000)), csrf);
    assertThat(answer.statusCode()).isIn(302, 400, 403, 413);
    String fields = "a=1&".repeat(3_000);
    assertThat(wire.status("POST", "/sign-in?" + fields.substring(0, 4_000), "Content-Length: 0"))
        .isIn(302, 400, 403);
    assertThat(wire.status("GET", "/sign-in?" + "a".repeat(100_000))).isEqualTo(400);
    assertThat(wire.status("GET", "/sign-in", "X-Long: " + "a".repeat(100_000))).isEqualTo(400);
    assertThat(browser.get("/sign-in").statusCode()).isEqualTo(200);
  }

  @Test
  void slowBodies_areGivenUp_andKeepNobodyWaiting() {
    long begun = System.nanoTime();
    String answer =
        wire.send(
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 1000\r\n\r\nusername=a");
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(took).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(25));
    assertThat(Wire.statusOf(answer)).isNotEqualTo(200);
    assertThat(console.browser().get("/sign-in").statusCode()).isEqualTo(200);
  }

  @Test
  void requests_thatTwoServersWouldReadDifferently_areRefused() {
    assertThat(
            Wire.statusOf(
                wire.ask(
                    "POST /sign-in HTTP/1.1",
                    "Host: localhost",
                    "Content-Length: 5",
                    "Content-Length: 6")))
        .isEqualTo(400);
    assertThat(Wire.statusOf(wire.ask("GET /sign-in HTTP/1.1", "Host: localhost", "Host: other")))
        .isEqualTo(400);
    assertThat(Wire.statusOf(wire.ask("GET /sign-in HTTP/1.1"))).isEqualTo(400);
  }

  @Test
  void errorPages_sayNothingOfTheInside() {
    Browser browser = console.signedIn(Role.OPS);
    for (String path : List.of("/nothing", "/runs/x", "/runs/1/files/%3Cscript%3E", "/error")) {
      HttpResponse<String> answer = browser.get(path);
      assertThat(answer.body())
          .as(path)
          .doesNotContain("Exception", "\tat ", "springframework", "Whitelabel", "<script>");
    }
  }

  @Test
  void texts_areTexts_whateverTheyHold() {
    Browser browser = console.browser();
    String page =
        browser.get("/sign-in?error=%3Cscript%3Ealert(1)%3C/script%3E&link=%22%3E%3Cb%3E").body();
    assertThat(page).doesNotContain("<script>alert", "\"><b>");
  }
}
