package parcelrecon.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.rule.MismatchKind;
import parcelrecon.schedule.RecheckTimes;
import parcelrecon.tell.Above;
import parcelrecon.tell.Form;
import parcelrecon.tell.MailServer;
import parcelrecon.tell.MailServer.Tls;
import parcelrecon.tell.Notice;
import parcelrecon.tell.Target;
import parcelrecon.tell.TellSettings;

/** The sections {@code tell} and {@code mail}, and what a schedule says of them. */
class TellSectionTest {

  private static final String HOOK = "https://hooks.example.com/services/T1/B2/s3cr3t-of-ops";
  private static final String OPS =
      "tell: [ { name: ops, webhook: { url: \"${HOOK}\", form: slack } } ]\n";
  private static final String MAIL = "mail: { host: smtp.example.com, from: recon@example.com }\n";

  @TempDir Path folder;
  private SiteFolder site;

  @BeforeEach
  void site() {
    site = new SiteFolder(folder).env("HOOK", HOOK).env("PW", "mail-pass-word");
  }

  private static String schedule(String more) {
    return "schedules: [ { name: hourly, cron: '0 * * * *', window: 1h, " + more + " } ]\n";
  }

  private Notice notice(String more) {
    return site.read(SiteFolder.SMALLEST + OPS + schedule(more)).schedules().get(0).notice();
  }

  @Test
  void targets_areWhatTheListSays() {
    SiteConfiguration read =
        site.read(
            SiteFolder.SMALLEST
                + """
                tell:
                  - { name: ops, webhook: { url: "${HOOK}", form: teams } }
                  - { name: finance, mail: { to: [a@example.com, b@example.com] } }
                mail: { host: smtp.example.com, user: recon, password: "${PW}", from: recon@example.com, tls: tls }
                console: { url: "https://recon.example.com/" }
                """);
    assertThat(read.tell())
        .isEqualTo(
            new TellSettings(
                List.of(
                    new Target("ops", new Target.Way.Webhook(URI.create(HOOK), Form.TEAMS)),
                    new Target(
                        "finance", new Target.Way.Mail(List.of("a@example.com", "b@example.com")))),
                Optional.of(
                    new MailServer(
                        "smtp.example.com",
                        465,
                        Optional.of(new MailServer.Login("recon", "mail-pass-word")),
                        "recon@example.com",
                        Tls.TLS)),
                Optional.of(URI.create("https://recon.example.com"))));
    assertThat(read.secrets().mask("posting to " + HOOK + " by mail-pass-word"))
        .isEqualTo("posting to *** by ***");
    assertThat(read + read.tree() + read.tell() + read.schedules())
        .doesNotContain("s3cr3t", "mail-pass-word");
  }

  @Test
  void site_tellsNobody_whenItSaysNothing() {
    assertThat(site.read(SiteFolder.SMALLEST).tell()).isEqualTo(TellSettings.NONE);
    assertThat(notice("settle: 1m")).isEqualTo(Notice.NONE);
  }

  @Test
  void schedule_saysWhatIsTold() {
    assertThat(notice("tell: ops"))
        .isEqualTo(new Notice(List.of("ops"), Above.NOTHING, Optional.empty()));
    assertThat(
            notice(
                "tell: [ops, ops], daily: '08:00', above: { parcels: 10, money: [1000.50 TWD, 30 JPY],"
                    + " kinds: { UNCOLLECTED: 5 } }"))
        .isEqualTo(
            new Notice(
                List.of("ops"),
                new Above(
                    OptionalLong.of(10),
                    Map.of("TWD", 100_050L, "JPY", 30L),
                    Map.of(MismatchKind.UNCOLLECTED, 5L)),
                Optional.of(LocalTime.of(8, 0))));
    assertThat(notice("tell: [ops], above: { money: 5 TWD }").above().parcels()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tell: [ { webhook: { url: 'https://a.b/c', form: json } } ] | name is missing",
        "tell: [ { name: Ops, webhook: { url: 'https://a.b/c', form: json } } ] | is no name",
        "tell: [ { name: ops } ] | says not how it is reached, or twice",
        "tell: [ { name: ops, webhook: { url: 's3cr3t-of-ops', form: json } } ] | is no address of http",
        "tell: [ { name: ops, webhook: { url: 'https://me:s3cr3t-of-ops@a.b/', form: json } } ] | is no address of http",
        "tell: [ { name: ops, webhook: { url: 'https://a.b/c', form: slak } } ] | did you mean \"slack\"?",
        "tell: [ { name: ops, webhook: { url: 'https://a.b/c' } } ] | form is missing",
        "tell: [ { name: ops, mail: { to: a@example.com } } ] | needs a mail server",
        "mail: { host: h } | mail.from is missing",
        "mail: { host: h, from: nobody } | is no address of mail",
        "mail: { host: h, from: a@b.c, port: 0 } | is no port",
        "mail: { host: h, from: a@b.c, user: u } | has only one of user and password",
        "mail: { host: h, from: a@b.c, tls: none, user: u, password: s3cr3t-of-ops } | would be sent in clear",
        "mail: { host: h, from: a@b.c, starttls: true } | unknown key mail.starttls",
        "console: { url: ftp://a } | is no address of http",
      })
  void targets_areRefused_whenTheyCannotBeReached(String lines, String told) {
    assertThat(site.problems(SiteFolder.SMALLEST + lines + "\n"))
        .singleElement()
        .asString()
        .contains(told)
        .doesNotContain("s3cr3t");
  }

  @Test
  void mail_isRefused_whenAnAddressIsNone() {
    assertThat(
            site.problems(
                SiteFolder.SMALLEST
                    + MAIL
                    + "tell: [ { name: ops, mail: { to: [a@b.c, \"x\\r\\n@y\"] } } ]\n"))
        .singleElement()
        .asString()
        .contains("holds what is no address of mail");
  }

  @Test
  void rechecks_sayWhoIsTold_inTheLanguageOfTheSite() {
    String rechecks = SiteFolder.SMALLEST + OPS + "language: zh-TW\nrechecks: { cron: '0 7 * * *'";
    RecheckTimes times = site.read(rechecks + ", tell: ops }").rechecks().orElseThrow();
    assertThat(times.targets()).containsExactly("ops");
    assertThat(times.language()).isEqualTo("zh-TW");
    assertThat(site.read(rechecks + " }").rechecks().orElseThrow().targets()).isEmpty();
    assertThat(site.problems(rechecks + ", tell: [opps], daily: '08:00', zone: Mars }"))
        .hasSize(3)
        .anySatisfy(text -> assertThat(text).contains("did you mean \"ops\"?"))
        .anySatisfy(text -> assertThat(text).contains("unknown key rechecks.daily"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tell: [opps] | did you mean \"ops\"?",
        "daily: '08:00' | tells nobody without tell",
        "tell: [ops], daily: 8am | is no time of day",
        "tell: [ops], above: { } | has no threshold",
        "tell: [ops], above: { parcels: -1 } | is not a whole number",
        "tell: [ops], above: { money: 1000 } | is no amount with its currency",
        "tell: [ops], above: { money: [1 TWD, 2 TWD] } | has a currency twice",
        "tell: [ops], above: { kinds: { UNCOLECTED: 1 } } | did you mean \"UNCOLLECTED\"?",
        "tell: [ops], above: { parcel: 1, money: 1 TWD } | unknown key schedules[1].above.parcel",
      })
  void notice_isRefused_whenItCannotBeKept(String more, String told) {
    assertThat(site.problems(SiteFolder.SMALLEST + OPS + schedule(more)))
        .singleElement()
        .asString()
        .contains(told);
  }
}
