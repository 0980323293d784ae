package parcelrecon.report.runjson;

import static parcelrecon.report.file.Json.object;

import java.util.Map;
import parcelrecon.model.Coverage;
import parcelrecon.results.SourceRow;

/** One entry of run.json's {@code sources}. */
final class SourceJson {

  private SourceJson() {}

  static Map<String, Object> of(SourceRow source) {
    SourceRow.Counts counts = source.counts();
    SourceRow.SecondLook secondLook = source.secondLook();
    return object(
        "name", source.name().text(),
        "type", source.type(),
        "filtered", counts.filtered(),
        "read", counts.read(),
        "accepted", counts.accepted(),
        "rejected", counts.rejected(),
        "duplicates", counts.duplicates(),
        "inScope", counts.inScope(),
        "outOfScope", counts.outOfScope(),
        "secondLook", secondLook.found(),
        "lookedUp", secondLook.lookedUp(),
        "healed", secondLook.healed(),
        "coverage", coverage(source.coverage()));
  }

  private static Map<String, Object> coverage(Coverage coverage) {
    return object(
        "state", coverage.state().name(),
        "reasons", coverage.reasons().stream().map(SourceJson::reason).toList());
  }

  private static Map<String, Object> reason(Coverage.Reason reason) {
    return object("code", reason.code().name(), "arguments", reason.arguments());
  }
}
