package parcelrecon.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Coverage;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceRecord;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.CollectingSink;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.SiteFolder;
import parcelrecon.source.SomeSource.Reading;
import parcelrecon.source.Split;

class CsvFaultsTest extends TillFiles {

  @Test
  void source_isIncomplete_whenAGzipStreamIsCut() {
    StringBuilder rows = new StringBuilder(HEADING);
    for (int row = 0; row < 20_000; row++) {
      rows.append("P").append(row * 7919L % 100_003).append(",").append(row).append(",10,cash\n");
    }
    byte[] all = SiteFolder.zipped(rows.toString());
    file("till/a.csv.gz", Arrays.copyOf(all, all.length / 2));

    Reading reading = read(ONE_SPLIT);

    int accepted = reading.sink().accepted().size();
    assertThat(accepted).isBetween(1_000, 19_000);
    assertThat(reading.sink().rejected()).hasSizeLessThan(2);
    assertThat(reading.reasons())
        .contains(Coverage.Reason.of(Coverage.Code.CUT_LAST_ROW, "till/a.csv.gz", accepted + 2));
  }

  @Test
  void source_isIncomplete_whenAGzipStreamIsCutBehindARow() {
    byte[] all = SiteFolder.zipped(HEADING + "P1,1,10,\nP2,2,20,\n");
    file("till/a.csv.gz", Arrays.copyOf(all, all.length - 4));

    Reading reading = read(ONE_SPLIT);

    assertThat(reading.sink().accepted()).hasSize(2);
    assertThat(reading.sink().rejected()).isEmpty();
    assertThat(reading.reasons())
        .contains(Coverage.Reason.of(Coverage.Code.CUT_LAST_ROW, "till/a.csv.gz", 4));
  }

  @Test
  void problem_tellsTheFile_whenGzipIsDamaged() {
    byte[] all = SiteFolder.zipped(HEADING + "P1,1,10,\n".repeat(1000));
    all[all.length - 6] ^= 1;
    file("till/a.csv.gz", all);

    ProblemException thrown = problem(() -> read(ONE_SPLIT));

    assertThat(thrown.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(thrown.problems().get(0).text()).startsWith("till/a.csv.gz: file cannot be read (");
  }

  @Test
  void lastRow_isCut_whenItHasTooFewColumnsAndNoLineEnd() {
    file("till/a.csv", HEADING + "P1,1,10,\nP2,2,20");

    Reading reading = read(ONE_SPLIT);

    assertThat(reading.sink().accepted()).hasSize(1);
    assertReject(
        reading.sink(),
        "payments:till/a.csv:3",
        "P2",
        "row breaks off at the end of the file (3 columns, expected 4)");
    assertThat(reading.reasons())
        .contains(Coverage.Reason.of(Coverage.Code.CUT_LAST_ROW, "till/a.csv", 3));
  }

  @Test
  void lastRow_hasNoParcelId_whenThatMayBeHalfOfOne() {
    file("till/a.csv", HEADING + "P1,1,10,\nP1");

    assertThat(read(ONE_SPLIT).sink().rejected().get(0).parcelId()).isNull();
  }

  @Test
  void lastRow_isCut_whenItsQuoteIsNeverClosed() {
    file("till/a.csv", HEADING + "P1,1,10,\nP2,2,20,\"half of\n");

    Reading reading = read(1);

    assertReject(
        reading.sink(),
        "payments:till/a.csv:3",
        "P2",
        "row breaks off at the end of the file, inside quotes (4 columns, expected 4)");
    assertThat(reading.reasons())
        .contains(Coverage.Reason.of(Coverage.Code.CUT_LAST_ROW, "till/a.csv", 3));
  }

  @Test
  void lastRow_isFine_whenOnlyItsLineEndIsMissing() {
    file("till/a.csv", HEADING + "P1,1,10,\nP2,2,20,cash");

    Reading reading = read(ONE_SPLIT);

    assertThat(reading.sink().accepted()).hasSize(2);
    assertThat(reading.reasons()).hasSize(1);
  }

  @Test
  void row_isRejected_whenItsFormIsBroken() {
    file(
        "till/a.csv",
        HEADING + "P1,1,10\nP2,2,20,,\n\"P3\"x,3,30,\nP4,4,40,\"a\"b\nP5,5,50,fine\n");

    CollectingSink sink = read(1).sink();

    assertThat(sink.accepted()).extracting(SourceRecord::parcelId).containsExactly("P5");
    assertThat(sink.rejected())
        .extracting(Reject::reason)
        .containsExactly(
            "row has 3 columns, expected 4",
            "row has 5 columns, expected 4",
            "quotes make no sense, expected \"\" for a quote inside quotes",
            "quotes make no sense, expected \"\" for a quote inside quotes");
    assertThat(sink.rejected())
        .extracting(Reject::parcelId)
        .containsExactly("P1", "P2", null, null);
    assertThat(sink.rejected().get(3).row()).isEqualTo("P4,4,40,\"a\"b");
  }

  @Test
  void row_isRejectedAlone_whenItIsTooLong() {
    String filling = "x".repeat(1000) + "\n";
    file("till/a.csv", HEADING + "P1,1,10,\"" + filling.repeat(5000) + "\"\nP2,2,20,fine\n");

    Reading reading = read(1);

    assertReject(
        reading.sink(), "payments:till/a.csv:2", null, "row is too long; is a quote missing?");
    assertThat(refs(reading)).containsExactly("payments:till/a.csv:5003");
  }

  @Test
  void problems_areToldAtOnce_whenColumnsAreMissing() {
    payments.column("amount", "金額").column("paid_at", "付款時間");
    file("till/a.csv", "parcel_id,payment_id,金额,付款日\n");
    file("till/b.csv", "parcel_id,金額,付款時間,payment_id,金額\n");
    file("till/c.csv", "");

    ProblemException thrown = problem(() -> read(ONE_SPLIT));

    assertThat(thrown.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(thrown.problems())
        .extracting(Problem::where)
        .containsExactly("till/a.csv", "till/a.csv", "till/b.csv", "till/c.csv");
    assertThat(thrown.problems())
        .extracting(Problem::what)
        .containsExactly(
            "column \"金額\" is missing (seen parcel_id, payment_id, 金额, 付款日),"
                + " did you mean \"金额\"?",
            "column \"付款時間\" is missing (seen parcel_id, payment_id, 金额, 付款日)",
            "column \"金額\" is there twice (seen parcel_id, 金額, 付款時間, payment_id, 金額)",
            "file is empty, expected a heading with parcel_id, payment_id, 金額, 付款時間");
  }

  @Test
  void problem_isUnreachable_whenNothingMatches() throws IOException {
    assertUnreachable("till/*.csv*: folder " + folder.resolve("till") + " is not there.");
    Files.createDirectories(folder.resolve("till"));
    assertUnreachable("till/*.csv*: file is not there.");
    payments.csv("till/one.csv");
    assertUnreachable("till/one.csv: file is not there.");
  }

  @Test
  void problem_isUnreachable_whenTheFileChangesAfterThePlan() throws IOException {
    String rows = HEADING + "P1,1,10,\nP2,2,20,\n";
    file("till/a.csv", rows);
    Split split = plan().get(0);

    file("till/a.csv", rows.replace("P2", "P3"));
    assertChanged(split);
    file("till/a.csv", rows.substring(0, rows.length() - 1));
    assertChanged(split);
    Files.delete(folder.resolve("till/a.csv"));
    assertThatThrownBy(() -> source().read(split, new CollectingSink()))
        .hasMessageStartingWith("till/a.csv: file is not there.");
  }

  @Test
  void rows_areThosePlanned_whenTheFileGrowsAfterThePlan() {
    String rows = HEADING + "P1,1,10,\nP2,2,2";
    file("till/a.csv", rows);
    Split split = plan().get(0);
    file("till/a.csv", rows + "0,\nP3,3,30,\n");

    CollectingSink sink = new CollectingSink();
    source().read(split, sink);

    assertThat(sink.accepted()).hasSize(1);
    assertThat(sink.rejected()).hasSize(1);
  }

  @Test
  void problem_isConfiguration_whenTheDelimiterIsNone() {
    payments.csv("till/a.csv", '\n', StandardCharsets.UTF_8, true);

    assertThat(problem(this::source).exitCode()).isEqualTo(ExitCode.CONFIGURATION);
  }

  private void assertChanged(Split split) {
    ProblemException thrown = problem(() -> source().read(split, new CollectingSink()));
    assertThat(thrown.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(thrown)
        .hasMessageStartingWith("till/a.csv: file is not the one this run was planned with.");
  }

  private void assertUnreachable(String message) {
    ProblemException thrown = problem(() -> read(ONE_SPLIT));
    assertThat(thrown.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(thrown).hasMessageStartingWith(message);
  }

  private static void assertReject(
      CollectingSink sink, String ref, String parcelId, String reason) {
    assertThat(sink.rejected()).hasSize(1);
    Reject reject = sink.rejected().get(0);
    assertThat(reject.reason()).isEqualTo(reason);
    assertThat(reject.ref().text()).isEqualTo(ref);
    assertThat(reject.parcelId()).isEqualTo(parcelId);
  }

  private List<Split> plan() {
    return source().plan(new PlanRequest(null, ONE_SPLIT)).splits();
  }
}
