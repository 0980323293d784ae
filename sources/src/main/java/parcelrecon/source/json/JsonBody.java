package parcelrecon.source.json;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A JSON object, or why a text is none.
 *
 * @param node missing when there is a problem
 * @param problem in the words of a reject's reason
 */
public record JsonBody(JsonNode node, Optional<String> problem) {

  private static final int MESSAGE_CHARACTERS_MAX = 160;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Never throws; numbers keep their decimals. */
  public static JsonBody of(String text) {
    try {
      return of(MAPPER.readTree(text));
    } catch (JacksonException e) {
      return broken("is not JSON (" + oneLine(e.getOriginalMessage()) + ")");
    }
  }

  static JsonBody of(JsonNode node) {
    return node.isObject()
        ? new JsonBody(node, Optional.empty())
        : broken("is no JSON object, expected {…}");
  }

  private static JsonBody broken(String problem) {
    return new JsonBody(MissingNode.getInstance(), Optional.of(problem));
  }

  private static String oneLine(String message) {
    String line = message == null ? "" : message.replaceAll("\\s+", " ");
    return line.length() <= MESSAGE_CHARACTERS_MAX
        ? line
        : line.substring(0, MESSAGE_CHARACTERS_MAX) + "…";
  }
}
