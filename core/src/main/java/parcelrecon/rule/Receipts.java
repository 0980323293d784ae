package parcelrecon.rule;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import parcelrecon.model.Outbound;

/**
 * One receipt for several parcels: money taken for all of them and recorded under some. Parcels of
 * one checkout and one currency whose differences add up to none have none (docs/rules.md 3).
 */
public final class Receipts {

  /** The kinds a receipt settles. */
  public static final Set<MismatchKind> KINDS =
      Set.of(
          MismatchKind.UNCOLLECTED,
          MismatchKind.SHORT_PAID,
          MismatchKind.OVER_PAID,
          MismatchKind.PAID_TWICE);

  private Receipts() {}

  /**
   * A parcel with one of {@link #KINDS}, whose pick-up names its checkout.
   *
   * @param differenceMinor paid − due
   */
  public record Candidate(
      String checkoutId, String currency, String parcelId, long differenceMinor) {
    public Candidate {
      Objects.requireNonNull(checkoutId);
      Objects.requireNonNull(currency);
      Objects.requireNonNull(parcelId);
    }
  }

  /** The parcel as a candidate; absent when no receipt could settle it. */
  public static Optional<Candidate> candidate(Judgement judgement) {
    Optional<Outbound> pickUp =
        judgement.evidence().pickUp().filter(outbound -> outbound.checkoutId() != null);
    return judgement.mismatches().stream()
        .filter(mismatch -> KINDS.contains(mismatch.kind()))
        .findFirst()
        .flatMap(mismatch -> pickUp.map(outbound -> candidate(outbound, mismatch.amounts())));
  }

  private static Candidate candidate(Outbound pickUp, Mismatch.Amounts amounts) {
    return new Candidate(
        pickUp.checkoutId(),
        pickUp.currency(),
        pickUp.parcelId(),
        Math.subtractExact(amounts.paidMinor(), amounts.dueMinor()));
  }

  /** The ids of the candidates' parcels that have none of {@link #KINDS} after all. */
  public static Set<String> settled(Collection<Candidate> candidates, Tolerance tolerance) {
    Map<List<String>, Long> sums = new HashMap<>();
    for (Candidate candidate : candidates) {
      sums.merge(receipt(candidate), candidate.differenceMinor(), Math::addExact);
    }
    Set<String> settled = new TreeSet<>();
    for (Candidate candidate : candidates) {
      long sum = sums.get(receipt(candidate));
      if (Math.abs(sum) <= tolerance.minor(candidate.currency())) {
        settled.add(candidate.parcelId());
      }
    }
    return settled;
  }

  private static List<String> receipt(Candidate candidate) {
    return List.of(candidate.checkoutId(), candidate.currency());
  }
}
