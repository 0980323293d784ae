package parcelrecon.report.table;

import static parcelrecon.report.text.CellText.safe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import parcelrecon.model.RecordRef;
import parcelrecon.report.file.CsvFile;
import parcelrecon.report.file.Json;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRows;
import parcelrecon.results.RunResults;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.Mismatch.Amounts;

/** mismatches.csv: a row per mismatch, ordered by parcel id, kind and group. */
public final class MismatchesCsv {

  static final List<String> COLUMNS =
      List.of(
          "parcel_id",
          "kind",
          "class",
          "evidence",
          "edge",
          "verdict",
          "store_id",
          "payment",
          "currency",
          "due_minor",
          "paid_minor",
          "to_collect_minor",
          "to_refund_minor",
          "reason",
          "requested_at",
          "completed_at",
          "group",
          "datafix",
          "refs");

  private MismatchesCsv() {}

  /** Returns the number of rows. */
  public static long write(RunResults results, Path path) throws IOException {
    return write((ParcelRows) results::forEachParcel, path);
  }

  /** As {@link #write}, of some parcels, or of some of their mismatches. */
  public static long write(ParcelRows parcels, Path path) throws IOException {
    try (CsvFile csv = CsvFile.create(path, COLUMNS)) {
      parcels.forEach(parcel -> parcel.mismatches().forEach(row -> csv.row(cells(row))));
      return csv.rows();
    }
  }

  private static String[] cells(MismatchRow row) {
    Mismatch mismatch = row.mismatch();
    Amounts amounts = mismatch.amounts();
    return new String[] {
      safe(mismatch.parcelId()),
      mismatch.kind().name(),
      mismatch.kind().mismatchClass().name(),
      mismatch.proof().name(),
      String.valueOf(mismatch.edge()),
      row.verdict().map(Enum::name).orElse(null),
      safe(row.storeId()),
      row.subject().map(outbound -> outbound.payment().name()).orElse(null),
      amounts.currency(),
      number(amounts.dueMinor()),
      number(amounts.paidMinor()),
      number(amounts.toCollectMinor()),
      number(amounts.toRefundMinor()),
      mismatch.reason() == null ? null : mismatch.reason().name(),
      Json.time(row.requestedAt()),
      Json.time(row.completedAt()),
      safe(mismatch.group()),
      row.suggestions().stream().map(Enum::name).collect(Collectors.joining("+")),
      safe(mismatch.refs().stream().map(RecordRef::text).collect(Collectors.joining(" ")))
    };
  }

  private static String number(Long number) {
    return number == null ? null : number.toString();
  }
}
