package parcelrecon.source.segments;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.source.Source;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Amounts;
import parcelrecon.source.SourceSettings.Calls;
import parcelrecon.source.SourceSettings.Kafka;
import parcelrecon.source.SourceSettings.KafkaSegments;
import parcelrecon.source.SourceSettings.Mapping;
import parcelrecon.source.SourceSettings.Times;
import parcelrecon.source.open.Sources;

/** The same mapping for a live broker and for what it left on disk. */
final class EventSettings {

  static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
  static final Instant NOON = Instant.parse("2022-04-13T04:00:00Z");

  /** 12:00 to 13:00 in Taipei. */
  static final Window WINDOW = new Window(NOON, NOON.plusSeconds(3600), TAIPEI);

  private EventSettings() {}

  static Source live(String bootstrapServers, String topic) {
    return Sources.open(
        of(
            Path.of("/site"),
            new Kafka(
                Map.of("bootstrap.servers", bootstrapServers),
                List.of(topic),
                List.of(),
                OptionalLong.empty())));
  }

  /**
   * @param directories relative to the base
   */
  static Source segments(Path base, String... directories) {
    return Sources.open(of(base, new KafkaSegments(List.of(directories))));
  }

  private static SourceSettings of(Path base, SourceSettings.Reader reader) {
    Mapping mapping =
        new Mapping(
            Map.of(
                "parcel_id", List.of("/parcel_id"),
                "event_id", List.of("@header:event"),
                "store_id", List.of("@key")),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Amounts.STANDARD,
            Times.STANDARD,
            Calls.STANDARD,
            "TWD",
            "OUTBOUND_COMPLETED");
    return new SourceSettings(
        SourceName.EVENTS, base, reader, mapping, TAIPEI, false, true, Optional.empty());
  }
}
