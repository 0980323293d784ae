package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;

class ConsoleServerTest {

  @TempDir private static Path folder;
  private static ConsoleUnderTest console;

  @BeforeAll
  static void start() {
    console = new ConsoleUnderTest(folder);
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  @Test
  void nobody_isSentToTheSignInPage() {
    HttpResponse<String> answer = console.browser().get("/");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
  }

  @Test
  void wrongPassword_isRefused_withoutSayingWhatWasWrong() {
    Browser browser = console.browser();

    HttpResponse<String> answer =
        browser.post(
            "/sign-in", Map.of("username", "ops", "password", "wrong"), browser.csrf("/sign-in"));

    assertThat(browser.get(answer.headers().firstValue("Location").orElseThrow()).body())
        .contains("Name or password is not right");
  }

  @Test
  void signedIn_seesTheRuns_andWhoHeIs() {
    HttpResponse<String> home = console.signedIn(Role.OPS).get("/");

    assertThat(home.statusCode()).isEqualTo(200);
    assertThat(home.body()).contains("<h1>Incidents</h1>", "No run yet.", ">ops<");
  }

  @Test
  void language_isKept() {
    Browser browser = console.signedIn(Role.BPM);

    HttpResponse<String> changed =
        browser.post("/language", Map.of("language", "zh-TW", "back", "/"), browser.csrf("/"));

    assertThat(changed.headers().firstValue("Location").orElse("")).endsWith("/");
    assertThat(browser.get("/").body()).contains("還沒有核對紀錄", "lang=\"zh-TW\"");
  }

  @Test
  void page_hasNoInlineScript_andForbidsOthers() {
    HttpResponse<String> page = console.browser().get("/sign-in");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("<style", " style=", "<script>", "onclick");
  }

  @Test
  void assets_areThere() {
    for (String asset :
        new String[] {
          "/assets/own/console.css",
          "/assets/own/console.js",
          "/assets/htmx/htmx.min.js",
          "/assets/echarts/echarts.min.js"
        }) {
      assertThat(console.browser().get(asset).statusCode()).as(asset).isEqualTo(200);
    }
  }

  @Test
  void whatIsNotThere_isTold() {
    HttpResponse<String> answer = console.signedIn(Role.OPS).get("/nothing");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no such page");
  }
}
