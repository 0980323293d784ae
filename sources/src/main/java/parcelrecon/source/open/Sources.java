package parcelrecon.source.open;

import parcelrecon.source.Source;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.AccessLog;
import parcelrecon.source.SourceSettings.Csv;
import parcelrecon.source.SourceSettings.Jdbc;
import parcelrecon.source.SourceSettings.JsonLines;
import parcelrecon.source.SourceSettings.Kafka;
import parcelrecon.source.SourceSettings.KafkaSegments;
import parcelrecon.source.SourceSettings.Xlsx;
import parcelrecon.source.accesslog.AccessLogSource;
import parcelrecon.source.csv.CsvSource;
import parcelrecon.source.jdbc.JdbcSource;
import parcelrecon.source.json.JsonLinesSource;
import parcelrecon.source.kafka.KafkaSource;
import parcelrecon.source.mapping.RowSource;
import parcelrecon.source.mapping.StoreList;
import parcelrecon.source.mapping.StoreListReader;
import parcelrecon.source.segments.SegmentsSource;
import parcelrecon.source.xlsx.XlsxSource;

/** Every kind of source there is. */
public final class Sources {

  private Sources() {}

  /**
   * Reaches nothing yet.
   *
   * @throws parcelrecon.problem.ProblemException CONFIGURATION for settings that cannot be used
   */
  public static Source open(SourceSettings settings) {
    return EventsWithoutBroker.around(openReader(settings), settings);
  }

  private static Source openReader(SourceSettings settings) {
    if (settings.reader() instanceof Kafka kafka) {
      return new KafkaSource(settings, kafka);
    }
    if (settings.reader() instanceof KafkaSegments segments) {
      return new SegmentsSource(settings, segments);
    }
    return openRows(settings);
  }

  /**
   * Reads the whole list of stores.
   *
   * @throws parcelrecon.problem.ProblemException as {@link Source#plan} and {@link Source#read}
   */
  public static StoreList stores(SourceSettings settings) {
    try (RowSource source = openRows(settings)) {
      return StoreListReader.read(source, settings);
    }
  }

  private static RowSource openRows(SourceSettings settings) {
    SourceSettings.Reader reader = settings.reader();
    if (reader instanceof Jdbc jdbc) {
      return new JdbcSource(settings, jdbc);
    }
    if (reader instanceof Csv csv) {
      return new CsvSource(settings, csv);
    }
    if (reader instanceof Xlsx xlsx) {
      return new XlsxSource(settings, xlsx);
    }
    if (reader instanceof JsonLines lines) {
      return new JsonLinesSource(settings, lines);
    }
    if (reader instanceof AccessLog log) {
      return new AccessLogSource(settings, log);
    }
    throw new IllegalArgumentException(reader.type() + " holds no rows");
  }
}
