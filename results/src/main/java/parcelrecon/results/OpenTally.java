package parcelrecon.results;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parcelrecon.datafix.Datafix;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

/** Counts what is open in a run, parcel by parcel; each parcel is added once. */
public final class OpenTally {

  private final Map<MismatchKind, OpenCounts.Kind> kinds = new EnumMap<>(MismatchKind.class);
  private final Map<MismatchClass, Long> classes = new EnumMap<>(MismatchClass.class);
  private long parcels;

  /**
   * Adds a parcel.
   *
   * @param mismatches all of the parcel, open or not
   * @param ofParcel its suggestions
   */
  public void add(List<Mismatch> mismatches, List<Datafix> ofParcel) {
    Set<MismatchKind> seen = EnumSet.noneOf(MismatchKind.class);
    Set<MismatchClass> classesSeen = EnumSet.noneOf(MismatchClass.class);
    for (Mismatch mismatch : mismatches) {
      if (Datafix.isOpen(mismatch, ofParcel)) {
        long first = seen.add(mismatch.kind()) ? 1 : 0;
        classesSeen.add(mismatch.kind().mismatchClass());
        kinds.merge(
            mismatch.kind(),
            new OpenCounts.Kind(first, DiffTotals.Sum.of(mismatch)),
            (all, one) ->
                new OpenCounts.Kind(all.parcels() + one.parcels(), all.sum().plus(1, one.sum())));
      }
    }
    classesSeen.forEach(about -> classes.merge(about, 1L, Long::sum));
    parcels += seen.isEmpty() ? 0 : 1;
  }

  public OpenCounts counts() {
    return new OpenCounts(kinds, classes, parcels);
  }
}
