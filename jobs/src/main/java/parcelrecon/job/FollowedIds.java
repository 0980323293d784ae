package parcelrecon.job;

import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import parcelrecon.spill.Partitions;

/**
 * Which parcels of a partition were affected in the run that first found the incident
 * (docs/rules.md 2 d). Reads those of one partition at a time; a run's count of partitions is a
 * multiple of its first run's, so that they are in one there.
 */
final class FollowedIds {

  private final RunInHand inHand;
  private final Partitions partitions;
  private final OptionalLong first;
  private final int firstPartitions;

  FollowedIds(RunInHand inHand, int partitions) {
    this.inHand = inHand;
    this.partitions = new Partitions(partitions);
    this.first = inHand.stores().runs().findFirstFound(inHand.run());
    this.firstPartitions =
        first.isEmpty()
            ? 1
            : inHand.stores().plans().find(first.getAsLong()).orElseThrow().partitions();
  }

  Set<String> of(int partition) {
    return first.isEmpty()
        ? Set.of()
        : inHand
            .stores()
            .partitions()
            .affected(first.getAsLong(), partition % firstPartitions)
            .stream()
            .filter(id -> partitions.of(id) == partition)
            .collect(Collectors.toSet());
  }
}
