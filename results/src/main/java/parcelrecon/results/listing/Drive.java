package parcelrecon.results.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import parcelrecon.results.listing.ListingCount.Bound;

/**
 * A part of a filter that can decide which rows are looked at: some values of one index, each read
 * in the list's order and merged.
 *
 * @param values of the index, with how many rows have each; one, empty, where it has none
 * @param fitting how many of the rows it leads to fit the filter, but for the parcel's id
 */
record Drive(ListingIndex index, SortedMap<String, Long> values, Fitting fitting) {

  /** How many of some rows fit a filter. */
  enum Fitting {
    ALL,
    /** But for some of one value. */
    MOST,
    SOME;

    private static Fitting allUnless(boolean isSieved) {
      return isSieved ? SOME : ALL;
    }
  }

  /** More are not merged: the list is looked at as it is. */
  private static final int VALUES_MAX = 500;

  /** What beginning to read another value costs, in rows. */
  private static final int VALUE_ROWS = 10;

  /** With so many values it is tried first whether rows that fit are met without them. */
  private static final int VALUES_MANY = 8;

  private static final int OFTEN = 4;

  private static final int SIEVED_ROWS = 200;

  /** That part of a filter that leaves the fewest rows to be looked at. */
  static Drive of(ListingFilter filter, ListingTotals totals) {
    return parts(filter, totals).stream()
        .filter(drive -> drive.values().size() <= VALUES_MAX)
        .min(Comparator.comparingLong(Drive::cost).thenComparingLong(Drive::rows))
        .orElseThrow();
  }

  /** How many rows fit, as far as that is known. */
  static ListingCount count(ListingFilter filter, ListingTotals totals) {
    List<Drive> parts = parts(filter, totals);
    long rows = parts.stream().mapToLong(Drive::rows).min().orElseThrow();
    boolean isExact =
        rows == 0
            || filter.parcelPrefix().isEmpty()
                && parts.stream().anyMatch(drive -> drive.fitting() == Fitting.ALL);
    return new ListingCount(rows, isExact ? Bound.EXACT : Bound.AT_MOST);
  }

  /** The list as it is. */
  static Drive all(ListingFilter filter, ListingTotals totals) {
    Fitting fitting = Fitting.allUnless(filter.conditions() > 0);
    return one(ListingIndex.KEY, "", totals.of(Facet.ALL, ""), fitting);
  }

  private static List<Drive> parts(ListingFilter filter, ListingTotals totals) {
    Fitting fitting = Fitting.allUnless(filter.conditions() > 1);
    List<Drive> parts = new ArrayList<>();
    parts.add(all(filter, totals));
    Map<Facet, String> ofTrait = new TreeMap<>(filter.values());
    ofTrait.keySet().retainAll(Trait.FACETS);
    if (!ofTrait.isEmpty()) {
      SortedMap<String, Long> traits = totals.of(Facet.TRAIT);
      traits.keySet().removeIf(trait -> !hasAll(Trait.of(trait), ofTrait));
      parts.add(
          new Drive(
              ListingIndex.TRAIT, traits, Fitting.allUnless(filter.conditions() > ofTrait.size())));
    }
    Optional.ofNullable(filter.values().get(Facet.STORE))
        .ifPresent(
            store ->
                parts.add(one(ListingIndex.STORE, store, totals.of(Facet.STORE, store), fitting)));
    filter.atLeastMinor().ifPresent(minor -> parts.add(bands(Math.max(0, minor), totals, fitting)));
    filter.decision().ifPresent(decision -> parts.add(decided(decision, totals, fitting)));
    filter
        .assignee()
        .filter(name -> !name.isEmpty())
        .ifPresent(
            name ->
                parts.add(
                    one(ListingIndex.ASSIGNEE, name, totals.of(Facet.ASSIGNEE, name), fitting)));
    return parts;
  }

  private static boolean hasAll(Trait trait, Map<Facet, String> values) {
    return values.entrySet().stream().allMatch(each -> trait.has(each.getKey(), each.getValue()));
  }

  private static Drive bands(long minor, ListingTotals totals, Fitting fitting) {
    int least = StakeBand.of(minor);
    SortedMap<String, Long> bands = totals.of(Facet.STAKE);
    bands.keySet().removeIf(band -> Integer.parseInt(band) < least);
    boolean isCut = StakeBand.leastMinor(least) < minor && bands.containsKey(String.valueOf(least));
    return new Drive(
        ListingIndex.STAKE, bands, isCut && fitting == Fitting.ALL ? Fitting.MOST : fitting);
  }

  private static Drive decided(String decision, ListingTotals totals, Fitting fitting) {
    return decision.isEmpty()
        ? one(ListingIndex.OPEN, "", totals.open(), fitting)
        : one(ListingIndex.DECISION, decision, totals.of(Facet.DECISION, decision), fitting);
  }

  private static Drive one(ListingIndex index, String value, long rows, Fitting fitting) {
    return new Drive(index, new TreeMap<>(Map.of(value, rows)), fitting);
  }

  /** How many rows it leads to. */
  long rows() {
    return values.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Whether so much of the list has one of many values that one meets it sooner by looking at the
   * list as it is; unless those rows are all at its end.
   */
  boolean isMetOften(long listed) {
    return values.size() > VALUES_MANY && rows() * OFTEN >= listed;
  }

  /**
   * How many rows with a value are read at first: as many as it is likely to have among so many of
   * all, and some more.
   */
  int window(long rowsOfValue, int rowsMax) {
    long wanted = fitting == Fitting.SOME ? Math.max(SIEVED_ROWS, rowsMax) : rowsMax;
    long likely = 2 + wanted * 5 / 4 * rowsOfValue / Math.max(1, rows());
    return (int) Math.min(wanted, likely);
  }

  /** How many rows are looked at for a page at most, about. */
  private long cost() {
    long looked = fitting == Fitting.SOME ? rows() : Math.min(rows(), ListingSearch.PAGE_ROWS);
    return looked + (long) VALUE_ROWS * values.size();
  }
}
