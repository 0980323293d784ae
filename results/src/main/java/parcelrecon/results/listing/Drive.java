package parcelrecon.results.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import parcelrecon.rule.MismatchKind;

/**
 * The part of a filter that decides which rows are looked at: some values of one index, each read
 * in the list's order and merged.
 *
 * @param values of the index; one, empty, where it has none
 * @param rows how many there are at most
 */
record Drive(ListingIndex index, List<String> values, ListingCount rows) {

  Drive {
    values = List.copyOf(values);
  }

  /** The one that leaves the fewest rows. */
  static Drive of(ListingFilter filter, ListingTotals totals) {
    List<Drive> drives = new ArrayList<>();
    ListingCount all = new ListingCount(totals.of(Facet.ALL, ""), ListingCount.Bound.EXACT);
    drives.add(new Drive(ListingIndex.KEY, List.of(""), all));
    filter.values().forEach((facet, value) -> addFacet(drives, facet, value, totals));
    filter
        .atLeastMinor()
        .ifPresent(
            minor -> drives.add(merged(ListingIndex.STAKE, bands(minor, totals.of(Facet.STAKE)))));
    filter.decision().ifPresent(decision -> drives.add(counted(decision, totals)));
    filter
        .assignee()
        .filter(assignee -> !assignee.isEmpty())
        .ifPresent(
            assignee ->
                drives.add(
                    new Drive(
                        ListingIndex.ASSIGNEE,
                        List.of(assignee),
                        totals.count(ListingIndex.ASSIGNEE, assignee))));
    return drives.stream().min(Comparator.comparingLong(drive -> drive.weight(all))).orElseThrow();
  }

  /** Whether rows it leads to need not fit the filter. */
  boolean isSieved(ListingFilter filter) {
    int driven = index == ListingIndex.KEY || index == ListingIndex.STAKE ? 0 : 1;
    int prefix = filter.parcelPrefix().isEmpty() ? 0 : 1;
    return filter.conditions() > driven + prefix;
  }

  /**
   * Of what was not counted to its end, one less than all: its rows at least need not be sieved.
   */
  private long weight(ListingCount all) {
    return rows.bound() == ListingCount.Bound.MORE_THAN ? all.rows() - 1 : rows.rows();
  }

  private static void addFacet(
      List<Drive> drives, Facet facet, String value, ListingTotals totals) {
    switch (facet) {
      case STORE -> drives.add(one(ListingIndex.STORE, value, totals.of(facet, value)));
      case KIND -> drives.add(one(ListingIndex.KIND, value, totals.of(facet, value)));
      case VERDICT -> drives.add(one(ListingIndex.VERDICT, value, totals.of(facet, value)));
      case CLASS -> drives.add(merged(ListingIndex.KIND, kinds(value, totals.of(Facet.KIND))));
      case STANDING, PHASE, STAKE, CURRENCY, ALL -> {
        // Of these the list has no index: they are looked at row by row.
      }
    }
  }

  private static Drive one(ListingIndex index, String value, long rows) {
    return new Drive(index, List.of(value), new ListingCount(rows, ListingCount.Bound.EXACT));
  }

  private static Drive merged(ListingIndex index, Map<String, Long> values) {
    long rows = values.values().stream().mapToLong(Long::longValue).sum();
    return new Drive(
        index,
        values.keySet().stream().sorted().toList(),
        new ListingCount(rows, ListingCount.Bound.AT_MOST));
  }

  private static Drive counted(String decision, ListingTotals totals) {
    ListingIndex index = decision.isEmpty() ? ListingIndex.OPEN : ListingIndex.DECISION;
    return new Drive(index, List.of(decision), totals.count(index, decision));
  }

  private static Map<String, Long> kinds(String mismatchClass, SortedMap<String, Long> all) {
    Map<String, Long> kinds = new TreeMap<>(all);
    kinds
        .keySet()
        .removeIf(kind -> !MismatchKind.valueOf(kind).mismatchClass().name().equals(mismatchClass));
    return kinds;
  }

  private static Map<String, Long> bands(long minor, SortedMap<String, Long> all) {
    int least = minor <= 0 ? 1 : ListedMismatch.Stake.band(minor);
    Map<String, Long> bands = new TreeMap<>(all);
    bands.keySet().removeIf(band -> Integer.parseInt(band) < least);
    return bands;
  }
}
