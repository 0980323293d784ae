package parcelrecon.source.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parcelrecon.model.SourceName;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import tools.jackson.core.JsonPointer;

/** The fields a source reads of its records, as the configuration names them. Thread-safe. */
public final class JsonFields {

  static final String KEY = "@key";
  static final String HEADER = "@header:";

  private final Map<String, JsonPointer> pointers = new HashMap<>();

  /**
   * @param fields JSON Pointers, {@code @key}, {@code @header:NAME}
   * @throws ProblemException CONFIGURATION when some are none of these, with all of them
   */
  public JsonFields(SourceName source, Set<String> fields) {
    List<Problem> problems = new ArrayList<>();
    for (String field : fields) {
      if (field.startsWith("/")) {
        pointers.put(field, JsonPointer.compile(field));
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

  /** Null for {@code @key} and headers. */
  JsonPointer pointer(String field) {
    return pointers.get(field);
  }
}
