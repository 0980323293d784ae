package parcelrecon.app.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import parcelrecon.source.SourceSettings.AccessLog;
import parcelrecon.source.SourceSettings.Csv;
import parcelrecon.source.SourceSettings.Footer;
import parcelrecon.source.SourceSettings.Format;
import parcelrecon.source.SourceSettings.Jdbc;
import parcelrecon.source.SourceSettings.JsonLines;
import parcelrecon.source.SourceSettings.Kafka;
import parcelrecon.source.SourceSettings.KafkaSegments;
import parcelrecon.source.SourceSettings.Sql;
import parcelrecon.source.SourceSettings.Xlsx;
import parcelrecon.source.accesslog.AccessPattern;
import parcelrecon.source.kafka.ClientProperties;

/** The sections that say where a source's rows come from, one reader each. */
record ReaderSections(Section source) {

  static final Duration MARGIN_BEFORE = Duration.ofHours(1);
  static final Duration MARGIN_AFTER = Duration.ofDays(7);

  /** Keys of the source that only a database understands. */
  static final List<String> JDBC_KEYS =
      List.of("query", "by-key", "day-total", "heartbeat", "ranges", "margins");

  Jdbc jdbc(Section jdbc, boolean withDayTotal) {
    Optional<Section> margins = source.section("margins");
    Jdbc reader =
        new Jdbc(
            jdbc.required("url", "url: \"jdbc:mariadb://127.0.0.1/network\"")
                .flatMap(JdbcUrl::read)
                .orElse(""),
            jdbc.text("user"),
            jdbc.text("password"),
            source
                .required("query", "query: sql/outbound.sql")
                .flatMap(ReaderSections::sql)
                .orElse(new Sql("", "")),
            source.value("by-key").flatMap(ReaderSections::byKey),
            withDayTotal
                ? source.value("day-total").flatMap(ReaderSections::sql)
                : Optional.empty(),
            source.value("heartbeat").flatMap(ReaderSections::sql),
            source.value("ranges").flatMap(ReaderSections::ranges).orElse(1),
            margin(margins, "before", MARGIN_BEFORE),
            margin(margins, "after", MARGIN_AFTER));
    margins.ifPresent(Section::end);
    jdbc.end();
    return reader;
  }

  private static Optional<Integer> ranges(Value value) {
    return value.parsed(
        text -> {
          int ranges = Integer.parseInt(text);
          return ranges >= 1 && ranges <= Jdbc.RANGES_MAX ? ranges : null;
        },
        "is not a number of ranges",
        "Write 1 to " + Jdbc.RANGES_MAX);
  }

  private static Duration margin(Optional<Section> margins, String key, Duration standard) {
    return margins.flatMap(section -> section.value(key)).flatMap(Value::duration).orElse(standard);
  }

  private static Optional<Sql> byKey(Value value) {
    return sql(value)
        .filter(
            sql -> {
              boolean asksByKey = sql.text().contains("<parcel_ids>");
              if (!asksByKey) {
                value.problem(
                    "has no <parcel_ids> in its statement",
                    "Write: where parcel_id in (<parcel_ids>)");
              }
              return asksByKey;
            });
  }

  private static Optional<Sql> sql(Value value) {
    return value
        .text()
        .flatMap(
            file -> {
              Optional<String> text = statement(value.reading().base(), file);
              if (text.isEmpty()) {
                value.problem(
                    "names "
                        + file
                        + ", which is not there or empty, expected a file with one statement",
                    "Put the file there or correct the path (it counts from the configuration's folder)");
              }
              return text.map(statement -> new Sql(file, statement));
            });
  }

  private static Optional<String> statement(Path base, String file) {
    try {
      Path path = base.resolve(file);
      return Files.isRegularFile(path)
          ? Optional.of(Files.readString(path, StandardCharsets.UTF_8))
              .filter(text -> !text.isBlank())
          : Optional.empty();
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }

  Csv csv(Section csv) {
    Csv reader =
        new Csv(
            csv.requiredText("files", "files: \"settlement/*.csv*\""),
            csv.value("delimiter").flatMap(Value::character).orElse(','),
            csv.value("charset").flatMap(Value::charset).orElse(StandardCharsets.UTF_8),
            csv.value("header").flatMap(Value::truth).orElse(true),
            csv.section("footer").map(ReaderSections::footer));
    csv.end();
    return reader;
  }

  private static Footer footer(Section footer) {
    Footer read =
        new Footer(
            footer.requiredText("column", "column: 批次"),
            footer.requiredText("value", "value: 合計"),
            footer.text("count"),
            footer.text("sum"));
    if (read.count().isEmpty() && read.sum().isEmpty()) {
      footer.problem(
          footer.path() + " has neither count nor sum, expected at least one",
          "Add the column with the number of rows, or with their sum");
    }
    footer.end();
    return read;
  }

  Xlsx xlsx(Section xlsx) {
    Xlsx reader =
        new Xlsx(
            xlsx.requiredText("files", "files: \"settlement/*.xlsx\""),
            xlsx.text("sheet"),
            xlsx.section("footer").map(ReaderSections::footer));
    xlsx.end();
    return reader;
  }

  /**
   * @param withRequest whether its lines may be calls
   */
  JsonLines jsonLines(Section json, boolean withRequest) {
    Map<String, Format> formats =
        Map.of(
            "plain", Format.PLAIN,
            "kcat", Format.KCAT,
            "console-consumer", Format.CONSOLE_CONSUMER);
    JsonLines reader =
        new JsonLines(
            json.requiredText("files", "files: \"events/*.jsonl\""),
            json.value("format").flatMap(value -> value.oneOf(formats)).orElse(Format.PLAIN),
            withRequest
                ? json.value("request").flatMap(ReaderSections::pointer)
                : Optional.empty());
    json.end();
    return reader;
  }

  private static Optional<String> pointer(Value value) {
    return value.parsed(
        text -> text.startsWith("/") ? text : null,
        "is no JSON Pointer",
        "Write the field with the request, e.g. \"/request\"");
  }

  AccessLog accessLog(Section log) {
    AccessLog reader =
        new AccessLog(
            log.requiredText("files", "files: \"nginx/access.log*\""),
            log.required("pattern", "pattern: combined")
                .flatMap(ReaderSections::pattern)
                .orElse(AccessPattern.COMBINED));
    log.end();
    return reader;
  }

  private static Optional<String> pattern(Value value) {
    return value
        .text()
        .filter(
            text -> {
              try {
                AccessPattern.of(text);
                return true;
              } catch (IllegalArgumentException bad) {
                value.problem(
                    bad.getMessage(),
                    "Write "
                        + String.join(", ", AccessPattern.names())
                        + " or a regular expression with named groups, e.g. (?<status>[0-9]+)");
                return false;
              }
            });
  }

  KafkaSegments kafkaSegments(Section segments) {
    KafkaSegments reader =
        new KafkaSegments(
            segments
                .required("directories", "directories: [\"/data/kafka-logs/parcel-outbound-*\"]")
                .map(Value::texts)
                .orElse(List.of()));
    segments.end();
    return reader;
  }

  Kafka kafka(Section kafka, List<String> watchedGroups) {
    Map<String, String> client = new LinkedHashMap<>();
    kafka.required("bootstrap.servers", "bootstrap.servers: \"127.0.0.1:9092\"");
    List<String> topics =
        kafka.required("topics", "topics: [parcel-outbound]").map(Value::texts).orElse(List.of());
    Optional<Long> bytesPerSecond =
        kafka.value("bytes-per-second").flatMap(ReaderSections::bytesPerSecond);
    kafka.end(
        ClientProperties.allowed(),
        key -> {
          boolean isTheirs = ClientProperties.isClientProperty(key);
          if (isTheirs) {
            kafka.value(key).ifPresent(value -> clientProperty(key, value, client));
          }
          return isTheirs;
        });
    return new Kafka(
        client,
        topics,
        watchedGroups,
        bytesPerSecond.map(OptionalLong::of).orElse(OptionalLong.empty()));
  }

  private static void clientProperty(String key, Value value, Map<String, String> client) {
    value
        .text()
        .ifPresent(
            text -> {
              client.put(key, text);
              ClientProperties.refusal(key, text)
                  .ifPresent(what -> value.problem(what, "Correct or remove the key"));
            });
  }

  private static Optional<Long> bytesPerSecond(Value value) {
    long min = ClientProperties.BYTES_PER_SECOND_MIN;
    return value.parsed(
        text -> Long.parseLong(text) >= min ? Long.valueOf(text) : null,
        "is not a whole number of bytes, at least " + min,
        "Write e.g. 2000000");
  }
}
