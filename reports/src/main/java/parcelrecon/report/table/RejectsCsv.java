package parcelrecon.report.table;

import static parcelrecon.report.text.CellText.safe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import parcelrecon.report.file.CsvFile;
import parcelrecon.results.RunResults;

/** rejects.csv: a row per row that could not be read, ordered by source and ref. */
public final class RejectsCsv {

  static final List<String> COLUMNS = List.of("source", "ref", "reason", "row");

  private RejectsCsv() {}

  /** Returns the number of rows. */
  public static long write(RunResults results, Path path) throws IOException {
    try (CsvFile csv = CsvFile.create(path, COLUMNS)) {
      results.forEachReject(
          reject ->
              csv.row(
                  reject.source().text(),
                  safe(reject.ref().text()),
                  safe(reject.reason()),
                  safe(reject.row())));
      return csv.rows();
    }
  }
}
