package parcelrecon.source.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parcelrecon.model.SourceName;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Calls;
import parcelrecon.source.SourceSettings.Footer;
import parcelrecon.source.SourceSettings.Mapping;

/**
 * A source's canonical columns bound to the site's. A column the configuration does not name is
 * looked for under its canonical name (of JSON: the pointer {@code /name}), where a row may lack
 * it.
 */
final class Columns {

  private static final Map<String, Integer> DECIMALS =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .collect(
              Collectors.toUnmodifiableMap(
                  Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

  private final Map<String, Cell> cells = new HashMap<>();
  private final SourceSettings settings;
  private final AmountFormat amounts;
  private final TimeFormat times;

  Columns(SourceSettings settings) {
    this.settings = settings;
    Mapping mapping = settings.mapping();
    this.amounts = new AmountFormat(mapping.amounts());
    this.times = TimeFormat.of(settings);
    for (String name : canonical()) {
      cells.put(
          name,
          new Cell(
              name,
              mapping.columns().getOrDefault(name, List.of(defaultColumn(name))),
              Optional.ofNullable(mapping.constants().get(name)),
              values(name)));
    }
  }

  /** A call has one time: its end where the site names that, else its start. */
  private Set<String> canonical() {
    Set<String> columns = new LinkedHashSet<>(CanonicalColumns.of(settings.name()));
    boolean isNamed =
        settings.mapping().columns().containsKey("ended_at")
            || settings.mapping().constants().containsKey("ended_at");
    columns.remove(isNamed ? "started_at" : "ended_at");
    return columns;
  }

  /** Access logs write "-" for what is absent. */
  private Map<String, String> values(String name) {
    Map<String, String> values = settings.mapping().values().getOrDefault(name, Map.of());
    if (source() != SourceName.ATTEMPTS || values.containsKey("-")) {
      return values;
    }
    Map<String, String> all = new HashMap<>(values);
    all.put("-", values.getOrDefault("", ""));
    return all;
  }

  boolean has(String column) {
    return cells.containsKey(column);
  }

  Cell cell(String column) {
    return cells.get(column);
  }

  SourceName source() {
    return settings.name();
  }

  Calls calls() {
    return settings.mapping().calls();
  }

  Optional<Footer> footer() {
    return settings.reader().footer();
  }

  AmountFormat amounts() {
    return amounts;
  }

  TimeFormat times() {
    return times;
  }

  String currency() {
    return settings.mapping().currency();
  }

  String eventType() {
    return settings.mapping().eventType();
  }

  int decimals(String currency) {
    Integer decimals = DECIMALS.get(currency);
    if (decimals == null) {
      throw Unreadable.value("currency", currency, "is not of ISO 4217, expected e.g. TWD");
    }
    return decimals;
  }

  /**
   * The parcels a row is about, as values of parcel_id: one, but for a call with several.
   *
   * @return never empty; null for one that is absent
   */
  List<Object> parcels(RawRow row) {
    Object seen = cell("parcel_id").value(row);
    if (source() == SourceName.ATTEMPTS && seen instanceof List<?> several) {
      return several.isEmpty()
          ? Collections.singletonList(null)
          : several.stream().map(Cell::cellValue).collect(Collectors.toCollection(ArrayList::new));
    }
    Optional<String> separator = calls().parcelSeparator();
    if (separator.isPresent() && seen instanceof String text) {
      List<Object> parts =
          Stream.of(text.split(Pattern.quote(separator.get())))
              .map(part -> Cell.cellValue(part.strip()))
              .collect(Collectors.toCollection(ArrayList::new));
      return parts.isEmpty() ? Collections.singletonList(null) : parts;
    }
    return Collections.singletonList(seen);
  }

  /** The site's columns that a file or table has to have. */
  Set<String> siteColumns() {
    Mapping mapping = settings.mapping();
    Set<String> columns = new LinkedHashSet<>();
    for (String name : canonical()) {
      boolean isNeeded =
          mapping.columns().containsKey(name) || CanonicalColumns.required(source()).contains(name);
      if (isNeeded && !mapping.constants().containsKey(name)) {
        columns.addAll(cells.get(name).siteColumns());
      }
    }
    columns.addAll(mapping.include().keySet());
    columns.addAll(mapping.exclude().keySet());
    footer().ifPresent(footer -> columns.addAll(footer.columns()));
    return columns;
  }

  /** All of the site's columns that are read, also those a row may lack. */
  Set<String> readColumns() {
    Set<String> columns = siteColumns();
    cells.values().stream()
        .filter(cell -> cell.constant().isEmpty())
        .forEach(cell -> columns.addAll(cell.siteColumns()));
    return columns;
  }

  private String defaultColumn(String name) {
    boolean isJson = settings.reader().hasFields();
    return isJson ? "/" + name : name;
  }
}
