package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.OidcProvider.Fault;
import parcelrecon.console.sign.Role;
import parcelrecon.console.sign.SignSettings;
import parcelrecon.console.sign.SignSettings.Oidc;
import parcelrecon.console.sign.SignSettings.Sessions;
import parcelrecon.console.site.ConsoleSettings;

/** Signing in at an OpenID provider that speaks HTTP. */
class OidcSignInTest {

  private static final Map<String, String> LIN =
      Map.of("preferred_username", "\"lin.mei\"", "groups", "[\"stores\", \"leads\", \"other\"]");

  @TempDir private static Path folder;
  private static OidcProvider provider;
  private static ConsoleUnderTest console;

  @BeforeAll
  static void start() {
    provider = new OidcProvider();
    Oidc oidc =
        new Oidc(
            provider.issuer(),
            OidcProvider.CLIENT,
            Optional.of(OidcProvider.SECRET),
            "preferred_username",
            "groups",
            Map.of("stores", Set.of(Role.BPM), "leads", Set.of(Role.FINANCE, Role.APPROVER)));
    console =
        new ConsoleUnderTest(
            folder,
            new ConsoleSettings(
                ConsoleUnderTest.HERE,
                new SignSettings(
                    ConsoleUnderTest.oneUserForEachRole(),
                    Optional.of(oidc),
                    Sessions.STANDARD,
                    Optional.empty())));
  }

  @AfterAll
  static void stop() {
    console.close();
    provider.close();
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  /** Begins at the console and returns where the provider sends the browser back to. */
  private static String wayBack(Browser browser) throws IOException, InterruptedException {
    String there = location(browser.get("/sign-in/oidc/site"));
    assertThat(there).startsWith(provider.issuer() + "/authorize?");
    HttpResponse<Void> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(there)).build(), BodyHandlers.discarding());
    URI back = URI.create(location(answer));
    return back.getRawPath() + "?" + back.getRawQuery();
  }

  private static String signIn(Browser browser, Fault fault, Map<String, String> person)
      throws IOException, InterruptedException {
    provider.says(fault, person);
    return location(browser.get(wayBack(browser)));
  }

  @Test
  void person_hasTheNameAndTheRolesOfTheClaims() throws Exception {
    Browser browser = console.browser();
    browser.get("/sign-in");
    String planted = browser.session();
    assertThat(signIn(browser, Fault.NONE, LIN)).isEqualTo("/");
    assertThat(provider.wasChallenged()).isTrue();
    assertThat(browser.session()).isNotEqualTo(planted);
    assertThat(browser.get("/").body()).contains(">lin.mei<").doesNotContain("href=\"/audit\"");
    assertThat(console.audit()).contains("lin.mei SIGNED_IN {\"address\":\"127.0.0.1\"}");
    browser.post("/sign-out", Map.of(), browser.csrf("/"));
    assertThat(location(browser.get("/"))).isEqualTo("/sign-in");
  }

  @Test
  void page_offersBothWays() {
    assertThat(console.browser().get("/sign-in").body())
        .contains("href=\"/sign-in/oidc/site\"", "name=\"password\"");
  }

  @ParameterizedTest
  @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void token_isNotBelieved_whenAnythingIsWrongWithIt(Fault fault) throws Exception {
    Browser browser = console.browser();
    assertThat(signIn(browser, fault, LIN)).isEqualTo("/sign-in?provider");
    assertThat(location(browser.get("/"))).isEqualTo("/sign-in");
    assertThat(browser.get("/sign-in?provider").body()).contains("The sign-in was not completed.");
  }

  @Test
  void wayBack_isNotBelieved_inAnotherBrowserOrTwiceOrWithAnotherState() throws Exception {
    provider.says(Fault.NONE, LIN);
    Browser browser = console.browser();
    String back = wayBack(browser);
    assertThat(location(console.browser().get(back))).isEqualTo("/sign-in?provider");
    assertThat(location(browser.get(back.replaceAll("state=[^&]{4}", "state=AAAA"))))
        .isEqualTo("/sign-in?provider");
    String again = wayBack(browser);
    assertThat(location(browser.get(again))).isEqualTo("/");
    assertThat(location(browser.get(again))).isEqualTo("/sign-in?provider");
    assertThat(location(console.browser().get("/sign-in/oidc-back?error=access_denied&state=x")))
        .isEqualTo("/sign-in?provider");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"lin\" | [\"others\"] | /sign-in?role",
        "\"lin\" | \"nothing\" | /sign-in?role",
        "\"lin\" | {} | /sign-in?role",
        "\"lin\" | \"stores\" | /",
        "\"finance\" | [\"stores\"] | /sign-in?name",
        "\"Finance\" | [\"stores\"] | /sign-in?name",
        "\"<b>lin</b>\" | [\"stores\"] | /sign-in?name",
        "\"\" | [\"stores\"] | /sign-in?name",
        "17 | [\"stores\"] | /sign-in?name",
      })
  void person_isToldWhy_whenNotLetIn(String name, String groups, String where) throws Exception {
    Browser browser = console.browser();
    assertThat(signIn(browser, Fault.NONE, Map.of("preferred_username", name, "groups", groups)))
        .isEqualTo(where);
    assertThat(browser.get("/").statusCode()).isEqualTo(where.equals("/") ? 200 : 302);
  }

  @Test
  void person_isRefused_withoutTheClaimThatNamesHim() throws Exception {
    assertThat(signIn(console.browser(), Fault.NONE, Map.of("groups", "[\"stores\"]")))
        .isEqualTo("/sign-in?name");
    assertThat(console.browser().get("/sign-in?name").body()).contains("has no name that can be");
    assertThat(console.browser().get("/sign-in?role").body()).contains("have no role here");
  }
}
