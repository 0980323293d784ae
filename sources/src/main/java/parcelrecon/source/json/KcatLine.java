package parcelrecon.source.json;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import parcelrecon.model.ParcelEvent.TimestampType;
import parcelrecon.model.RecordRef;
import parcelrecon.source.file.FileRecord;
import parcelrecon.source.mapping.EventStamp;
import tools.jackson.databind.JsonNode;

/**
 * A line as {@code kcat -J} writes it: {@code {"topic":…, "partition":…, "offset":…,
 * "tstype":"create", "ts":…, "headers":["name","value",…], "key":…, "payload":…}}, the payload as a
 * text or as JSON.
 */
final class KcatLine {

  private KcatLine() {}

  static Line of(FileRecord line) {
    JsonBody envelope = JsonBody.of(line.text());
    if (envelope.problem().isPresent()) {
      return Line.broken(line, envelope, "row " + envelope.problem().get());
    }
    JsonNode node = envelope.node();
    if (!node.path("topic").isString() || !isWhole(node, "partition") || !isWhole(node, "offset")) {
      return Line.broken(
          line, JsonBody.of(""), "row has no topic, partition and offset, expected as of kcat -J");
    }
    JsonBody body = payload(node.path("payload"));
    return new Line(
        new RecordRef.TopicOffset(
            line.ref().source(),
            node.path("topic").stringValue(),
            node.path("partition").intValue(),
            node.path("offset").longValue()),
        stamp(node),
        textOrNull(node.path("key")),
        headers(node.path("headers")),
        body,
        body.problem().map(what -> "payload " + what));
  }

  private static boolean isWhole(JsonNode node, String field) {
    return node.path(field).isIntegralNumber() && node.path(field).canConvertToLong();
  }

  private static JsonBody payload(JsonNode payload) {
    return payload.isString() ? JsonBody.of(payload.stringValue()) : JsonBody.of(payload);
  }

  private static EventStamp stamp(JsonNode node) {
    boolean hasTime = isWhole(node, "ts") && node.path("ts").longValue() >= 0;
    TimestampType type =
        switch (node.path("tstype").asString("create")) {
          case "create" -> TimestampType.CREATE_TIME;
          case "logappend" -> TimestampType.LOG_APPEND_TIME;
          default -> TimestampType.NONE;
        };
    return hasTime && type != TimestampType.NONE
        ? new EventStamp(Instant.ofEpochMilli(node.path("ts").longValue()), type)
        : EventStamp.NONE;
  }

  /** A flat list of names and values, or an object; of equal names the last counts. */
  private static Map<String, String> headers(JsonNode node) {
    Map<String, String> headers = new HashMap<>();
    for (int at = 0; node.isArray() && at + 1 < node.size(); at += 2) {
      headers.put(node.get(at).asString(""), textOrNull(node.get(at + 1)));
    }
    node.properties().forEach(entry -> headers.put(entry.getKey(), textOrNull(entry.getValue())));
    return headers;
  }

  private static String textOrNull(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? node.asString() : null;
  }
}
