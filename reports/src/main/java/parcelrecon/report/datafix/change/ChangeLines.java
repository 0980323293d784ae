package parcelrecon.report.datafix.change;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import parcelrecon.datafix.Suggestion;
import parcelrecon.rule.MismatchKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads changes line by line, and takes nothing but what {@link ChangesFile#line} writes: a line is
 * written anew and has to be the same text.
 */
final class ChangeLines {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final List<String> KEYS =
      List.of(
          "parcel_id",
          "outbound_id",
          "state_seen",
          "state_new",
          "version_seen",
          "deadline_seen",
          "deadline_new",
          "suggestion",
          "stands_on",
          "confirmed_by");

  private final String file;
  private final InputStream bytes;
  private long number;

  ChangeLines(String file, InputStream bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** Null at the end of the file. */
  Change next() throws IOException {
    number++;
    String line = line();
    if (line == null) {
      return null;
    }
    Change change = change(line);
    if (!ChangesFile.line(change).equals(line + "\n")) {
      throw refused("the line is not as this product writes it");
    }
    return change;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = bytes.read(); next != '\n'; next = bytes.read()) {
      if (next < 0 && line.size() == 0) {
        return null;
      }
      if (next < 0) {
        throw refused("the line has no end");
      }
      if (line.size() == ChangesFile.LINE_BYTES_MAX) {
        throw refused("the line is longer than " + ChangesFile.LINE_BYTES_MAX + " bytes");
      }
      line.write(next);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw refused("the line is not UTF-8");
    }
  }

  private Change change(String line) {
    JsonNode object = object(line);
    List<String> keys = new ArrayList<>(object.propertyNames());
    if (!keys.equals(KEYS)) {
      throw refused("its keys are " + keys + ", expected " + KEYS);
    }
    try {
      return new Change(
          text(object, "parcel_id"),
          text(object, "outbound_id"),
          text(object, "state_seen"),
          text(object, "state_new"),
          object.get("version_seen").longValue(),
          time(object, "deadline_seen"),
          time(object, "deadline_new"),
          Suggestion.valueOf(text(object, "suggestion")),
          MismatchKind.valueOf(text(object, "stands_on")),
          object.get("confirmed_by").values().stream().map(JsonNode::stringValue).toList());
    } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
      throw refused("the line is no change (" + e.getMessage() + ")");
    }
  }

  private JsonNode object(String line) {
    try {
      JsonNode node = MAPPER.readTree(line);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      // Told below, without the parser's excerpt of the data.
    }
    throw refused("the line is no JSON object");
  }

  private static String text(JsonNode object, String key) {
    JsonNode value = object.get(key);
    if (!value.isString()) {
      throw new IllegalArgumentException(key + " is no text");
    }
    return value.stringValue();
  }

  private static Instant time(JsonNode object, String key) {
    return object.get(key).isNull() ? null : Instant.parse(text(object, key));
  }

  private RuntimeException refused(String what) {
    return ChangesFile.refused(file + ":" + number, what);
  }
}
