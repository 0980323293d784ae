package parcelrecon.report.comparison;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import parcelrecon.model.Coverage;
import parcelrecon.model.Outbound;
import parcelrecon.model.SourceName;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.RunResults;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Prospect;
import parcelrecon.rule.Provable;

/** What a run could see: which kinds it looks for, and which sources could not show all. */
final class Sight {

  private final RunResults results;
  private final Map<MismatchKind, Prospect> prospects = new EnumMap<>(MismatchKind.class);
  private final Set<SourceName> lacking = EnumSet.noneOf(SourceName.class);

  Sight(RunResults results) {
    this.results = results;
    JudgingContext context = results.context();
    Provable.in(context).forEach(prospect -> prospects.put(prospect.kind(), prospect));
    context
        .sources()
        .coverage()
        .forEach(
            (name, coverage) -> {
              if (coverage.state() != Coverage.State.COMPLETE) {
                lacking.add(name);
              }
            });
  }

  boolean looksFor(MismatchKind kind) {
    return prospects.get(kind).outlook() != Prospect.Outlook.NOT_JUDGED;
  }

  Set<SourceName> lacking() {
    return lacking;
  }

  /**
   * Whether phases were needed to find any: a control has none, and finds none for that reason
   * alone.
   */
  boolean restsOnPhases(MismatchKind kind) {
    if (!prospects.get(kind).limits().contains(Prospect.Limit.SHOWN_BY_PHASE)) {
      return false;
    }
    boolean[] found = {false};
    results.forEachParcel(parcel -> found[0] |= parcel.has(kind) && hasOneTime(parcel));
    return found[0];
  }

  private static boolean hasOneTime(ParcelRow parcel) {
    return parcel.subject().filter(Sight::hasOneTime).isPresent();
  }

  private static boolean hasOneTime(Outbound outbound) {
    return outbound.requestedAt() == null || outbound.completedAt() == null;
  }

  /** The sources a kind is found in, or from which its absence follows. */
  static Set<SourceName> sourcesOf(MismatchKind kind) {
    return switch (kind) {
      case SHOWN_AS_FAILED, SHOWN_THEN_OK, TRIED_AGAIN ->
          EnumSet.of(SourceName.OUTBOUND, SourceName.ATTEMPTS);
      case TWO_PICKUPS, STUCK -> EnumSet.of(SourceName.OUTBOUND);
      case UNCOLLECTED,
          SHORT_PAID,
          OVER_PAID,
          PAID_TWICE,
          PAID_ON_PREPAID,
          CURRENCY_DIFFERS,
          PAID_NOT_HANDED_OUT,
          OVER_REFUNDED,
          PAID_LATE ->
          EnumSet.of(SourceName.OUTBOUND, SourceName.PAYMENTS);
      case SEEN_AFTER_HANDOVER,
          EVENT_MISSING,
          EVENT_BYPASSED,
          EVENT_WITHOUT_OUTBOUND,
          EVENT_CONFLICTS,
          EVENT_NOT_CONSUMED,
          REVERSAL_NOT_TOLD,
          EVENT_LATE,
          EVENT_DUPLICATED ->
          EnumSet.of(SourceName.OUTBOUND, SourceName.EVENTS);
    };
  }
}
