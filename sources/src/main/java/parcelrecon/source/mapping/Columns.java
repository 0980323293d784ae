package parcelrecon.source.mapping;

import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parcelrecon.model.SourceName;
import parcelrecon.source.SourceSettings;
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
    this.times = new TimeFormat(TimePattern.of(mapping.times().format()), settings.zone());
    for (String name : CanonicalColumns.of(settings.name())) {
      cells.put(
          name,
          new Cell(
              name,
              mapping.columns().getOrDefault(name, List.of(defaultColumn(name))),
              Optional.ofNullable(mapping.constants().get(name)),
              mapping.values().getOrDefault(name, Map.of())));
    }
  }

  Cell cell(String column) {
    return cells.get(column);
  }

  SourceName source() {
    return settings.name();
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

  /** The site's columns that a file or table has to have. */
  Set<String> siteColumns() {
    Mapping mapping = settings.mapping();
    Set<String> columns = new LinkedHashSet<>();
    for (String name : CanonicalColumns.of(source())) {
      boolean isNeeded =
          mapping.columns().containsKey(name) || CanonicalColumns.required(source()).contains(name);
      if (isNeeded && !mapping.constants().containsKey(name)) {
        columns.addAll(cells.get(name).siteColumns());
      }
    }
    columns.addAll(mapping.include().keySet());
    columns.addAll(mapping.exclude().keySet());
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
    boolean isJson =
        settings.reader() instanceof SourceSettings.JsonLines
            || settings.reader() instanceof SourceSettings.Kafka;
    return isJson ? "/" + name : name;
  }
}
