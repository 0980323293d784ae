package parcelrecon.results;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

/**
 * What is open in a run, counted once: what a diff with it tells as open.
 *
 * @param kinds by kind; one of which nothing is open is absent
 * @param classes parcels by class; one of which nothing is open is absent
 * @param parcels with anything open
 */
public record OpenCounts(
    Map<MismatchKind, Kind> kinds, Map<MismatchClass, Long> classes, long parcels) {

  public static final OpenCounts NONE = new OpenCounts(Map.of(), Map.of(), 0);

  /** Parcels with a kind, and their mismatches of it with what is due. */
  public record Kind(long parcels, DiffTotals.Sum sum) {}

  public OpenCounts {
    kinds = ordered(MismatchKind.class, kinds);
    classes = ordered(MismatchClass.class, classes);
  }

  private static <K extends Enum<K>, V> Map<K, V> ordered(Class<K> keys, Map<K, V> some) {
    Map<K, V> ordered = new EnumMap<>(keys);
    ordered.putAll(some);
    return Collections.unmodifiableMap(ordered);
  }

  /** All mismatches that are open. */
  public DiffTotals.Sum sum() {
    return kinds.values().stream()
        .map(Kind::sum)
        .reduce(DiffTotals.Sum.NONE, (all, one) -> all.plus(1, one));
  }

  public DiffTotals.Sum sum(MismatchKind kind) {
    return kinds.containsKey(kind) ? kinds.get(kind).sum() : DiffTotals.Sum.NONE;
  }

  public DiffTotals.Sum sum(MismatchClass about) {
    return kinds.entrySet().stream()
        .filter(kind -> kind.getKey().mismatchClass() == about)
        .map(kind -> kind.getValue().sum())
        .reduce(DiffTotals.Sum.NONE, (all, one) -> all.plus(1, one));
  }
}
