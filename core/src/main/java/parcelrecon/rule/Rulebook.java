package parcelrecon.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.model.Utf8Order;

/**
 * Judges one parcel by its records: the kinds of docs/rules.md 3 in their order, each proven as far
 * as docs/rules.md 4 lets it be, and the verdict of docs/rules.md 5. Pure, and safe for threads.
 */
public final class Rulebook {

  private static final List<Function<ParcelFacts, Optional<Finding>>> KINDS =
      List.of(
          CounterRules::shownAsFailed,
          CounterRules::shownThenOk,
          GoodsRules::triedAgain,
          GoodsRules::seenAfterHandover,
          GoodsRules::twoPickups,
          GoodsRules::stuck,
          MoneyRules::uncollected,
          MoneyRules::shortPaid,
          MoneyRules::overPaid,
          MoneyRules::paidTwice,
          MoneyRules::paidOnPrepaid,
          MoneyRules::currencyDiffers,
          MoneyRules::paidNotHandedOut,
          MoneyRules::overRefunded,
          EventRules::eventMissing,
          EventRules::eventBypassed,
          EventRules::eventWithoutOutbound,
          EventRules::eventConflicts,
          EventRules::reversalNotTold,
          EventRules::eventLate,
          EventRules::eventDuplicated,
          LatePayment::paidLate);

  private static final Comparator<Mismatch> ORDER =
      Comparator.comparing((Mismatch mismatch) -> mismatch.kind().name(), Utf8Order.COMPARATOR)
          .thenComparing(Mismatch::group, Utf8Order.COMPARATOR);

  private final JudgingContext context;

  public Rulebook(JudgingContext context) {
    this.context = context;
  }

  /**
   * @param evidence each record once, as {@link Deduplicated} leaves it
   */
  public Judgement judge(ParcelEvidence evidence) {
    ParcelFacts parcel = ParcelFacts.of(context, evidence);
    return judge(parcel, Scope.of(parcel));
  }

  /**
   * As {@link #judge}, of a parcel that was affected when the incident was first found: it is in
   * scope whatever has become of its records, also when there is none, and a pick-up of a later
   * visit tells where it is ({@link LaterVisit}).
   *
   * @param endedThen when the outbound that was shown then had ended; absent without any outbound,
   *     or when it was not kept
   */
  public Judgement judgeFollowed(ParcelEvidence evidence, Optional<Instant> endedThen) {
    ParcelFacts parcel = ParcelFacts.of(context, evidence, endedThen);
    return judge(parcel, Scope.ofFollowed(parcel));
  }

  private static Judgement judge(ParcelFacts parcel, Scope scope) {
    ParcelEvidence evidence = parcel.evidence();
    if (!scope.isIn()) {
      return new Judgement(evidence, false, Optional.empty(), Optional.empty(), List.of());
    }
    List<Mismatch> mismatches =
        findings(parcel).stream()
            .map(finding -> mismatch(parcel, scope, finding))
            .sorted(ORDER)
            .toList();
    Optional<Whereabouts> whereabouts = Whereabouts.of(parcel);
    return new Judgement(
            evidence,
            true,
            whereabouts.map(Whereabouts::verdict),
            whereabouts.flatMap(where -> provedBy(where, mismatches)),
            mismatches)
        .citingAnswer();
  }

  /** What to keep of a parcel about which nothing was found. */
  public UnlistedParcel unlisted(Judgement judgement) {
    return Unlisted.of(context, judgement);
  }

  private static List<Finding> findings(ParcelFacts parcel) {
    List<Finding> findings = new ArrayList<>();
    KINDS.forEach(kind -> kind.apply(parcel).ifPresent(findings::add));
    findings.addAll(ConsumerRules.eventNotConsumed(parcel));
    return findings;
  }

  private static Mismatch mismatch(ParcelFacts parcel, Scope scope, Finding finding) {
    return new Mismatch(
        parcel.evidence().parcelId(),
        finding.kind(),
        finding.group(),
        Doubt.weigh(parcel, scope, finding),
        scope.edge(),
        finding.amounts(),
        finding.reason(),
        finding.refs());
  }

  private static Optional<MismatchKind> provedBy(Whereabouts where, List<Mismatch> mismatches) {
    return where.provedBy().stream()
        .filter(kind -> mismatches.stream().anyMatch(mismatch -> mismatch.kind() == kind))
        .findFirst();
  }
}
