package parcelrecon.app.configuration;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parcelrecon.app.configuration.MappingSection.Names;
import parcelrecon.model.SourceName;
import parcelrecon.problem.ExitCode;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.AccessLog;
import parcelrecon.source.SourceSettings.Format;
import parcelrecon.source.SourceSettings.JsonLines;
import parcelrecon.source.SourceSettings.Reader;
import parcelrecon.source.SourceSettings.Times;
import parcelrecon.source.accesslog.AccessPattern;

/**
 * One source of the {@code sources} section.
 *
 * @param siteZone the zone where the source sets none
 * @param currency the site's; empty when it names none
 */
record SourceSection(
    SourceName name, Section section, ZoneId siteZone, String currency, EventKeys events) {

  /** The keys that only the events source has. */
  record EventKeys(
      String outbound, Optional<String> reversal, List<String> stillHere, List<String> watched) {
    static final EventKeys NONE = new EventKeys("", Optional.empty(), List.of(), List.of());
  }

  private static final Reader UNREAD = new JsonLines("", Format.PLAIN, Optional.empty());

  SourceSettings read() {
    Reader reader = reader();
    Optional<ZoneId> ownZone = section.value("zone").flatMap(Value::zone);
    ZoneId zone = ownZone.orElse(siteZone);
    boolean isPayments = name == SourceName.PAYMENTS;
    SourceSettings settings =
        new SourceSettings(
            name,
            section.base(),
            reader,
            mapping(reader),
            zone,
            ownZone.isPresent(),
            !isPayments || independent(),
            isPayments
                ? section
                    .value("complete-through")
                    .flatMap(value -> value.instant(zone, ExitCode.CONFIGURATION))
                : Optional.empty());
    section.end();
    return settings;
  }

  private boolean independent() {
    return section
        .required(
            "independent", "independent: true (false when the outbound itself writes these rows)")
        .flatMap(Value::truth)
        .orElse(true);
  }

  private SourceSettings.Mapping mapping(Reader reader) {
    Names names = reader.hasFields() ? Names.FIELDS : Names.COLUMNS;
    String timeFormat =
        reader instanceof AccessLog log
            ? AccessPattern.of(log.pattern()).timeFormat()
            : Times.ISO_8601;
    return new MappingSection(name, section, names, timeFormat, currency, events.outbound()).read();
  }

  private Reader reader() {
    Set<String> types = new LinkedHashSet<>(List.of("jdbc", "csv", "json-lines"));
    types.addAll(
        switch (name) {
          case EVENTS -> List.of("kafka", "kafka-segments");
          case ATTEMPTS -> List.of("xlsx", "access-log");
          default -> List.of("xlsx");
        });
    List<String> chosen = types.stream().filter(section::has).toList();
    if (chosen.size() != 1) {
      section.problem(
          section.path()
              + (chosen.isEmpty()
                  ? " does not say where it is read from"
                  : " has several readers: " + String.join(", ", chosen))
              + ", expected one of "
              + types.stream().collect(Collectors.joining(", ")),
          "Keep exactly one of them");
      ReaderSections.JDBC_KEYS.forEach(section::has);
    }
    return chosen.size() == 1 ? reader(chosen.get(0)) : UNREAD;
  }

  private Reader reader(String type) {
    ReaderSections readers = new ReaderSections(section);
    Optional<Section> inner = section.section(type);
    if (!type.equals("jdbc")) {
      section.refuse(ReaderSections.JDBC_KEYS, "is for jdbc only, the source is read by " + type);
    } else if (name != SourceName.OUTBOUND) {
      section.refuse(List.of("day-total"), "is for sources.outbound only");
    }
    return inner
        .<Reader>map(
            found ->
                switch (type) {
                  case "jdbc" -> readers.jdbc(found, name == SourceName.OUTBOUND);
                  case "csv" -> readers.csv(found);
                  case "xlsx" -> readers.xlsx(found);
                  case "json-lines" -> readers.jsonLines(found, name == SourceName.ATTEMPTS);
                  case "access-log" -> readers.accessLog(found);
                  case "kafka-segments" -> readers.kafkaSegments(found);
                  default -> readers.kafka(found, events.watched());
                })
        .orElse(UNREAD);
  }
}
