package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small site's run by command, from its files to its outputs and what comes after. */
class ReconcileCommandTest {

  private static final String SITE =
      EveningSite.CONFIGURATION + "rejects: { max: 1, max-share: 0 }\n";

  private static final String OUTBOUND =
      """
      parcel_id,payment,amount_due,outbound_id,store_id,requested_at,completed_at
      P1,COD,500,O1,S1,2022-04-13T19:42:00,2022-04-13T19:42:09
      P2,COD,300,O2,S2,2022-04-13T19:42:10,2022-04-13T19:42:11
      """;

  private static final String PAYMENTS =
      """
      parcel_id,payment_id,amount,paid_at
      P2,Y1,300,2022-04-13T19:42:12
      P3,Y2,700,2022-04-14T10:00:00
      """;

  @TempDir Path folder;
  private EveningSite site;

  @BeforeEach
  void site() {
    site =
        new EveningSite(folder, SITE).with("outbound.csv", OUTBOUND).with("payments.csv", PAYMENTS);
  }

  private CommandLineRun reconcile(String... more) {
    return site.reconcile("2022-04-16T12:00", more);
  }

  /** Every file's text by name, but run.json, whose run and stages differ by right. */
  private static Map<String, String> texts(Path outputs) throws IOException {
    try (Stream<Path> files = Files.walk(outputs)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("run.json"))
          .collect(
              Collectors.toMap(
                  file -> outputs.relativize(file).toString(),
                  ReconcileCommandTest::latin,
                  (one, other) -> one,
                  TreeMap::new));
    }
  }

  private static String latin(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void reconcile_printsHeadlineAndPlace_whenItIsDone() {
    CommandLineRun run = reconcile();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .containsExactly(
            "1 of 2 (50.0 %): parcels completed that day that the counter showed as failed.",
            "Parcels in scope: 2. Also affected: 0. Downstream only: 0. For information: 0. Clean: 1.",
            "Outputs: " + site.outputs(1));
    assertThat(run.messages().stream().map(line -> line.split(" ")[0]))
        .containsExactly("plan", "extract", "match", "settle", "publish");
    assertThat(site.outputs(1).resolve("affected-parcels.xlsx")).exists();
  }

  @Test
  void reconcile_printsRunJson_whenAsked() throws IOException {
    CommandLineRun run = reconcile("--json", "--fail-on-mismatch");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEqualTo(Files.readString(site.outputs(1).resolve("run.json")));
  }

  @Test
  void outputs_areEqual_whenMadeAgainOrRunAgain() throws IOException {
    reconcile();
    reconcile();
    Map<String, String> first = texts(site.outputs(1));
    assertThat(first.keySet()).contains("mismatches.csv", "statement.md", "datafix/tasks.csv");
    assertThat(texts(site.outputs(2))).isEqualTo(first);
    CommandLineRun report =
        site.command("report", "1", "--out", folder.resolve("again").toString());
    assertThat(report.exitCode()).isZero();
    Path again = folder.resolve("again/tryout/run-001");
    assertThat(report.out()).isEqualTo("Outputs: " + again + "\n");
    assertThat(texts(again)).isEqualTo(first);
  }

  @Test
  void finishedRun_saysSoAndEndsAsItDid_whenResumed() {
    reconcile("--fail-on-mismatch");
    CommandLineRun resumed = site.command("resume", "1");
    assertThat(resumed.exitCode()).isEqualTo(1);
    assertThat(resumed.messages()).containsExactly("run 1 has ended already: COMPLETE");
    assertThat(resumed.out()).endsWith("Outputs: " + site.outputs(1) + "\n");
  }

  @Test
  void reconcile_endsIncomplete_whenAFilesLastRowIsCut() {
    site.with("payments.csv", PAYMENTS + "P1,Y3");
    CommandLineRun run = reconcile();
    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.messages())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "payments: could not show all of the window: The last row of payments.csv"
                            + " breaks off (line 4). What rests on the absence of its records is marked"
                            + " UNVERIFIED."));
  }

  @Test
  void reconcile_leavesOnlyRejects_whenTooManyRowsCannotBeRead() throws IOException {
    site.with("payments.csv", PAYMENTS + "P4,Y4,x,2022-04-14T10:00:00\nP5,Y5,y,\n");
    CommandLineRun run = reconcile();
    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.out())
        .isEqualTo("Rejected rows: " + site.outputs(1).resolve("rejects.csv") + "\n");
    assertThat(texts(site.outputs(1)).keySet()).containsExactly("rejects.csv", "rejects.sha256");
  }

  @Test
  void reconcile_endsWithConfiguration_whenAColumnIsMissing() {
    site.with("outbound.csv", OUTBOUND.replace("amount_due", "amount_du"));
    CommandLineRun run = reconcile();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.messages()).anySatisfy(line -> assertThat(line).contains("\"amount_due\""));
    assertThat(site.outputs(1)).doesNotExist();
  }

  @Test
  void reconcile_canBeResumed_whenAFileComesLater() throws IOException {
    Files.delete(folder.resolve("payments.csv"));
    CommandLineRun run = reconcile();
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.messages())
        .last()
        .asString()
        .isEqualTo(
            "run 1: interrupted. What is done is kept. Go on with ./run.sh resume -c "
                + folder.resolve("recon.yaml")
                + " 1.");
    site.with("payments.csv", PAYMENTS);
    assertThat(site.command("resume", "1").exitCode()).isZero();
    assertThat(site.command("runs").out()).contains("   1  COMPLETE ");
  }

  @Test
  void resume_isRefused_whenTheConfigurationHasChanged() throws IOException {
    Files.delete(folder.resolve("payments.csv"));
    reconcile();
    site.with("recon.yaml", SITE + "rules: { counter-timeout: 5s }\n");
    CommandLineRun resumed = site.command("resume", "1");
    assertThat(resumed.exitCode()).isEqualTo(3);
    assertThat(resumed.messages())
        .singleElement()
        .asString()
        .startsWith("run 1: it began with another configuration");
  }

  @Test
  void answers_countInTheNextRun_whenTheyAreKept() throws IOException {
    reconcile();
    site.with(
        "answers.csv",
        """
        parcel_id,answer,answered_at,by,note
        P1,ON_SHELF,2022-04-15T10:30,Lin,
        P8,ON_SHELF,2022-04-15T10:30,Lin,
        """);
    String answers = folder.resolve("answers.csv").toString();
    CommandLineRun look = site.command("answers", "1", answers);
    assertThat(look.exitCode()).isZero();
    assertThat(look.out())
        .contains("P1 ", "ON_SHELF", "1 new", "1 rows not understood", "Nothing was kept");
    assertThat(look.messages())
        .singleElement()
        .asString()
        .startsWith("answers.csv:3 parcel_id: parcel \"P8\": ");
    assertThat(site.command("answers", "1", answers, "--apply").out()).contains("1 kept.");
    assertThat(site.command("answers", "1", answers).out()).contains("1 known", "0 new");
    reconcile();
    assertThat(texts(site.outputs(2)).get("mismatches.csv"))
        .contains("ON_SHELF", "REVERT_OUTBOUND");
  }

  @Test
  void answers_areRefused_whenTheFileIsNotThereOrNoneOfOurs() {
    reconcile();
    site.with("answers.csv", "a,b\n1,2\n");
    assertThat(site.command("answers", "1", folder.resolve("no.xlsx").toString()).exitCode())
        .isEqualTo(4);
    CommandLineRun run =
        site.command("answers", "1", folder.resolve("answers.csv").toString(), "--apply");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.messages()).hasSize(1);
    assertThat(List.of(run.out())).containsExactly("");
  }
}
