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

/** Signing in with a password, the session it opens, and its end. */
class SignInTest {

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

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static HttpResponse<String> signIn(Browser browser, String name, String password) {
    return browser.post(
        "/sign-in", Map.of("username", name, "password", password), browser.csrf("/sign-in"));
  }

  @Test
  void cookie_isForThisHostAndItsPagesOnly() {
    HttpResponse<String> page = console.browser().get("/sign-in");
    assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
        .matches("console-0=[0-9A-F]{32}; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  void session_isAnotherOne_onceSomebodyHasSignedIn() {
    Browser browser = console.browser();
    browser.get("/sign-in");
    String planted = browser.session();
    signIn(browser, "ops", ConsoleUnderTest.PASSWORD);
    assertThat(browser.session()).isNotEqualTo(planted);
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
    HttpResponse<String> withPlanted =
        console.fresh().send(console.fresh().with("/", "console-0=" + planted).build());
    assertThat(withPlanted.statusCode()).isEqualTo(302);
  }

  @Test
  void session_isGone_afterSigningOut() {
    Browser browser = console.signedIn(Role.OPS);
    String session = browser.session();
    HttpResponse<String> out = browser.post("/sign-out", Map.of(), browser.csrf("/"));
    assertThat(location(out)).isEqualTo("/sign-in?logout");
    assertThat(browser.get("/sign-in?logout").body()).contains("You have signed out.");
    assertThat(
            console
                .fresh()
                .send(console.fresh().with("/", "console-0=" + session).build())
                .statusCode())
        .isEqualTo(302);
  }

  @Test
  void signOut_isNothingALinkCanDo() {
    Browser browser = console.signedIn(Role.OPS);
    assertThat(browser.get("/sign-out").statusCode()).isEqualTo(404);
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void signIn_leadsToThePageAskedFor_onThisConsoleOnly() {
    Browser browser = console.browser();
    browser.get("/nothing?here=1&there=%E5%BA%97");
    assertThat(location(signIn(browser, "ops", ConsoleUnderTest.PASSWORD)))
        .isEqualTo("/nothing?here=1&there=%E5%BA%97");
    Browser other = console.browser();
    other.get("/sign-in?continue=https://evil.example/&url=//evil.example");
    assertThat(location(signIn(other, "ops", ConsoleUnderTest.PASSWORD))).isEqualTo("/");
  }

  @Test
  void partOfAPage_sendsTheWholePageToSignIn_whenNobodyIsSignedInAnyMore() {
    Browser browser = console.browser();
    HttpResponse<String> answer =
        browser.send(browser.request("/runs/1/progress").header("HX-Request", "true").build());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("HX-Redirect")).contains("/sign-in");
    assertThat(location(signIn(browser, "ops", ConsoleUnderTest.PASSWORD))).isEqualTo("/");
  }

  @Test
  void form_leadsToSignIn_whenItsSessionHasEnded() {
    Browser browser = console.browser();
    assertThat(location(browser.post("/runs", Map.of("title", "x"), "of-an-older-session")))
        .isEqualTo("/sign-in");
  }

  @Test
  void form_isRefused_withoutTheTokenOfItsOwnSession() {
    Browser browser = console.signedIn(Role.OPS);
    String others = console.signedIn(Role.BPM).csrf("/");
    assertThat(browser.post("/sign-out", Map.of(), others).statusCode()).isEqualTo(403);
    assertThat(browser.post("/sign-out", Map.of(), "").statusCode()).isEqualTo(403);
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void user_hasToWait_afterFiveFailures_andNobodyLearnsWhetherHeExists() throws Exception {
    for (String name : new String[] {"approver", "nobody"}) {
      Browser browser = console.browser();
      for (int failure = 0; failure < 5; failure++) {
        assertThat(location(signIn(browser, name, "wrong"))).isEqualTo("/sign-in?error");
      }
      assertThat(location(signIn(browser, name, ConsoleUnderTest.PASSWORD)))
          .isEqualTo("/sign-in?wait");
      assertThat(browser.get("/sign-in?wait").body()).contains("Too many tries.");
    }
    Thread.sleep(1_100);
    assertThat(location(signIn(console.browser(), "approver", ConsoleUnderTest.PASSWORD)))
        .isEqualTo("/");
  }

  @Test
  void signIn_isRefused_forEmptyNamesAndHugePasswords() {
    assertThat(location(signIn(console.browser(), "", ""))).isEqualTo("/sign-in?error");
    assertThat(location(signIn(console.browser(), "bpm", "x".repeat(10_000))))
        .isEqualTo("/sign-in?error");
    assertThat(location(signIn(console.browser(), "BPM", ConsoleUnderTest.PASSWORD)))
        .isEqualTo("/sign-in?error");
  }

  @Test
  void audit_knowsWhoCameAndWent_butNoPasswordThatWasTypedAsAName() {
    int before = console.audit().size();
    Browser browser = console.signedIn(Role.FINANCE);
    browser.post("/sign-out", Map.of(), browser.csrf("/"));
    signIn(console.browser(), "finance", "wrong");
    signIn(console.browser(), "my secret password", "finance");
    assertThat(console.audit().subList(before, before + 4))
        .containsExactly(
            "finance SIGNED_IN {\"address\":\"127.0.0.1\"}",
            "finance SIGNED_OUT {\"address\":\"127.0.0.1\"}",
            "finance SIGN_IN_FAILED {\"address\":\"127.0.0.1\"}",
            "? SIGN_IN_FAILED {\"address\":\"127.0.0.1\"}");
  }
}
