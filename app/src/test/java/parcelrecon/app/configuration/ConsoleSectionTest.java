package parcelrecon.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.console.sign.Role;
import parcelrecon.console.site.ConsoleSettings;
import parcelrecon.problem.ExitCode;

/** The section {@code console}: what it says, and every mistake with its line and remedy. */
class ConsoleSectionTest {

  private static final String ARGON2 =
      "{argon2}$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbi1ieXRlcy1zYWx0$"
          + "3q2+7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private static final String BCRYPT =
      "{bcrypt}$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

  private static final String USERS =
      "users: [ { name: lin, password: \"" + BCRYPT + "\", roles: [bpm] } ]";

  private static final String TOKEN = "0123456789abcdef0123";

  @TempDir Path folder;
  private SiteFolder site;

  @BeforeEach
  void site() {
    site = new SiteFolder(folder).env("HASH", ARGON2).env("TOKEN", TOKEN);
  }

  private static String console(String lines) {
    return SiteFolder.SMALLEST + "console:\n" + lines.indent(2);
  }

  private ConsoleSettings read(String lines) {
    return site.read(console(lines)).console();
  }

  private List<String> problems(String lines) {
    return site.problems(console(lines));
  }

  @Test
  void console_isOfThisMachineAndOnePerson_withoutTheSection() {
    ConsoleSettings settings = site.read(SiteFolder.SMALLEST).console();
    assertThat(settings.sign().isForOnePerson()).isTrue();
    assertThat(settings.listening().isLoopback()).isTrue();
    assertThat(settings.listening().port()).isEqualTo(8080);
    assertThat(settings.sign().sessions().idle()).isEqualTo(Duration.ofMinutes(30));
    assertThat(settings.sign().sessions().max()).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void console_isWhatTheSectionSays_whenEveryKeyIsSet() {
    ConsoleSettings settings =
        read(
            """
            address: 0.0.0.0
            port: 8443
            trusted-proxy: true
            users:
              - { name: 林 美, password: "${HASH}", roles: [bpm, ops] }
              - { name: wu, password: "%s", roles: approver }
            oidc:
              issuer: https://login.example.com/realms/stores
              client-id: recon
              client-secret: "${TOKEN}"
              user-claim: preferred_username
              roles-claim: groups
              roles: { store-finance: finance, leads: [finance, approver] }
            session: { idle: 10m, max: 8h }
            metrics-token: "${TOKEN}"
            """
                .formatted(BCRYPT));
    assertThat(settings.listening().isLoopback()).isFalse();
    assertThat(settings.listening().port()).isEqualTo(8443);
    assertThat(settings.sign().users().get(0).name()).isEqualTo("林 美");
    assertThat(settings.sign().users().get(0).passwordHash()).isEqualTo(ARGON2);
    assertThat(settings.sign().users().get(0).roles())
        .containsExactlyInAnyOrder(Role.BPM, Role.OPS);
    assertThat(settings.sign().users().get(1).roles()).containsExactly(Role.APPROVER);
    assertThat(settings.sign().oidc().orElseThrow().roles())
        .containsEntry("store-finance", Set.of(Role.FINANCE))
        .containsEntry("leads", Set.of(Role.FINANCE, Role.APPROVER));
    assertThat(settings.sign().sessions().idle()).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.sign().metricsToken()).contains(TOKEN);
    assertThat(settings.toString()).doesNotContain(TOKEN, ARGON2, BCRYPT);
  }

  @Test
  void secrets_areHidden_whateverIsPrinted() {
    SiteConfiguration configuration =
        site.read(console(USERS + "\nmetrics-token: " + TOKEN + "\n"));
    assertThat(configuration.tree() + configuration).doesNotContain(TOKEN, BCRYPT);
    assertThat(configuration.secrets().mask(BCRYPT + " " + TOKEN)).isEqualTo("*** ***");
  }

  @Test
  void hash_staysTheSame_whenOnlyTheConsoleChanges() {
    assertThat(site.read(console(USERS)).tree()).isEqualTo(site.read(SiteFolder.SMALLEST).tree());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "address: example.com | console.address \"example.com\" is no IP address",
        "address: 999.1.1.1 | console.address \"999.1.1.1\" is no IP address",
        "port: 65536 | console.port \"65536\" is no port",
        "adress: ::1 | unknown key console.adress, did you mean \"address\"?",
        "users: [ { name: a, pasword: x, roles: [bpm] } ] | console.users[1].pasword, did you mean \"password\"?",
        "users: [ { name: a, password: x, roles: [fiance] } ] | console.users[1].roles[1] is \"fiance\", did you mean \"finance\"?",
        "users: [ { name: a, password: x, roles: [] } ] | console.users[1].roles names no role",
        "users: [ { name: '<b>', password: x, roles: [bpm] } ] | console.users[1].name is no name",
        "users: [ { name: a } ] | console.users[1].roles is missing",
        "users: [ a ] | console.users[1] is a text, expected keys and values",
        "session: { idle: 13h } | console.session.idle is longer than max, which is 12h",
        "session: { idle: 30s } | console.session.idle is less than 1m",
        "session: { max: 8d } | console.session.max is more than 7d",
        "metrics-token: short | console.metrics-token is no token",
        "tls: { keystore: gone.p12, password: secret } | console.tls.keystore names a store that is not there",
        "tls: { keystore: a.p12 } | console.tls.password is missing",
        "oidc: { issuer: http://login.example.com } | console.oidc.issuer \"http://login.example.com\" is no https address",
        "oidc: { issuer: https://login.example.com } | console.oidc.user-claim is missing",
        "oidc: { roles: { a: finanse } } | console.oidc.roles.a is \"finanse\", did you mean \"finance\"?",
        "oidc: { roles: { } } | console.oidc.roles is empty",
      })
  void key_isToldWithItsLine_whenWrong(String line, String expected) {
    assertThat(problems(line))
        .anySatisfy(text -> assertThat(text).contains(expected).startsWith("recon.yaml:7: "));
    assertThat(site.exitCode(console(line))).isEqualTo(ExitCode.CONFIGURATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tiger-tiger-tiger",
        "{noop}tiger-tiger",
        "{bcrypt}tiger-tiger",
        "{bcrypt}$2a$04$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
        "{bcrypt}$2a$31$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
        "{argon2}$argon2id$v=19$m=9999999,t=2,p=1$c2l4dGVlbi1ieXRlcy1zYWx0$3q2+7wAAAAAAAAAAAAAAAAAAAAAA",
        "{argon2}$argon2id$v=19$m=64,t=1,p=1$c2l4dGVlbi1ieXRlcy1zYWx0$3q2+7wAAAAAAAAAAAAAAAAAAAAAA",
      })
  void password_isRefusedUnseen_whenItIsNoHash(String password) {
    assertThat(problems("users: [ { name: a, password: \"" + password + "\", roles: [bpm] } ]"))
        .containsExactly(
            "recon.yaml:7: console.users[1].password is no hash, expected {argon2}… or {bcrypt}…."
                + " Nothing was started. Write what ./run.sh password prints.");
  }

  @Test
  void users_areRefused_whenTwoHaveOneName() {
    assertThat(
            problems(
                USERS.replace(
                    "[ {", "[ { name: LIN, password: \"" + BCRYPT + "\", roles: [ops] }, {")))
        .singleElement()
        .asString()
        .contains("console.users[2] has the name of another user");
  }

  @Test
  void console_isRefused_whenOthersReachItAndNobodyHasToSignIn() {
    assertThat(problems("address: 0.0.0.0\ntrusted-proxy: true"))
        .singleElement()
        .asString()
        .contains(
            "console.address is reached from other machines, and nobody has to sign in",
            "Add users or oidc, or listen on 127.0.0.1");
    assertThat(problems("trusted-proxy: true"))
        .singleElement()
        .asString()
        .contains("console.trusted-proxy lets others in, and nobody has to sign in");
  }

  @Test
  void console_isRefused_whenPasswordsWouldTravelInClear() {
    assertThat(problems("address: 192.0.2.1\n" + USERS))
        .singleElement()
        .asString()
        .contains("passwords would be sent in clear", "Add tls, or trusted-proxy: true");
    assertThat(problems("address: \"::\"\n" + USERS)).hasSize(1);
    assertThat(problems("address: \"::1\"\n" + USERS)).isEmpty();
    assertThat(problems("address: localhost\n" + USERS)).isEmpty();
  }

  @Test
  void keystore_isOpenedBeforeAnythingStarts() throws Exception {
    Path file = folder.resolve("empty.p12");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, "changeit".toCharArray());
    }
    assertThat(problems("tls: { keystore: empty.p12, password: changeit }"))
        .singleElement()
        .asString()
        .contains("names a store that holds no key");
    assertThat(problems("tls: { keystore: empty.p12, password: changed-it }"))
        .singleElement()
        .asString()
        .contains("names a store that cannot be opened with the password")
        .doesNotContain("changed-it");
  }
}
