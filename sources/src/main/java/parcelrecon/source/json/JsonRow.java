package parcelrecon.source.json;

import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import parcelrecon.source.mapping.RawRow;
import parcelrecon.source.mapping.RequestColumns;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A JSON record as a row: its fields are JSON Pointers, {@code @key}, {@code @header:NAME} and what
 * is taken out of a request. A JSON null is absent; an object comes as Jackson's node, which no
 * column takes.
 *
 * @param key null when absent
 */
public record JsonRow(
    JsonFields fields, JsonNode body, String key, Map<String, String> headers, String text)
    implements RawRow {

  @Override
  public Object value(String field) {
    JsonPointer pointer = fields.pointer(field);
    if (pointer != null) {
      return scalar(body.at(pointer));
    }
    if (RequestColumns.isOne(field)) {
      return fields
          .request()
          .map(body::at)
          .filter(JsonNode::isString)
          .map(request -> RequestColumns.value(request.stringValue(), field))
          .orElse(null);
    }
    return field.equals(JsonFields.KEY)
        ? key
        : headers.get(field.substring(Math.min(field.length(), JsonFields.HEADER.length())));
  }

  private static Object scalar(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (node.isString()) {
      return node.stringValue();
    }
    if (node.isNumber()) {
      return node.numberValue();
    }
    if (node.isArray()) {
      return node.valueStream()
          .map(JsonRow::scalar)
          .collect(Collectors.toCollection(ArrayList::new));
    }
    return node.isBoolean() ? Boolean.valueOf(node.booleanValue()) : node;
  }
}
