package parcelrecon.report.answers;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import parcelrecon.report.answers.Unreadable.Why;

/** The rows of a CSV file with parcel_id, answer, answered_at and, when wanted, by and note. */
final class CsvRows {

  private static final List<String> NEEDED = List.of("parcel_id", "answer", "answered_at");

  private static final Map<AnswerColumn, String> NAMES =
      Map.of(
          AnswerColumn.PARCEL_ID, "parcel_id",
          AnswerColumn.ANSWER, "answer",
          AnswerColumn.WHEN_WHO, "answered_at",
          AnswerColumn.NOTE, "note");

  private static final int SEEN_CHARACTERS_MAX = 200;

  /** What no line of words has in it. */
  private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\uFFFD&&[^\\t\\n\\r]]");

  private final Path file;
  private final AnswerRows rows;

  CsvRows(Path file, AnswerRows rows) {
    this.file = file;
    this.rows = rows;
  }

  void read() throws IOException, Unreadable.Ended {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .detectBomHeader(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(file)) {
      Iterator<CsvRecord> records = reader.iterator();
      List<String> header = records.hasNext() ? records.next().getFields() : List.of();
      check(header);
      for (long number = 1; records.hasNext(); number++) {
        rows.add(row(number, header, records.next()));
      }
    }
  }

  private static void check(List<String> header) throws Unreadable.Ended {
    for (String column : NEEDED) {
      if (!header.contains(column)) {
        throw new Unreadable.Ended(Why.NO_COLUMN, column, shown(header));
      }
    }
  }

  /** What stands in the first line, as far as it is a line of words. */
  private static String shown(List<String> header) throws Unreadable.Ended {
    String line = String.join(", ", header);
    if (NO_TEXT.matcher(line).find()) {
      throw new Unreadable.Ended(Why.DAMAGED);
    }
    return line.length() > SEEN_CHARACTERS_MAX
        ? line.substring(0, SEEN_CHARACTERS_MAX) + "…"
        : line;
  }

  private FilledRow row(long number, List<String> header, CsvRecord row) {
    String line = file.getFileName() + ":" + row.getStartingLineNumber();
    return new FilledRow(
        number,
        column -> line + " " + NAMES.getOrDefault(column, ""),
        text(header, row, "parcel_id"),
        "",
        "",
        "",
        new FilledRow.Said(
            "",
            text(header, row, "answer"),
            text(header, row, "answered_at"),
            text(header, row, "by"),
            text(header, row, "note")));
  }

  private static String text(List<String> header, CsvRecord row, String column) {
    int place = header.indexOf(column);
    return place < 0 || place >= row.getFieldCount() ? "" : PlainText.of(row.getField(place));
  }
}
