package parcelrecon.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Coverage;
import parcelrecon.rule.JudgingContext.GroupOffsets;

/**
 * What a source could show of a window, told without reading its rows. What only reading can tell,
 * that a file's last row is whole, for one, is not in it.
 *
 * @param where the database, files or brokers, without secrets
 * @param parts what is read there: statements, files by name, topics
 * @param reasons what is known of the coverage so far
 * @param reaches how late the source's data go, where it tells at once: a database's snapshot, a
 *     topic's latest record
 * @param groups events: where the watched groups stand, those with at least one committed offset
 */
public record SourceLook(
    String where,
    List<String> parts,
    List<Coverage.Reason> reasons,
    Optional<Instant> reaches,
    List<GroupOffsets> groups) {

  public SourceLook {
    parts = List.copyOf(parts);
    reasons = List.copyOf(reasons);
    groups = List.copyOf(groups);
  }

  /** Files that are there, and as the configuration says. */
  public static SourceLook atFiles(String where, List<String> names) {
    return new SourceLook(where, names, List.of(), Optional.empty(), List.of());
  }
}
