package parcelrecon.report.followup;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import parcelrecon.model.Verdict;
import parcelrecon.results.RunResults;
import parcelrecon.results.Totals;
import parcelrecon.rule.MismatchKind;

/**
 * The headline of a run and what stands around it.
 *
 * @param shownAsFailed parcels
 * @param others affected parcels that were not shown as failed
 * @param verdicts affected parcels
 * @param verdictsNone affected parcels without a completed outbound
 * @param toCollectMinor by currency, never netted; what is not due is left out
 * @param toRefundMinor as {@code toCollectMinor}
 */
public record Figures(
    Instant asOf,
    long shownAsFailed,
    long others,
    OptionalLong dayTotal,
    Map<Verdict, Long> verdicts,
    long verdictsNone,
    Map<String, Long> toCollectMinor,
    Map<String, Long> toRefundMinor) {

  public static Figures of(RunResults run) {
    Totals totals = run.totals();
    long shown = totals.kinds().get(MismatchKind.SHOWN_AS_FAILED).mismatches();
    return new Figures(
        run.run().asOf(),
        shown,
        totals.parcels().affected() - shown,
        run.run().dayTotal(),
        totals.verdicts(),
        totals.verdictsNone(),
        sums(totals, Totals.KindTotals::toCollectMinor),
        sums(totals, Totals.KindTotals::toRefundMinor));
  }

  public long affected() {
    return shownAsFailed + others;
  }

  private static Map<String, Long> sums(
      Totals totals, Function<Totals.KindTotals, Map<String, Long>> amounts) {
    Map<String, Long> sums = new TreeMap<>();
    totals
        .kinds()
        .values()
        .forEach(
            kind ->
                amounts
                    .apply(kind)
                    .forEach((currency, minor) -> sums.merge(currency, minor, Math::addExact)));
    return sums;
  }
}
