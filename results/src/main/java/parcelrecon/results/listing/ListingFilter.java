package parcelrecon.results.listing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Which rows of a list are shown: those that fit all of it.
 *
 * @param parcelPrefix what the parcel's id begins with; empty for any
 * @param values of facets but ALL, TRAIT, STAKE, DECISION and ASSIGNEE, as {@link Facet} counts
 *     them
 * @param decision empty text: open
 * @param assignee empty text: nobody's
 * @param atLeastMinor that much is at stake, in minor units of the row's own currency
 * @param also asked last, of rows that fit all the rest: it may be slow
 */
public record ListingFilter(
    String parcelPrefix,
    Map<Facet, String> values,
    Optional<String> decision,
    Optional<String> assignee,
    OptionalLong atLeastMinor,
    Optional<Predicate<ListedMismatch>> also) {

  public static final ListingFilter ALL =
      new ListingFilter("", Map.of(), Optional.empty(), Optional.empty(), OptionalLong.empty());

  public ListingFilter {
    values = Map.copyOf(values);
  }

  public ListingFilter(
      String parcelPrefix,
      Map<Facet, String> values,
      Optional<String> decision,
      Optional<String> assignee,
      OptionalLong atLeastMinor) {
    this(parcelPrefix, values, decision, assignee, atLeastMinor, Optional.empty());
  }

  /** The same, for rows of which something else is true. */
  public ListingFilter with(Predicate<ListedMismatch> also) {
    return new ListingFilter(
        parcelPrefix, values, decision, assignee, atLeastMinor, Optional.of(also));
  }

  /** The same, for one value of a facet. */
  public ListingFilter with(Facet facet, String value) {
    Map<Facet, String> more = new EnumMap<>(Facet.class);
    more.putAll(values);
    more.put(facet, value);
    return new ListingFilter(parcelPrefix, more, decision, assignee, atLeastMinor, also);
  }

  public boolean fits(ListedMismatch row) {
    return row.parcelId().startsWith(parcelPrefix)
        && values.entrySet().stream()
            .allMatch(each -> each.getKey().of(row).contains(each.getValue()))
        && decision.map(wanted -> wanted.equals(orEmpty(row.review().decision()))).orElse(true)
        && assignee.map(wanted -> wanted.equals(orEmpty(row.review().assignee()))).orElse(true)
        && (atLeastMinor.isEmpty()
            || row.stake().minor().orElse(-1) >= Math.max(0, atLeastMinor.getAsLong()))
        && also.map(wanted -> wanted.test(row)).orElse(true);
  }

  /** How many conditions it has but for the parcel's id. */
  int conditions() {
    return values.size()
        + (decision.isPresent() ? 1 : 0)
        + (assignee.isPresent() ? 1 : 0)
        + (atLeastMinor.isPresent() ? 1 : 0)
        + (also.isPresent() ? 1 : 0);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
