package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A window compared with the same hours a week before, by command. */
class ComparisonRunTest {

  private static final String SITE = EveningSite.CONFIGURATION + "rules: { counter-timeout: 3s }\n";

  private static final String OUTBOUND_COLUMNS =
      "parcel_id,payment,amount_due,outbound_id,store_id,requested_at,completed_at\n";
  private static final String PAYMENT_COLUMNS = "parcel_id,payment_id,amount,paid_at\n";

  @TempDir Path folder;
  private EveningSite site;
  private final StringBuilder outbound = new StringBuilder(OUTBOUND_COLUMNS);
  private final StringBuilder payments = new StringBuilder(PAYMENT_COLUMNS);

  /** Forty pick-ups a day, and what is wrong on any day: two unpaid, one paid twice. */
  @BeforeEach
  void everyday() {
    site = new EveningSite(folder, SITE);
    paid("next-morning", "a", "2022-04-14T10:00:00");
    for (String day : List.of("06", "13")) {
      for (int i = 0; i < 40; i++) {
        String parcel = "P" + day + i;
        pickUp(parcel, day, 300);
        if (i > 1) {
          paid(parcel, "a", "2022-04-" + day + "T19:50:09");
        }
        if (i == 2) {
          paid(parcel, "b", "2022-04-" + day + "T19:51:00");
        }
      }
    }
  }

  private void pickUp(String parcel, String day, int tookMillis) {
    outbound.append(
        "%s,COD,500,O%s,S1,2022-04-%sT19:50:00,2022-04-%sT19:50:%02d.%03d\n"
            .formatted(parcel, parcel, day, day, tookMillis / 1000, tookMillis % 1000));
  }

  private void paid(String parcel, String number, String at) {
    payments.append("%s,%s%s,500,%s\n".formatted(parcel, parcel, number, at));
  }

  /** Thirty pick-ups of the 13th that took too long, their money never taken. */
  private void incident() {
    for (int i = 0; i < 30; i++) {
      pickUp("X" + i, "13", 9000);
    }
  }

  private CommandLineRun reconcile(String... more) {
    site.with("outbound.csv", outbound.toString()).with("payments.csv", payments.toString());
    return site.reconcile("2022-04-14T12:00", more);
  }

  /** What stands in run.json below the keys; JSON is YAML. */
  private Object json(int run, String... keys) throws IOException {
    Object found =
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(site.outputs(run).resolve("run.json")));
    for (String key : keys) {
      found = ((Map<?, ?>) found).get(key);
    }
    return found;
  }

  private Object comparison(String... keys) throws IOException {
    return json(1, Stream.concat(Stream.of("comparison"), Stream.of(keys)).toArray(String[]::new));
  }

  @Test
  void incident_isBeyondUsual_andEverydayNoiseIsNot() throws IOException {
    incident();
    CommandLineRun run = reconcile("--compare-with=7d");
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(comparison("window"))
        .hasToString(
            "{from=2022-04-06T11:33:00.000Z, to=2022-04-06T12:22:00.000Z, zone=Asia/Taipei}");
    assertThat(comparison("asOf")).isEqualTo("2022-04-07T04:00:00.000Z");
    assertThat(comparison("state")).isEqualTo("COMPLETE");
    assertThat(comparison("pickUps")).isEqualTo(70);
    assertThat(comparison("pickUpsThen")).isEqualTo(40);
    assertThat(comparison("kinds", "SHOWN_AS_FAILED"))
        .hasToString(
            "{found=30, rate=428.57, then=0, rateThen=0.0, expected=0.0, excess=30,"
                + " finding=BEYOND_USUAL}");
    assertThat(comparison("kinds", "UNCOLLECTED"))
        .hasToString(
            "{found=32, rate=457.14, then=2, rateThen=50.0, expected=3.5, excess=29,"
                + " finding=BEYOND_USUAL}");
    assertThat(comparison("kinds", "PAID_TWICE", "finding")).isEqualTo("AS_USUAL");
    assertThat(comparison("kinds", "EVENT_MISSING", "finding")).isEqualTo("NOT_LOOKED_FOR");
    assertThat(site.outputs(1).resolve("statement.md"))
        .content()
        .contains(
            "## More than usual?",
            "Compared with 2022-04-06 19:33:00 to 2022-04-06 20:22:00: 40 pick-ups then, 70 in the"
                + " window of this incident.",
            "| Picked up, money not collected | 32 | 457.14 | 2 | 50.00 | 29 | more |",
            "| Paid twice | 1 | 14.29 | 1 | 25.00 | -1 | within chance |");
    assertThat(folder.resolve("work")).isEmptyDirectory();
  }

  @Test
  void everythingElse_isTheSame_withAndWithoutIt() throws IOException {
    incident();
    CommandLineRun without = reconcile();
    CommandLineRun with = reconcile("--compare-with=7d");
    assertThat(with.exitCode()).isEqualTo(without.exitCode());
    assertThat(with.out()).isEqualTo(without.out().replace("run-001", "run-002"));
    for (String file :
        List.of("mismatches.csv", "rejects.csv", "datafix/tasks.csv", "datafix/manifest.json")) {
      assertThat(site.outputs(2).resolve(file))
          .hasSameBinaryContentAs(site.outputs(1).resolve(file));
    }
    assertThat(butComparison(2)).isEqualTo(butComparison(1));
    String statement = Files.readString(site.outputs(2).resolve("statement.md"));
    String part =
        statement.substring(
            statement.indexOf("## More than usual?"),
            statement.indexOf("## ", statement.indexOf("## More than usual?") + 1));
    assertThat(statement.replace(part, ""))
        .isEqualTo(Files.readString(site.outputs(1).resolve("statement.md")));
  }

  /** Outputs are told with their checksums, and some of them show the comparison. */
  private Map<?, ?> butComparison(int run) throws IOException {
    Map<?, ?> json = (Map<?, ?>) json(run);
    json.keySet().removeAll(List.of("comparison", "run", "stages", "outputs"));
    return json;
  }

  @Test
  void control_isNoRunOfItsOwn_forAnyCommand() {
    reconcile("--compare-with=7d");
    reconcile();
    assertThat(site.command("runs").out().lines()).hasSize(3);
    assertThat(site.command("runs", "--json").out())
        .containsOnlyOnce("\"run\": 1,")
        .doesNotContain("\"run\": 2,")
        .containsOnlyOnce("\"run\": 3,");
    site.with("answers.csv", "parcel_id,answer,answered_at\nP130,ON_SHELF,2022-04-14T10:00\n");
    for (CommandLineRun refused :
        List.of(
            site.command("report", "2"),
            site.command("resume", "2"),
            site.command("answers", "2", folder.resolve("answers.csv").toString()))) {
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.messages())
          .containsExactly(
              "run 2: is what run 1 is compared with. Nothing was done. Name run 1: the comparison"
                  + " is part of its outputs.");
    }
  }

  @Test
  void report_tellsTheComparisonAgain() throws IOException {
    incident();
    reconcile("--compare-with=7d");
    assertThat(site.command("report", "1", "--out", folder.resolve("again").toString()).exitCode())
        .isZero();
    for (String file : List.of("affected-parcels.xlsx", "statement.md", "statement.html")) {
      assertThat(folder.resolve("again/tryout/run-001").resolve(file))
          .hasSameBinaryContentAs(site.outputs(1).resolve(file));
    }
  }

  /**
   * At as-of nothing had been paid yet; that it was since then must not make that week look clean.
   */
  @Test
  void paymentsOfTheTimeSince_doNotCount_asTheRunHasNoneEither() throws IOException {
    paid("P060", "c", "2022-04-09T10:00:00");
    paid("P061", "c", "2022-04-13T19:40:00");
    reconcile("--compare-with=7d");
    assertThat(comparison("kinds", "UNCOLLECTED", "found")).isEqualTo(2);
    assertThat(comparison("kinds", "UNCOLLECTED", "then")).isEqualTo(2);
  }

  @Test
  void moneyIsNotKnown_whenPaymentsAreNotWhole() throws IOException {
    payments.append("P130,cut");
    CommandLineRun run = reconcile("--compare-with=7d");
    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.messages())
        .contains(
            "comparison: For some of it, whether it is more than usual is not known: not everything"
                + " could be seen, then or now (payments).");
    assertThat(comparison("state")).isEqualTo("IN_PART");
    assertThat(comparison("lacking")).hasToString("[payments]");
    assertThat(comparison("kinds", "UNCOLLECTED").toString())
        .contains("found=2", "excess=null, finding=NOT_KNOWN");
    assertThat(comparison("kinds", "TWO_PICKUPS", "finding")).isEqualTo("AS_USUAL");
  }

  @Test
  void nothingIsKnown_whenNobodyPickedUpThen() throws IOException {
    CommandLineRun run = reconcile("--compare-with=14d");
    assertThat(run.exitCode()).isZero();
    assertThat(comparison("state")).isEqualTo("NOT_KNOWN");
    assertThat(comparison("obstacle")).isEqualTo("NO_PICK_UPS_THEN");
    assertThat(comparison("kinds", "UNCOLLECTED", "excess")).isNull();
    assertThat(site.outputs(1).resolve("statement.md"))
        .content()
        .contains(
            "Whether this is more than usual is not known: no pick-up of that time is on record.");
  }

  @Test
  void run_endsAsWithoutIt_whenTheRowsOfThatTimeCannotBeRead() throws Exception {
    pickUpsInADatabase();
    CommandLineRun run = reconcile("--compare-with=7d", "--fail-on-mismatch");
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.messages())
        .anyMatch(
            line ->
                line.startsWith("control, outbound: 3 of 43 rows could not be read")
                    && line.contains(
                        "There is nothing to compare with; the run itself is as it would be"))
        .contains(
            "comparison: Whether this is more than usual is not known: too many records of that"
                + " time could not be read.");
    assertThat(comparison("obstacle")).isEqualTo("REJECTS");
    assertThat(comparison("pickUpsThen")).isNull();
    assertThat(comparison("kinds", "UNCOLLECTED", "found")).isEqualTo(2);
    assertThat(json(1, "sources").toString()).contains("rejected=0, duplicates");
    assertThat(folder.resolve("work")).isEmptyDirectory();
  }

  private void pickUpsInADatabase() throws SQLException {
    site.with(
            "recon.yaml",
            SITE.replace(
                    "csv: { files: outbound.csv }",
                    """
                    jdbc: { url: "jdbc:h2:file:./network", user: recon, password: "" }
                        query: outbound.sql
                        margins: { before: 1h, after: 1h }
                    """
                        .strip())
                + "rejects: { max: 2, max-share: 0 }\n")
        .with("outbound.csv", outbound.toString())
        .with(
            "outbound.sql",
            "select * from picked where completed_at >= :from and completed_at < :to");
    try (Connection network =
            DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("network"), "recon", "");
        Statement table = network.createStatement()) {
      table.execute("set time zone 'Asia/Taipei'");
      table.execute(
          "create table picked (parcel_id varchar, payment varchar, amount_due varchar,"
              + " outbound_id varchar, store_id varchar, requested_at timestamp with time zone,"
              + " completed_at timestamp with time zone)");
      table.execute(
          "insert into picked select * from csvread('" + folder.resolve("outbound.csv") + "')");
      for (int i = 0; i < 3; i++) {
        table.execute(
            "insert into picked values ('B%s', 'COD', 'x', 'B%s', 'S1', null, '2022-04-06 19:50:00+08')"
                .formatted(i, i));
      }
    }
  }
}
