package parcelrecon.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Incident;
import parcelrecon.model.Window;

/** What no text, log, message or hash may show, and the hash itself. */
class SecretsTest {

  private static final String YAML =
      """
      zone: UTC
      currency: TWD
      results: { url: "jdbc:h2:file:./data/results;PASSWORD=in-the-url", user: me, password: in-clear }
      sources:
        outbound:
          jdbc: { url: "jdbc:h2:mem:a", user: me, password: "${PW}" }
          query: q.sql
        events:
          kafka:
            bootstrap.servers: "h:1"
            topics: [t]
            sasl.jaas.config: 'org.apache.kafka.common.security.plain.PlainLoginModule required username="me" password="${file:jaas.txt}";'
          fields: { parcel_id: /p }
          outbound-type: A
      """;

  private static final List<String> SECRET =
      List.of("tiger", "in-clear", "in-the-url", "jaas-login");

  @TempDir Path folder;
  private SiteFolder site;

  @BeforeEach
  void files() {
    site =
        new SiteFolder(folder)
            .with("q.sql", "select 1")
            .with("jaas.txt", "jaas-login\n")
            .env("PW", "tiger");
  }

  private static Incident incident(String id) {
    Window window =
        new Window(
            Instant.parse("2022-04-13T11:33:00Z"),
            Instant.parse("2022-04-13T12:22:00Z"),
            ZoneId.of("UTC"));
    return new Incident(id, "", "", window, Incident.Times.UNKNOWN, List.of(), List.of());
  }

  private String hash(String yaml, String incident) {
    return site.read(yaml).site(incident(incident)).configuration().sha256();
  }

  @Test
  void secrets_reachTheReaders_whenPlaceholdersAreFilled() {
    var kafka =
        (parcelrecon.source.SourceSettings.Kafka)
            site.read(YAML).sources().settings().get(parcelrecon.model.SourceName.EVENTS).reader();
    assertThat(kafka.client())
        .hasEntrySatisfying(
            "sasl.jaas.config",
            login -> assertThat(login).endsWith("username=\"me\" password=\"jaas-login\";"));
  }

  @Test
  void texts_showNoSecret_whenPrinted() {
    SiteConfiguration configuration = site.read(YAML);
    String printed =
        configuration
            + configuration.tree()
            + configuration.settings()
            + configuration.results()
            + configuration.sources()
            + configuration.site(incident("i"));
    assertThat(printed).doesNotContain(SECRET);
    assertThat(configuration.secrets().mask("login with tiger and jaas-login failed"))
        .isEqualTo("login with *** and *** failed");
  }

  @Test
  void problems_showNoSecret_whenTheyNameAValue() {
    String broken =
        YAML.replace("user: me, password: in-clear", "password: [in-clear]")
            .replace("zone: UTC", "zone: \"${PW}\"")
            .replace("jdbc:h2:file:./data/results;", "h2:file;");
    assertThat(site.problems(broken))
        .hasSize(3)
        .allSatisfy(text -> assertThat(text).doesNotContain(SECRET));
  }

  @Test
  void placeholders_areToldByName_whenTheyCannotBeFilled() {
    assertThat(site.problems(YAML.replace("${PW}", "${NO_PW}").replace("jaas.txt", "gone.txt")))
        .containsExactlyInAnyOrder(
            "recon.yaml:6: sources.outbound.jdbc.password: environment variable NO_PW is not set."
                + " Nothing was started. Set it before the command.",
            "recon.yaml:12: sources.events.kafka.sasl.jaas.config: file gone.txt cannot be read,"
                + " expected a text file of at most 64 KB. Nothing was started. Put the file there"
                + " or correct the path.");
  }

  @Test
  void hash_staysTheSame_whenOnlySecretsPlacesAndStyleChange() {
    String hash = hash(YAML, "i");
    assertThat(hash).hasSize(64);
    assertThat(hash(YAML.replace("in-clear", "other"), "i")).isEqualTo(hash);
    site.env("PW", "lion");
    assertThat(hash(YAML.replace("topics: [t]", "topics: [t]\n      bytes-per-second: 70000"), "i"))
        .isEqualTo(hash);
    assertThat(hash("# a comment\nwork: elsewhere\n" + YAML, "i")).isEqualTo(hash);
    assertThat(hash(YAML.replace("zone: UTC\ncurrency: TWD", "currency: 'TWD'\nzone: UTC"), "i"))
        .isEqualTo(hash);
  }

  @Test
  void hash_changes_whenAnythingThatDecidesChanges() {
    String hash = hash(YAML, "i");
    assertThat(hash(YAML, "j")).isNotEqualTo(hash);
    assertThat(hash(YAML.replace("topics: [t]", "topics: [t, u]"), "i")).isNotEqualTo(hash);
    site.with("q.sql", "select 2");
    assertThat(hash(YAML, "i")).isNotEqualTo(hash);
  }
}
