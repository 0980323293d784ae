package parcelrecon.report.diff;

import static parcelrecon.report.text.CellText.safe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import parcelrecon.model.RecordRef;
import parcelrecon.report.file.CsvFile;
import parcelrecon.results.DiffRow;
import parcelrecon.rule.Mismatch;

/** A diff as a CSV file, written as its rows come: one for each mismatch open in either run. */
public final class DiffCsv implements AutoCloseable {

  static final List<String> COLUMNS =
      List.of(
          "parcel_id",
          "kind",
          "group",
          "class",
          "change",
          "evidence_before",
          "evidence_after",
          "verdict_before",
          "verdict_after",
          "currency_before",
          "currency_after",
          "due_minor_before",
          "due_minor_after",
          "paid_minor_before",
          "paid_minor_after",
          "to_collect_minor_before",
          "to_collect_minor_after",
          "to_refund_minor_before",
          "to_refund_minor_after",
          "healed_by");

  private final CsvFile csv;

  public DiffCsv(Path path) throws IOException {
    csv = CsvFile.create(path, COLUMNS);
  }

  public void write(DiffRow row) {
    csv.row(
        safe(row.parcelId()),
        row.kind().name(),
        safe(row.group()),
        row.kind().mismatchClass().name(),
        row.change().name(),
        of(row.before(), side -> side.mismatch().proof()),
        of(row.after(), side -> side.mismatch().proof()),
        of(row.before(), side -> side.verdict().orElse(null)),
        of(row.after(), side -> side.verdict().orElse(null)),
        amount(row.before(), Mismatch.Amounts::currency),
        amount(row.after(), Mismatch.Amounts::currency),
        amount(row.before(), Mismatch.Amounts::dueMinor),
        amount(row.after(), Mismatch.Amounts::dueMinor),
        amount(row.before(), Mismatch.Amounts::paidMinor),
        amount(row.after(), Mismatch.Amounts::paidMinor),
        amount(row.before(), Mismatch.Amounts::toCollectMinor),
        amount(row.after(), Mismatch.Amounts::toCollectMinor),
        amount(row.before(), Mismatch.Amounts::toRefundMinor),
        amount(row.after(), Mismatch.Amounts::toRefundMinor),
        safe(row.healedBy().stream().map(RecordRef::text).collect(Collectors.joining(" "))));
  }

  private static String amount(
      Optional<DiffRow.Side> side, Function<Mismatch.Amounts, Object> value) {
    return of(side, found -> value.apply(found.mismatch().amounts()));
  }

  /** An empty cell where it is absent. */
  private static String of(Optional<DiffRow.Side> side, Function<DiffRow.Side, Object> value) {
    return side.map(value).map(Object::toString).orElse(null);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
