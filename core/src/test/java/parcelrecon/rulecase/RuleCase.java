package parcelrecon.rulecase;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parcelrecon.datafix.DatafixPlanner;
import parcelrecon.model.SourceRecord;
import parcelrecon.rule.JudgingContext;

/**
 * One case of the specification: a sentence of the rules, records, and what they must come to.
 *
 * @param reason the words of the rules it tests
 * @param then records of the parcel when the incident was first found; null when it was not, or the
 *     parcel was not affected
 * @param expected {@code mismatches} always; {@code verdict}, {@code proved-by}, {@code datafix},
 *     {@code standing}, {@code look-again}, {@code edge}, {@code duplicates}, {@code outcome},
 *     {@code left}, {@code changes} (of what was open then) where they matter
 */
record RuleCase(
    String file,
    String name,
    String reason,
    JudgingContext context,
    DatafixPlanner planner,
    List<SourceRecord> then,
    List<SourceRecord> records,
    Map<String, Object> expected) {

  private static final Set<String> EXPECTED =
      Set.of(
          "mismatches",
          "verdict",
          "proved-by",
          "datafix",
          "standing",
          "look-again",
          "edge",
          "duplicates",
          "in-scope",
          "outcome",
          "left",
          "changes");

  static RuleCase of(String file, Map<String, Object> defaults, Map<String, Object> given) {
    Map<String, Object> values = new LinkedHashMap<>(defaults);
    values.putAll(given);
    Map<String, Object> expected = new LinkedHashMap<>(values);
    expected.keySet().retainAll(EXPECTED);
    refuseUnknownKeys(values);
    ContextNotation context = new ContextNotation(values);
    return new RuleCase(
        file,
        values.get("name").toString(),
        values.get("reason").toString(),
        context.context(),
        context.planner(),
        values.containsKey("then") ? records(values, "then") : null,
        records(values, "rows"),
        expected);
  }

  private static List<SourceRecord> records(Map<String, Object> values, String key) {
    return lines(values, key).stream().map(RecordNotation::read).toList();
  }

  private static void refuseUnknownKeys(Map<String, Object> values) {
    Set<String> unknown = new HashSet<>(values.keySet());
    unknown.removeAll(Set.of("name", "reason", "rows", "then"));
    unknown.removeAll(EXPECTED);
    unknown.removeAll(ContextNotation.KEYS);
    if (!unknown.isEmpty() || !values.containsKey("mismatches")) {
      throw new IllegalArgumentException(values.get("name") + ": unknown or missing " + unknown);
    }
  }

  List<String> expectedLines(String key) {
    return lines(expected, key);
  }

  boolean expects(String key) {
    return expected.containsKey(key);
  }

  String expectedText(String key, String otherwise) {
    return String.valueOf(expected.getOrDefault(key, otherwise));
  }

  private static List<String> lines(Map<String, Object> values, String key) {
    return values.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
