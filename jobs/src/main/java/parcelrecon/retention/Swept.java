package parcelrecon.retention;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import parcelrecon.results.retention.Stay;

/**
 * What a sweep has removed, or one would; run by run.
 *
 * @param runs whose findings went
 * @param runsStaying why others stay that are as old, counted; every reason has an entry
 * @param outputs runs whose files went
 * @param changedFiles files of theirs that somebody has changed since; they stay
 * @param spill runs whose work folders went
 * @param failures what could not be deleted; the next sweep tries again
 */
public record Swept(
    List<Long> runs,
    Map<Stay, Long> runsStaying,
    List<Long> outputs,
    long changedFiles,
    List<Long> spill,
    List<String> failures) {

  public Swept {
    runs = List.copyOf(runs);
    Map<Stay, Long> all = new EnumMap<>(Stay.class);
    for (Stay stay : Stay.values()) {
      all.put(stay, runsStaying.getOrDefault(stay, 0L));
    }
    runsStaying = Collections.unmodifiableMap(all);
    outputs = List.copyOf(outputs);
    spill = List.copyOf(spill);
    failures = List.copyOf(failures);
  }
}
