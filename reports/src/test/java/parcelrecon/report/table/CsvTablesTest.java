package parcelrecon.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Utf8Order;
import parcelrecon.model.Verdict;
import parcelrecon.report.SampleParcel;
import parcelrecon.report.SampleRun;
import parcelrecon.rule.MismatchKind;

class CsvTablesTest {

  @TempDir Path directory;

  @Test
  void mismatches_haveTheReferencesColumns() throws IOException {
    assertThat(Files.readString(mismatches(SampleRun.incident())))
        .startsWith(
            "parcel_id,kind,class,evidence,edge,verdict,store_id,payment,currency,due_minor,"
                + "paid_minor,to_collect_minor,to_refund_minor,reason,requested_at,completed_at,"
                + "group,datafix,refs\n")
        .doesNotContain("\r");
  }

  @Test
  void mismatches_tellEverythingOfARow() throws IOException {
    NamedCsvRecord row = row("P-0004", "SHOWN_AS_FAILED");
    assertThat(row.getFields())
        .startsWith("P-0004", "SHOWN_AS_FAILED", "COUNTER", "CONFIRMED", "false", "ON_SHELF")
        .contains("2022-04-13T11:42:29.900Z", "2022-04-13T11:42:39.000Z")
        .contains("REVERT_OUTBOUND+SEND_REVERSAL+HOLD_PAYOUT");
    assertThat(row.getField("refs").split(" ")).isSorted().hasSizeGreaterThan(2);
  }

  @Test
  void mismatches_haveAmountsInMinorUnits() throws IOException {
    NamedCsvRecord row = row("P-0010", "SHORT_PAID");
    assertThat(row.getField("due_minor")).isEqualTo("100000");
    assertThat(row.getField("paid_minor")).isEqualTo("90000");
    assertThat(row.getField("to_collect_minor")).isEqualTo("10000");
    assertThat(row.getField("to_refund_minor")).isEmpty();
    assertThat(row("P-0016", "OVER_REFUNDED").getField("paid_minor")).isEqualTo("-15000");
  }

  @Test
  void mismatches_leaveCellsEmpty_whenThereIsNoOutbound() throws IOException {
    NamedCsvRecord row = row("P-0019", "EVENT_WITHOUT_OUTBOUND");
    assertThat(row.getField("verdict")).isEmpty();
    assertThat(row.getField("payment")).isEmpty();
    assertThat(row.getField("currency")).isEmpty();
    assertThat(row.getField("completed_at")).isEmpty();
    assertThat(row.getField("store_id")).isEqualTo("S0005");
  }

  @Test
  void mismatches_areOrderedByParcelAndKind() throws IOException {
    List<NamedCsvRecord> rows = read(mismatches(SampleRun.incident()));
    assertThat(rows)
        .isSortedAccordingTo((left, right) -> Utf8Order.compare(sortKey(left), sortKey(right)));
  }

  private static String sortKey(NamedCsvRecord row) {
    return row.getField("parcel_id").replaceFirst("^'", "") + "\0" + row.getField("kind");
  }

  @Test
  void mismatches_stayText_whenAnIdIsHostile() throws IOException {
    String id = "=1+1\n\"';drop table x;--,\r😀";
    SampleRun run =
        SampleRun.of(
            List.of(
                SampleParcel.parcel(id)
                    .in("@SUM(A1)")
                    .cod(10)
                    .pickedUp("19:42:39", 9100)
                    .verdict(Verdict.UNKNOWN)
                    .finds(MismatchKind.SHOWN_AS_FAILED, Suggestion.ASK_STORE)
                    .row()));
    List<NamedCsvRecord> rows = read(mismatches(run));
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).getField("parcel_id")).isEqualTo("'" + id);
    assertThat(rows.get(0).getField("store_id")).isEqualTo("'@SUM(A1)");
  }

  @Test
  void rejects_areListedWithTheirRows() throws IOException {
    Path path = directory.resolve("rejects.csv");
    assertThat(RejectsCsv.write(SampleRun.incident(), path)).isEqualTo(2);
    List<NamedCsvRecord> rows = read(path);
    assertThat(rows.get(0).getHeader()).containsExactly("source", "ref", "reason", "row");
    assertThat(rows.get(0).getFields())
        .containsExactly(
            "outbound",
            "outbound:parcel_outbound:OUT-BAD",
            "parcel_id is empty",
            "'=cmd|' /C calc'!A0,OUT-BAD");
    assertThat(rows.get(1).getField("row")).endsWith("成功");
  }

  private NamedCsvRecord row(String parcel, String kind) throws IOException {
    return read(mismatches(SampleRun.incident())).stream()
        .filter(row -> row.getField("parcel_id").equals(parcel))
        .filter(row -> row.getField("kind").equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private Path mismatches(SampleRun run) throws IOException {
    Path path = directory.resolve("mismatches.csv");
    MismatchesCsv.write(run, path);
    return path;
  }

  private static List<NamedCsvRecord> read(Path path) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(path)) {
      return reader.stream().toList();
    }
  }
}
