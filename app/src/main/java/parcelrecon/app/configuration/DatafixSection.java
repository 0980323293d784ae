package parcelrecon.app.configuration;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.datafix.change.DatafixSettings.Columns;
import parcelrecon.report.datafix.change.DatafixSettings.Dialect;
import parcelrecon.report.datafix.change.DatafixSettings.Replay;

/**
 * The {@code datafix} section: the site's outbound table as generated SQL must name it.
 *
 * @param zone of the table's times, which is that of the outbound source
 * @param database from which the outbounds are read; absent when they are not from one
 */
record DatafixSection(Section section, ZoneId zone, Optional<String> database) {

  static final int EXTEND_DAYS = 7;
  private static final int EXTEND_DAYS_MAX = 365;

  private static final String ID_PATTERN = "[A-Za-z0-9_-]{1,64}";

  private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");

  /** Of an event's columns those that can be numbers; a time is one by its format. */
  private static final List<String> NUMBERS =
      List.of("parcel_id", "event_id", "store_id", "amount");

  private static final String UNREAD = "unread";

  private static final Map<String, Dialect> DIALECTS =
      Map.of(
          "h2", Dialect.H2,
          "postgresql", Dialect.POSTGRESQL,
          "mariadb", Dialect.MARIADB,
          "mysql", Dialect.MYSQL);

  DatafixSettings read() {
    DatafixSettings settings =
        new DatafixSettings(
            section
                .required("dialect", "dialect: mariadb")
                .flatMap(value -> value.oneOf(DIALECTS))
                .orElse(Dialect.H2),
            name(section, "table", "table: parcel_outbound"),
            name(section, "key", "key: outbound_id"),
            idPattern(),
            columns(),
            states(),
            extendDays(),
            zone,
            replay(),
            section.text("database").or(() -> database));
    section.end();
    return settings;
  }

  private Optional<Replay> replay() {
    List<String> numbers =
        section.value("replay-numbers").map(DatafixSection::columnsOfEvents).orElse(List.of());
    return section
        .value("replay-topic")
        .flatMap(DatafixSection::topic)
        .map(topic -> new Replay(topic, numbers));
  }

  private static Optional<String> topic(Value value) {
    return value
        .text()
        .filter(
            text -> {
              boolean legal = TOPIC.matcher(text).matches();
              if (!legal) {
                value.problem(
                    "is no topic's name, expected letters, digits, \".\", \"_\" and \"-\"",
                    "Write e.g. parcel-outbound");
              }
              return legal;
            });
  }

  private static List<String> columnsOfEvents(Value value) {
    List<String> columns = value.texts();
    columns.stream()
        .filter(column -> !NUMBERS.contains(column))
        .forEach(column -> value.unknownWord(column, NUMBERS));
    return columns;
  }

  private static String name(Section section, String key, String example) {
    return section.required(key, example).flatMap(DatafixSection::plainName).orElse(UNREAD);
  }

  private static Optional<String> plainName(Value value) {
    return value
        .text()
        .filter(
            text -> {
              boolean plain = DatafixSettings.IDENTIFIER.matcher(text).matches();
              if (!plain) {
                value.problem(
                    "is not a plain name, expected letters, digits and _",
                    "Write the name without quotes or blanks");
              }
              return plain;
            });
  }

  private Pattern idPattern() {
    return section
        .value("id-pattern")
        .flatMap(
            value ->
                value.parsed(
                    Pattern::compile,
                    "is not a regular expression",
                    "Write e.g. \"[A-Z0-9-]{6,40}\""))
        .orElseGet(() -> Pattern.compile(ID_PATTERN));
  }

  private Columns columns() {
    Optional<Section> columns =
        section
            .required("columns", "columns: { state: status, version: row_version }")
            .flatMap(Value::section);
    Columns read =
        columns
            .map(
                named ->
                    new Columns(
                        name(named, "state", "state: status"),
                        name(named, "version", "version: row_version"),
                        named.value("deadline").flatMap(DatafixSection::plainName)))
            .orElse(new Columns(UNREAD, UNREAD, Optional.empty()));
    columns.ifPresent(Section::end);
    return read;
  }

  private Map<OutboundState, String> states() {
    Map<OutboundState, String> states = new EnumMap<>(OutboundState.class);
    section
        .required("states", "states: { COMPLETED: PICKED_UP, REVERSED: AWAITING_PICKUP }")
        .flatMap(Value::section)
        .ifPresent(
            named -> {
              for (OutboundState state : OutboundState.values()) {
                String example = state + ": the site's word for it";
                states.put(state, named.requiredText(state.name(), example));
              }
              named.end();
            });
    return states;
  }

  private int extendDays() {
    Optional<Value> value = section.value("extend-days");
    long days = value.flatMap(Value::wholeNumber).orElse((long) EXTEND_DAYS);
    if (days > EXTEND_DAYS_MAX) {
      value.ifPresent(
          bad -> bad.problem("is more than " + EXTEND_DAYS_MAX + " days", "Write e.g. 7"));
      return EXTEND_DAYS;
    }
    return (int) days;
  }
}
