package parcelrecon.job;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import parcelrecon.results.KeptPartitions;
import parcelrecon.results.PlannedSource;
import parcelrecon.rule.JudgingContext;

/**
 * The run whose parcels a re-check asks for again: of those of which it kept the records, because
 * it found something about them, or the first run of the incident had, all but those about which
 * nothing is left to be done and nothing can change.
 */
final class EarlierRun {

  /** Of a thousand ids that are not there about thirty are taken for one that is. */
  private static final int BITS_PER_PARCEL = 32;

  private static final int BITS_MIN = 1 << 16;
  private static final int BITS_MAX = 1 << 28;

  private final JudgingContext context;
  private final KeptPartitions kept;

  private EarlierRun(RunInHand inHand, long run) {
    this.context = inHand.stores().contexts().find(run).orElseThrow();
    this.kept = new KeptPartitions(inHand.database(), run);
  }

  /** Absent of a run that reads its window. */
  static Optional<EarlierRun> of(RunInHand inHand) {
    OptionalLong run = inHand.row().recheckOf();
    return run.isEmpty() ? Optional.empty() : Optional.of(new EarlierRun(inHand, run.getAsLong()));
  }

  /** Whether a run is about a parcel: of a re-check's rows most are of others. */
  static Predicate<String> wanted(RunInHand inHand) {
    return of(inHand).map(EarlierRun::wanted).orElse(any -> true);
  }

  private Predicate<String> wanted() {
    long[] count = {0};
    kept.forEachId(id -> count[0]++);
    int bits =
        (int)
            Math.min(
                BITS_MAX, Math.max(BITS_MIN, Long.highestOneBit(count[0]) * 2 * BITS_PER_PARCEL));
    BitSet ids = new BitSet(bits);
    kept.forEachId(id -> ids.set(bit(id, bits)));
    return id -> ids.get(bit(id, bits));
  }

  /** Spreads the hashes of ids that count up. */
  private static int bit(String id, int bits) {
    int hash = id.hashCode() * 0x9E3779B9;
    return (hash ^ hash >>> 15) & bits - 1;
  }

  /**
   * A partition of the re-check, which has the earlier run's partitions.
   *
   * @param sources as the re-check planned them
   * @param followed the parcels that were affected when the incident was first found
   */
  EarlierPartition partition(int number, List<PlannedSource> sources, Set<String> followed) {
    return new EarlierPartition(kept.read(number), context, sources, followed);
  }
}
