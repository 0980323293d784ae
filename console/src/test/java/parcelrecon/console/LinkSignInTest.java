package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.SignSettings;
import parcelrecon.console.site.ConsoleSettings;

/** A console without users: whoever sees its terminal signs in by a link. */
class LinkSignInTest {

  private static final Pattern SECRET =
      Pattern.compile("name=\"password\" value=\"([A-Za-z0-9_-]{43})\"");

  @TempDir private Path folder;
  private ConsoleUnderTest console;
  private final List<URI> shown = new ArrayList<>();

  @BeforeEach
  void start() {
    console =
        new ConsoleUnderTest(
            folder, new ConsoleSettings(ConsoleUnderTest.HERE, SignSettings.ONE_PERSON));
    console.server().showLinks(shown::add);
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private String link() {
    return shown.get(shown.size() - 1).getRawPath() + "?" + shown.get(shown.size() - 1).getQuery();
  }

  /** Presses the button of the page that the link leads to. */
  private static HttpResponse<String> press(Browser browser, String link) {
    Matcher secret = SECRET.matcher(browser.get(link).body());
    assertThat(secret.find()).isTrue();
    return browser.post(
        "/sign-in", Map.of("username", "local", "password", secret.group(1)), browser.csrf(link));
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void link_signsInOnce_howeverOftenItIsLookedAtBefore() {
    Browser browser = console.browser();
    browser.get(link());
    browser.get(link());
    assertThat(location(press(browser, link()))).isEqualTo("/");
    assertThat(browser.get("/").body()).contains(">local<", "href=\"/audit\"");
    assertThat(location(press(console.browser(), link()))).isEqualTo("/sign-in?error");
  }

  @Test
  void page_saysThatOnePersonIsNoTwo_andLeaksNoLink() {
    HttpResponse<String> page = console.browser().get(link());
    assertThat(page.body()).contains("needs two people, and therefore users");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void nobody_signsInWithoutTheLink() {
    for (String secret : List.of("", "x", "null", "A".repeat(43))) {
      Browser browser = console.browser();
      HttpResponse<String> answer =
          browser.post(
              "/sign-in",
              Map.of("username", "local", "password", secret),
              browser.csrf("/sign-in"));
      assertThat(location(answer)).isEqualTo("/sign-in?error");
    }
  }

  @Test
  void another_isShownOnTheTerminalOnly_andNotTooSoon() {
    Browser browser = console.browser();
    HttpResponse<String> answer = browser.post("/sign-in/link", Map.of(), browser.csrf("/sign-in"));
    assertThat(location(answer)).isEqualTo("/sign-in");
    assertThat(answer.body()).isEmpty();
    assertThat(shown).hasSize(1);
    assertThat(browser.post("/sign-in/link", Map.of(), "").statusCode()).isIn(302, 403);
  }
}
