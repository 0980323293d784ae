package parcelrecon.source.csv;

import java.util.Optional;
import parcelrecon.source.file.FileRecord;
import parcelrecon.source.file.RecordReader;
import parcelrecon.source.mapping.EventStamp;
import parcelrecon.source.mapping.FooterCheck;
import parcelrecon.source.mapping.Heading;

/** Makes rows of a file's records, and tells the broken ones apart. */
final class CsvRows implements RecordReader {

  private static final String[] NO_FIELDS = {};

  private final Heading heading;
  private final CsvFields fields;
  private final FooterCheck rows;

  CsvRows(Heading heading, CsvFields fields, FooterCheck rows) {
    this.heading = heading;
    this.fields = fields;
    this.rows = rows;
  }

  @Override
  public Found read(FileRecord row) {
    if (heading.isHeading(row.ref().line())) {
      return Found.WHOLE;
    }
    if (isFooter(row)) {
      return Found.WHOLE;
    }
    return switch (row.ending()) {
      case LINE_END -> whole(row);
      case FILE_END -> last(row);
      case FILE_END_IN_QUOTES ->
          cut(row, fields.ofUnclosed(row.text()), "at the end of the file, inside quotes");
      case STREAM_CUT -> cut(row, fields.ofUnclosed(row.text()), "where the gzip stream is cut");
      case TOO_LONG -> {
        broken(row, NO_FIELDS, 0, "row is too long; is a quote missing?");
        yield Found.WHOLE;
      }
    };
  }

  /**
   * A footer often has fewer columns than the rows. One that breaks off tells another total, or
   * none.
   */
  private boolean isFooter(FileRecord row) {
    if (!rows.expectsFooter()) {
      return false;
    }
    Optional<CsvRow> footer =
        fields
            .of(row.text())
            .map(seen -> CsvRow.whole(heading, seen, row.text()))
            .filter(rows::isFooter);
    footer.ifPresent(seen -> rows.row(seen, row.ref(), EventStamp.NONE));
    return footer.isPresent();
  }

  private Found last(FileRecord row) {
    Optional<String[]> seen = fields.of(row.text());
    boolean isShort = seen.isPresent() && seen.get().length < heading.columns();
    return isShort ? cut(row, seen, "at the end of the file") : whole(row);
  }

  private Found whole(FileRecord row) {
    Optional<String[]> seen = fields.of(row.text());
    if (seen.isEmpty()) {
      broken(row, NO_FIELDS, 0, "quotes make no sense, expected \"\" for a quote inside quotes");
    } else if (seen.get().length != heading.columns()) {
      broken(row, seen.get(), seen.get().length, "row has " + counts(seen.get()));
    } else {
      rows.row(CsvRow.whole(heading, seen.get(), row.text()), row.ref(), EventStamp.NONE);
    }
    return Found.WHOLE;
  }

  /** Its last field may be half of one. */
  private Found cut(FileRecord row, Optional<String[]> seen, String where) {
    String[] known = seen.orElse(NO_FIELDS);
    broken(
        row,
        known,
        Math.max(0, known.length - 1),
        "row breaks off " + where + " (" + counts(known) + ")");
    return Found.CUT;
  }

  private String counts(String[] seen) {
    return seen.length + " columns, expected " + heading.columns();
  }

  private void broken(FileRecord row, String[] known, int trusted, String reason) {
    rows.broken(new CsvRow(heading, known, trusted, row.text()), row.ref(), reason);
  }
}
