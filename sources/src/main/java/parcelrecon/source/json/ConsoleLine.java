package parcelrecon.source.json;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parcelrecon.model.ParcelEvent.TimestampType;
import parcelrecon.source.file.FileRecord;
import parcelrecon.source.mapping.EventStamp;

/**
 * A line as the console consumer writes it with {@code print.timestamp}, {@code print.partition},
 * {@code print.offset}, {@code print.headers} and {@code print.key}, each of which may be left out:
 * {@code CreateTime:1649850159000 Partition:0 Offset:5 name:value,… key {…}}, separated by tabs.
 *
 * <p>It does not tell its topic: such a record is cited by file and line.
 */
final class ConsoleLine {

  private static final Pattern STAMP =
      Pattern.compile("(?:(CreateTime|LogAppendTime):(\\d{1,15})|NO_TIMESTAMP)(?:\t|$)");

  private static final Pattern PLACE =
      Pattern.compile("(?:Partition|Offset|Delivery|Epoch):-?\\w+(?:\t|$)");

  private static final String NO_HEADERS = "NO_HEADERS";
  private static final String NULL = "null";

  private ConsoleLine() {}

  static Line of(FileRecord line) {
    String rest = line.text();
    EventStamp stamp = EventStamp.NONE;
    Matcher timestamp = STAMP.matcher(rest);
    if (timestamp.lookingAt()) {
      stamp = stamp(timestamp);
      rest = rest.substring(timestamp.end());
    }
    for (Matcher place = PLACE.matcher(rest); place.lookingAt(); place = PLACE.matcher(rest)) {
      rest = rest.substring(place.end());
    }
    return withoutPlace(line, stamp, rest);
  }

  /** What is left: headers, key and value; key and value; or the value. */
  private static Line withoutPlace(FileRecord line, EventStamp stamp, String rest) {
    String[] parts = rest.startsWith("{") ? new String[] {rest} : rest.split("\t", 3);
    String key = parts.length == 1 ? NULL : parts[parts.length - 2];
    boolean hasHeaders = parts.length == 3 || key.equals(NO_HEADERS);
    JsonBody body = JsonBody.of(parts[parts.length - 1]);
    return new Line(
        line.ref(),
        stamp,
        key.equals(NULL) || key.equals(NO_HEADERS) ? null : key,
        hasHeaders ? headers(parts[0]) : Map.of(),
        body,
        body.problem().map(what -> "value " + what));
  }

  private static EventStamp stamp(Matcher timestamp) {
    if (timestamp.group(1) == null) {
      return EventStamp.NONE;
    }
    return new EventStamp(
        Instant.ofEpochMilli(Long.parseLong(timestamp.group(2))),
        timestamp.group(1).equals("CreateTime")
            ? TimestampType.CREATE_TIME
            : TimestampType.LOG_APPEND_TIME);
  }

  private static Map<String, String> headers(String text) {
    Map<String, String> headers = new HashMap<>();
    for (String header : text.equals(NO_HEADERS) ? new String[0] : text.split(",")) {
      int colon = header.indexOf(':');
      if (colon >= 0) {
        String value = header.substring(colon + 1);
        headers.put(header.substring(0, colon), value.equals(NULL) ? null : value);
      }
    }
    return headers;
  }
}
