package parcelrecon.source.mapping;

import java.util.Map;

/** A row held in a map. */
record MapRow(Map<String, Object> values) implements RawRow {

  @Override
  public Object value(String siteColumn) {
    return values.get(siteColumn);
  }

  @Override
  public String text() {
    return "the row";
  }
}
