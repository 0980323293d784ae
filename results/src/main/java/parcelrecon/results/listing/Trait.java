package parcelrecon.results.listing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import parcelrecon.rule.MismatchKind;

/**
 * What filters ask of a mismatch and what never changes while it is listed, as one text of the
 * table's own making. A run has some hundreds of them, however long its list is; so a filter by any
 * of their parts is some of them, of which every row fits.
 *
 * @param kind a name, as are verdict and standing
 * @param verdict empty without one
 * @param phases positions; one, empty, in none
 */
record Trait(String kind, String verdict, String standing, List<String> phases) {

  /** What a filter by them asks of nothing but the trait. */
  static final Set<Facet> FACETS =
      EnumSet.of(Facet.KIND, Facet.CLASS, Facet.VERDICT, Facet.STANDING, Facet.PHASE);

  private static final int PARTS = 4;

  Trait {
    phases = List.copyOf(phases);
  }

  /** The text, as the column of that name has it. */
  static String of(ListedMismatch row) {
    return String.join(
        "/",
        row.kind().name(),
        row.verdict().map(Enum::name).orElse(""),
        row.standing().name(),
        ListedRow.phases(row.phases()));
  }

  static Trait of(String text) {
    String[] parts = text.split("/", PARTS);
    return new Trait(parts[0], parts[1], parts[2], List.of(parts[3].split(",", -1)));
  }

  /**
   * Whether its rows have a value.
   *
   * @param facet one of {@link #FACETS}
   */
  boolean has(Facet facet, String value) {
    return switch (facet) {
      case KIND -> kind.equals(value);
      case CLASS -> MismatchKind.valueOf(kind).mismatchClass().name().equals(value);
      case VERDICT -> verdict.equals(value);
      case STANDING -> standing.equals(value);
      case PHASE -> phases.contains(value);
      case ALL, STORE, TRAIT, STAKE, CURRENCY, DECISION, ASSIGNEE ->
          throw new IllegalArgumentException(facet + " is no part of a trait");
    };
  }
}
