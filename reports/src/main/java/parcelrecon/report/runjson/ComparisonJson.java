package parcelrecon.report.runjson;

import static parcelrecon.report.file.Json.object;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import parcelrecon.model.SourceName;
import parcelrecon.report.comparison.Compared;
import parcelrecon.report.comparison.Comparison;
import parcelrecon.report.file.Json;

/** What was found beside what is usual, in run.json; null wherever something is not known. */
final class ComparisonJson {

  private ComparisonJson() {}

  static Map<String, Object> of(Comparison comparison) {
    Map<String, Object> kinds = new LinkedHashMap<>();
    comparison
        .kinds()
        .forEach((kind, compared) -> kinds.put(kind.name(), kind(compared, comparison.rate(kind))));
    return object(
        "window", RunJson.window(comparison.window()),
        "asOf", Json.time(comparison.asOf()),
        "state", comparison.state().name(),
        "obstacle", comparison.obstacle().map(Enum::name).orElse(null),
        "lacking", comparison.lacking().stream().map(SourceName::text).toList(),
        "pickUps", comparison.pickUps(),
        "pickUpsThen",
            comparison.pickUpsThen().isPresent() ? comparison.pickUpsThen().getAsLong() : null,
        "kinds", kinds);
  }

  private static Map<String, Object> kind(Compared compared, Optional<?> rate) {
    Optional<Compared.Then> then = compared.then();
    return object(
        "found", compared.found(),
        "rate", rate.orElse(null),
        "then", then.map(Compared.Then::found).orElse(null),
        "rateThen", then.map(Compared.Then::rate).orElse(null),
        "expected", then.map(Compared.Then::expected).orElse(null),
        "excess", then.map(Compared.Then::excess).orElse(null),
        "finding", compared.finding().name());
  }
}
