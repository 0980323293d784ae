package parcelrecon.job;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import parcelrecon.spill.Partitions;

/**
 * Which parcels of a partition were affected in the run that first found the incident
 * (docs/rules.md 2 d). Reads those of one partition at a time; a run's count of partitions is a
 * multiple of its first run's, so that they are in one there.
 */
final class FirstFoundParcels {

  private final RunInHand inHand;
  private final Partitions partitions;
  private final OptionalLong first;
  private final int firstPartitions;

  FirstFoundParcels(RunInHand inHand, int partitions) {
    this.inHand = inHand;
    this.partitions = new Partitions(partitions);
    this.first = inHand.stores().runs().findFirstFound(inHand.run());
    this.firstPartitions =
        first.isEmpty() ? 1 : inHand.stores().plans().partitions(first.getAsLong());
  }

  /** Each with when the outbound that was shown of it had ended. */
  Map<String, Optional<Instant>> of(int partition) {
    if (first.isEmpty()) {
      return Map.of();
    }
    Map<String, Optional<Instant>> affected =
        inHand.stores().partitions().affected(first.getAsLong(), partition % firstPartitions);
    affected.keySet().removeIf(id -> partitions.of(id) != partition);
    return affected;
  }
}
