package parcelrecon.source.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import parcelrecon.model.ParcelEvent;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Mapping;

/**
 * An event in the site's own columns: what {@link RowMapping} does, the other way round. What was
 * written may read otherwise where a mapping is not one to one: whoever writes reads it back.
 */
public final class EventColumns {

  /** Told only where the site names them, or names nothing: else its events may not have them. */
  private static final Set<String> OPTIONAL = Set.of("event_id", "store_id", "amount");

  /** More digits do not come through programs that take every number for a double. */
  private static final Pattern PLAIN_NUMBER =
      Pattern.compile("(0|[1-9][0-9]{0,14})([.][0-9]{1,4})?");

  private final Columns columns;
  private final Mapping mapping;
  private final Set<String> numbers;

  /**
   * @param numbers our columns that the site's events hold as numbers, not as texts
   */
  public EventColumns(SourceSettings settings, Set<String> numbers) {
    this.columns = new Columns(settings);
    this.mapping = settings.mapping();
    this.numbers = Set.copyOf(numbers);
  }

  /** Whether the site's events tell it. */
  public boolean has(String column) {
    return !OPTIONAL.contains(column)
        || mapping.columns().isEmpty()
        || mapping.columns().containsKey(column)
        || mapping.constants().containsKey(column);
  }

  /**
   * The site's columns with their values: texts, or numbers. Absent ones are left out.
   *
   * @param currency of the amount; the site's events tell amounts in one only
   * @throws NotWritable when a column cannot be written so that it would be read as it is
   */
  public Map<String, Object> of(ParcelEvent event, String currency) {
    Map<String, Object> row = new LinkedHashMap<>();
    put(row, "event_id", event.eventId());
    put(row, "type", event.type());
    put(row, "parcel_id", event.parcelId());
    put(row, "store_id", event.storeId());
    put(row, "amount", has("amount") ? amount(event.amountMinor(), currency) : null);
    put(row, "occurred_at", time(event.occurredAt()));
    passFilters(row);
    return row;
  }

  private Object amount(Long minor, String currency) {
    if (minor != null && !currency.equals(columns.currency())) {
      throw new NotWritable("amount");
    }
    return minor == null ? null : columns.amounts().written(minor, columns.decimals(currency));
  }

  private Object time(Instant time) {
    try {
      return time == null ? null : columns.times().written(time);
    } catch (DateTimeException e) {
      throw new NotWritable("occurred_at");
    }
  }

  private void put(Map<String, Object> row, String column, Object ours) {
    Cell cell = columns.cell(column);
    if (!has(column)) {
      return;
    }
    if (cell.constant().isPresent()) {
      if (!cell.constant().get().equals(ours == null ? "" : String.valueOf(ours))) {
        throw new NotWritable(column);
      }
      return;
    }
    if (ours == null) {
      return;
    }
    List<String> site = cell.siteColumns();
    Object theirs = cell.values().isEmpty() ? ours : theirs(cell, ours.toString());
    boolean isNew =
        site.size() == 1
            && (theirs.equals("") || row.putIfAbsent(site.get(0), typed(column, theirs)) == null);
    if (!isNew) {
      throw new NotWritable(column);
    }
  }

  private static String theirs(Cell cell, String ours) {
    return cell.siteValue(ours).orElseThrow(() -> new NotWritable(cell.name()));
  }

  private Object typed(String column, Object theirs) {
    if (!numbers.contains(column) || theirs instanceof Number) {
      return theirs;
    }
    if (!PLAIN_NUMBER.matcher(theirs.toString()).matches()) {
      throw new NotWritable(column);
    }
    return new BigDecimal(theirs.toString());
  }

  /** A row that the site would not have read is no event of the site. */
  private void passFilters(Map<String, Object> row) {
    mapping
        .include()
        .forEach(
            (column, wanted) -> {
              if (!row.containsKey(column) && wanted.size() == 1) {
                row.put(column, wanted.iterator().next());
              }
              if (!wanted.contains(text(row, column))) {
                throw new NotWritable(column);
              }
            });
    mapping
        .exclude()
        .forEach(
            (column, unwanted) -> {
              if (unwanted.contains(text(row, column))) {
                throw new NotWritable(column);
              }
            });
  }

  private static String text(Map<String, Object> row, String column) {
    return String.valueOf(row.getOrDefault(column, ""));
  }
}
