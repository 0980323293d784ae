package parcelrecon.source.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parcelrecon.model.SourceName;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.mapping.RequestColumns;
import tools.jackson.core.JsonPointer;

/** The fields a source reads of its records, as the configuration names them. Thread-safe. */
public final class JsonFields {

  static final String KEY = "@key";
  static final String HEADER = "@header:";

  private final Map<String, JsonPointer> pointers = new HashMap<>();
  private final Optional<JsonPointer> request;

  /**
   * @param fields JSON Pointers, {@code @key}, {@code @header:NAME}
   * @throws ProblemException CONFIGURATION when some are none of these, with all of them
   */
  public JsonFields(SourceName source, Set<String> fields) {
    this(source, fields, Optional.empty());
  }

  /**
   * @param request the field with the request of a call
   */
  JsonFields(SourceName source, Set<String> fields, Optional<String> request) {
    this.request = request.map(JsonPointer::compile);
    List<Problem> problems = new ArrayList<>();
    for (String field : fields) {
      if (field.startsWith("/")) {
        pointers.put(field, JsonPointer.compile(field));
      } else if (RequestColumns.isOne(field)) {
        if (request.isEmpty()) {
          problems.add(noRequest(source, field));
        }
      } else if (!field.equals(KEY) && !field.startsWith(HEADER)) {
        problems.add(problem(source, field));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(ExitCode.CONFIGURATION, problems);
    }
  }

  private static Problem problem(SourceName source, String field) {
    return new Problem(
        "sources." + source.text() + ".fields",
        "\"" + field + "\" is no field, did you mean \"/" + field + "\"?",
        "Nothing was started",
        "Use a JSON Pointer such as /parcel_id, @key or @header:NAME");
  }

  private static Problem noRequest(SourceName source, String field) {
    return new Problem(
        "sources." + source.text() + ".fields",
        "\"" + field + "\" is taken out of a request, and no field is said to hold one",
        "Nothing was started",
        "Add e.g. request: /request to json-lines");
  }

  /** The field with the request of a call. */
  Optional<JsonPointer> request() {
    return request;
  }

  /** Null for {@code @key}, headers and what is taken out of a request. */
  JsonPointer pointer(String field) {
    return pointers.get(field);
  }
}
