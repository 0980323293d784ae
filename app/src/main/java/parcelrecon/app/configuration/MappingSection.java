package parcelrecon.app.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parcelrecon.model.Currencies;
import parcelrecon.model.SourceName;
import parcelrecon.source.SourceSettings.AmountUnit;
import parcelrecon.source.SourceSettings.Amounts;
import parcelrecon.source.SourceSettings.Calendar;
import parcelrecon.source.SourceSettings.Calls;
import parcelrecon.source.SourceSettings.DurationUnit;
import parcelrecon.source.SourceSettings.Mapping;
import parcelrecon.source.SourceSettings.Negative;
import parcelrecon.source.SourceSettings.Times;
import parcelrecon.source.mapping.CanonicalColumns;
import parcelrecon.source.mapping.RequestColumns;
import parcelrecon.source.mapping.TimePattern;

/**
 * The keys of a source that say how its rows become ours.
 *
 * @param names the key columns are mapped under: columns, or fields where rows are JSON
 * @param timeFormat where the site names none
 * @param eventType the type of an event that tells none; empty for other sources
 */
record MappingSection(
    SourceName source,
    Section section,
    Names names,
    String timeFormat,
    String currency,
    String eventType) {

  /** How the site names its columns. */
  enum Names {
    COLUMNS,
    FIELDS;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    private Names other() {
      return this == COLUMNS ? FIELDS : COLUMNS;
    }
  }

  private static final Set<SourceName> WITH_AMOUNTS =
      Set.of(SourceName.OUTBOUND, SourceName.PAYMENTS, SourceName.EVENTS);

  Mapping read() {
    section.refuse(
        List.of(names.other().key()), "does not fit how the source is read: use " + names.key());
    return new Mapping(
        columns(),
        constants(),
        values(),
        filter("include"),
        filter("exclude"),
        WITH_AMOUNTS.contains(source) ? amounts() : Amounts.STANDARD,
        source == SourceName.STORES ? Times.STANDARD : times(),
        source == SourceName.ATTEMPTS ? calls() : Calls.STANDARD,
        currency,
        eventType);
  }

  private Map<String, List<String>> columns() {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    section
        .section(names.key())
        .ifPresent(
            mapped -> {
              for (String column : CanonicalColumns.of(source)) {
                mapped.value(column).ifPresent(value -> columns.put(column, columnsOf(value)));
              }
              mapped.end();
            });
    return Collections.unmodifiableMap(columns);
  }

  private List<String> columnsOf(Value value) {
    List<String> texts = value.texts();
    if (names == Names.FIELDS) {
      boolean pointers =
          texts.size() == 1
              && texts.stream()
                  .allMatch(
                      text ->
                          text.startsWith("/")
                              || RequestColumns.isOne(text)
                              || text.equals("@key")
                              || text.startsWith("@header:"));
      if (!pointers) {
        value.problem(
            "is not one field", "Write a JSON Pointer as \"/parcel_id\", @key or @header:NAME");
      }
    }
    return texts;
  }

  private Map<String, String> constants() {
    Map<String, String> constants = new LinkedHashMap<>();
    section
        .section("constants")
        .ifPresent(
            fixed -> {
              for (String column : CanonicalColumns.of(source)) {
                fixed
                    .value(column)
                    .flatMap(value -> word(column, value))
                    .ifPresent(text -> constants.put(column, text));
              }
              fixed.end();
            });
    return Collections.unmodifiableMap(constants);
  }

  private Map<String, Map<String, String>> values() {
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    section
        .section("values")
        .ifPresent(
            mapped -> {
              for (String column : CanonicalColumns.of(source)) {
                mapped
                    .section(column)
                    .ifPresent(words -> values.put(column, translation(column, words)));
              }
              mapped.end();
            });
    return Collections.unmodifiableMap(values);
  }

  private Map<String, String> translation(String column, Section words) {
    Map<String, String> translation = new LinkedHashMap<>();
    for (String theirs : words.keys()) {
      words
          .value(theirs)
          .flatMap(value -> word(column, value))
          .ifPresent(ours -> translation.put(theirs, ours));
    }
    return Collections.unmodifiableMap(translation);
  }

  /** A word the column may hold. */
  private Optional<String> word(String column, Value value) {
    Optional<String> text = value.text();
    List<String> allowed = CanonicalWords.of(source, column);
    text.filter(word -> !allowed.isEmpty() && !allowed.contains(word))
        .ifPresent(word -> value.unknownWord(word, allowed));
    text.filter(word -> column.equals("currency") && !Currencies.isKnown(word))
        .ifPresent(word -> value.problem("is no currency of ISO 4217", "Write e.g. TWD"));
    return text;
  }

  private Map<String, Set<String>> filter(String key) {
    Map<String, Set<String>> filter = new LinkedHashMap<>();
    section
        .section(key)
        .ifPresent(
            columns -> {
              for (String column : columns.keys()) {
                columns
                    .value(column)
                    .ifPresent(value -> filter.put(column, new LinkedHashSet<>(value.texts())));
              }
            });
    return Collections.unmodifiableMap(filter);
  }

  private Amounts amounts() {
    return new Amounts(
        section
            .value("amount-unit")
            .flatMap(
                value -> value.oneOf(Map.of("major", AmountUnit.MAJOR, "minor", AmountUnit.MINOR)))
            .orElse(AmountUnit.MAJOR),
        section
            .value("decimal-separator")
            .flatMap(Value::character)
            .orElse(Amounts.STANDARD.decimalSeparator()),
        section.value("grouping-separator").flatMap(Value::character),
        section.text("currency-sign"),
        negative());
  }

  private Negative negative() {
    if (source != SourceName.PAYMENTS) {
      section.refuse(List.of("negative-amounts"), "is for sources.payments only");
      return Negative.REJECTED;
    }
    return section
        .value("negative-amounts")
        .flatMap(
            value ->
                value.oneOf(
                    Map.of(
                        "rejected", Negative.REJECTED,
                        "refund", Negative.REFUND,
                        "void", Negative.VOID)))
        .orElse(Negative.REJECTED);
  }

  private Calls calls() {
    return new Calls(
        section.text("parcel-separator").filter(text -> !text.isEmpty()),
        section
            .value("duration-unit")
            .flatMap(
                value ->
                    value.oneOf(
                        Map.of(
                            "millis", DurationUnit.MILLIS,
                            "seconds", DurationUnit.SECONDS,
                            "micros", DurationUnit.MICROS)))
            .orElse(DurationUnit.MILLIS));
  }

  private Times times() {
    Optional<Value> format = section.value("time-format");
    Optional<Value> calendar = section.value("calendar");
    Times times =
        new Times(
            format.flatMap(Value::text).orElse(timeFormat),
            calendar
                .flatMap(
                    value -> value.oneOf(Map.of("iso", Calendar.ISO, "minguo", Calendar.MINGUO)))
                .orElse(Calendar.ISO));
    return format.or(() -> calendar).filter(value -> !isReadable(times, value)).isPresent()
        ? Times.STANDARD
        : times;
  }

  private static boolean isReadable(Times times, Value told) {
    try {
      TimePattern.of(times);
      return true;
    } catch (IllegalArgumentException bad) {
      told.problem(
          "is no time format (" + bad.getMessage() + ")",
          "Write iso-8601, epoch-millis, epoch-seconds or a pattern as \"yyyy/MM/dd HH:mm:ss\"");
      return false;
    }
  }
}
