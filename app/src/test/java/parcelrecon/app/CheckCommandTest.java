package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.app.configuration.SiteFolder;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;

/** What is told of a site before any run. */
class CheckCommandTest {

  private static final String SITE =
      """
      zone: Asia/Taipei
      currency: TWD
      sources:
        outbound:
          csv: { files: "outbound/*.csv" }
        payments:
          independent: true
          csv: { files: payments.csv }
      """;

  @TempDir Path folder;
  private SiteFolder site;

  @BeforeEach
  void site() {
    site =
        new SiteFolder(folder)
            .with("recon.yaml", SITE)
            .with("outbound/a.csv", "parcel_id,payment,amount_due,completed_at\n")
            .with("outbound/b.csv", "parcel_id,payment,amount_due,completed_at\n")
            .with("payments.csv", "parcel_id,payment_id,amount,paid_at\n");
  }

  private CommandLineRun check(String... more) {
    return CommandLineRun.of(
        Stream.concat(Stream.of("check", "-c", site.path("recon.yaml").toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void check_tellsWhatIsThere_andLeavesNothingBehind() throws IOException {
    CommandLineRun run = check();
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .startsWith(
            "Window: all (Asia/Taipei)",
            "",
            "SOURCE      TYPE            COVERAGE     WHERE",
            "outbound    csv             COMPLETE     outbound/*.csv",
            "    outbound/a.csv, outbound/b.csv",
            "payments    csv             COMPLETE     payments.csv")
        .contains(
            "results database "
                + folder.resolve("data/results")
                + ": not there yet, the first run makes it");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("recon.yaml", "outbound", "payments.csv");
    }
  }

  @Test
  void check_tellsWhatARunCouldProve_kindByKind() {
    List<String> lines =
        check("--from=2022-04-13T19:33", "--to=2022-04-13T20:22").out().lines().toList();
    assertThat(lines)
        .startsWith("Window: 2022-04-13 19:33 - 20:22 (Asia/Taipei)")
        .containsSequence(
            "COUNTER     SHOWN_AS_FAILED",
            "                Would be found, but not confirmed: what the screens showed is concluded from"
                + " how long a pick-up took, and counter-timeout is not set")
        .containsSequence(
            "MONEY       UNCOLLECTED, SHORT_PAID, OVER_PAID, PAID_TWICE, PAID_ON_PREPAID,"
                + " CURRENCY_DIFFERS, PAID_NOT_HANDED_OUT, OVER_REFUNDED",
            "                Would be confirmed")
        .contains("                Would not be looked for: events are not configured");
  }

  @Test
  void check_followsTheConfiguration_whenPaymentsAreDerivedAndTheTimeoutIsSet() {
    site.with(
        "recon.yaml",
        SITE.replace("independent: true", "independent: false")
            + "rules: { counter-timeout: 3s }\n");
    CommandLineRun run = check();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .containsSequence("COUNTER     SHOWN_AS_FAILED", "                Would be confirmed")
        .contains(
            "                Would be found, but not confirmed: the payment rows are written by the"
                + " pick-up itself (independent: false)");
  }

  @Test
  void check_tellsAllThatIsWrongAtOnce_andShowsTheRest() {
    site.with("payments.csv", "parcel,payment_id,amount\n");
    site.with(
        "recon.yaml",
        SITE.replace("outbound/*.csv", "nowhere/*.csv")
            + "  stores: { csv: { files: stores.csv } }\n");
    site.with("stores.csv", "store_id\n");
    CommandLineRun run = check();
    assertThat(run.exitCode()).as("configuration comes before unreachable").isEqualTo(3);
    assertThat(run.messages())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("nowhere/*.csv: "),
            line -> assertThat(line).startsWith("payments.csv: column \"parcel_id\" is missing"));
    assertThat(run.out().lines())
        .contains(
            "outbound    csv             -            cannot be used, see below",
            "stores      csv             COMPLETE     stores.csv",
            "No run would start before all of it can be used.");
  }

  @Test
  void check_asksADatabase_andTellsWhatItCannotShow() throws SQLException {
    String url = "jdbc:h2:file:" + folder.resolve("network");
    try (var connection = DriverManager.getConnection(url, "sa", "secret-word");
        var statement = connection.createStatement()) {
      statement.execute("create table t (parcel_id varchar, completed_at timestamp)");
    }
    site.with(
        "sql/outbound.sql",
        "select parcel_id, 'COD' payment, 0 amount_due, completed_at from t"
            + " where completed_at >= :from and completed_at < :to");
    site.with(
        "recon.yaml",
        SITE.replace(
            "csv: { files: \"outbound/*.csv\" }",
            "jdbc: { url: \""
                + url
                + "\", user: sa, password: secret-word }\n"
                + "    query: sql/outbound.sql"));
    CommandLineRun run = check("--from=2022-04-13T19:33", "--to=2022-04-13T20:22");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "outbound    jdbc            COMPLETE     "
                + url
                + "\n    sql/outbound.sql\n    Reaches 2")
        .contains(
            "    To be read in one snapshot, from 2022-04-13 18:33:00 to 2022-04-20 20:22:00\n")
        .contains("    Cannot be asked by parcel")
        .contains("PAID_NOT_HANDED_OUT\n                Some would be confirmed, some not: ")
        .doesNotContain("secret-word");
    assertThat(check().out()).contains("    To be read in one snapshot, all there is\n");
  }

  @Test
  void check_opensTheResults_orSaysWhyNot() throws Exception {
    ResultsSettings settings =
        new ResultsSettings(
            "jdbc:h2:file:" + folder.resolve("data/results"), Optional.empty(), Optional.empty());
    ResultsDatabase.open(settings).close();
    assertThat(check().out()).contains("data/results: can be opened\n");

    site.with(
        "recon.yaml", SITE + "results: { url: \"jdbc:h2:file:./data/results\", user: else }\n");
    CommandLineRun refused = check();
    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.messages()).singleElement().asString().startsWith("results database ");
    assertThat(refused.out()).contains("No run would start before all of it can be used.");
  }

  @Test
  void check_isConfiguration_whenNoneOfTheFirstRowsCanBeRead() {
    site.with("payments.csv", "parcel_id,payment_id,amount\nP1,M1,\"12,50\"\nP2,M2,\"9,00\"\n");
    site.with("calls.jsonl", "GET /api/pickup?parcel=P1 200\n");
    site.with("recon.yaml", SITE + "  attempts: { json-lines: { files: calls.jsonl } }\n");
    CommandLineRun run = check();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.messages())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith(
                        "payments: none of the first 2 rows could be read, e.g."
                            + " payments:payments.csv:2: amount \"12,50\" is not a decimal")
                    .endsWith("Correct the source's columns, formats or values."),
            line ->
                assertThat(line)
                    .startsWith(
                        "attempts: none of the first rows could be read, e.g."
                            + " attempts:calls.jsonl:1: "));
  }

  @Test
  void check_countsTheFirstRows_whenSomeCannotBeRead() {
    StringBuilder rows = new StringBuilder("parcel_id,payment_id,amount\n,M0,5\n");
    for (int i = 1; i < 100; i++) {
      rows.append("P").append(i).append(",M").append(i).append(",5\n");
    }
    site.with("payments.csv", rows.toString());
    CommandLineRun run = check();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("    First rows tried out: 18 of 19 can be read; not payments:payments.csv:2: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--from=2022-04-13T19:33 | --to: is missing",
        "--to=2022-04-13T19:33 | --from: is missing",
        "--from=2022-04-13T19:33 --to=2022-04-13T19:33 | --from/--to: the window ends at",
        "--all | ./run.sh check: unknown option --all",
        "--json | ./run.sh check: unknown option --json",
      })
  void check_isRefused_whenItsOptionsMakeNoSense(String options, String expected) {
    CommandLineRun run = check(options.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.messages()).singleElement().asString().startsWith(expected);
  }
}
