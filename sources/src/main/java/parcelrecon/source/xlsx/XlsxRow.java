package parcelrecon.source.xlsx;

import parcelrecon.source.mapping.Heading;
import parcelrecon.source.mapping.RawRow;

/** A row of a table in a workbook. */
record XlsxRow(Heading heading, SheetRow row) implements RawRow {

  @Override
  public Object value(String siteColumn) {
    Integer place = heading.places().get(siteColumn);
    return place == null ? null : row.cell(place);
  }

  @Override
  public String text() {
    return row.text();
  }
}
