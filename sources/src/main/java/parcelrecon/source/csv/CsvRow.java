package parcelrecon.source.csv;

import parcelrecon.source.mapping.Heading;
import parcelrecon.source.mapping.RawRow;

/**
 * A row of a CSV file.
 *
 * @param trusted how many of the fields can be trusted: behind them, a broken row may be shifted or
 *     cut
 */
record CsvRow(Heading heading, String[] fields, int trusted, String text) implements RawRow {

  static CsvRow whole(Heading heading, String[] fields, String text) {
    return new CsvRow(heading, fields, fields.length, text);
  }

  @Override
  public Object value(String siteColumn) {
    Integer place = heading.places().get(siteColumn);
    return place == null || place >= trusted ? null : fields[place];
  }
}
