package parcelrecon.source.mapping;

import java.util.Map;
import java.util.Set;
import parcelrecon.source.SourceSettings.Mapping;

/** Which rows the site wants read: all of its include, none of its exclude. */
final class RowFilter {

  private final Map<String, Set<String>> include;
  private final Map<String, Set<String>> exclude;

  RowFilter(Mapping mapping) {
    this.include = mapping.include();
    this.exclude = mapping.exclude();
  }

  boolean wants(RawRow row) {
    return include.entrySet().stream().allMatch(entry -> isAmong(row, entry))
        && exclude.entrySet().stream().noneMatch(entry -> isAmong(row, entry));
  }

  /** An absent value is the empty text. */
  private static boolean isAmong(RawRow row, Map.Entry<String, Set<String>> entry) {
    Object seen = Cell.cellValue(row.value(entry.getKey()));
    if (seen instanceof RequestColumns.Undecoded) {
      return false;
    }
    String text = Cell.textOf(entry.getKey(), seen);
    return entry.getValue().contains(text == null ? "" : text);
  }
}
