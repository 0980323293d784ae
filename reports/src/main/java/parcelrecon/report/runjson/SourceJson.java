package parcelrecon.report.runjson;

import static parcelrecon.report.file.Json.object;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import parcelrecon.model.Coverage;
import parcelrecon.model.PartitionCoverage;
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

  /** Each partition is told once: with its offsets, apart from the reasons. */
  private static Map<String, Object> coverage(Coverage coverage) {
    Map<String, Object> told =
        object(
            "state", coverage.state().name(),
            "reasons",
                reasons(
                    coverage.reasons().stream()
                        .filter(reason -> reason.code() != Coverage.Code.PARTITION_READ)
                        .toList()));
    List<PartitionCoverage> partitions = coverage.partitions();
    if (!partitions.isEmpty()) {
      told.put("partitions", partitions.stream().map(SourceJson::partition).toList());
    }
    return told;
  }

  private static Map<String, Object> partition(PartitionCoverage partition) {
    return object(
        "topic", partition.topic(),
        "partition", partition.partition(),
        "first", orNull(partition.first()),
        "end", orNull(partition.end()),
        "state", partition.state().name(),
        "reasons", reasons(partition.reasons()));
  }

  private static Long orNull(OptionalLong offset) {
    return offset.isPresent() ? (Long) offset.getAsLong() : null;
  }

  private static List<Map<String, Object>> reasons(List<Coverage.Reason> reasons) {
    return reasons.stream()
        .map(reason -> object("code", reason.code().name(), "arguments", reason.arguments()))
        .toList();
  }
}
