package parcelrecon.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.SourceName;
import parcelrecon.rule.Mismatch.Amounts;

/**
 * A parcel's records, with the words of docs/rules.md 1 applied to them.
 *
 * @param completed outbounds that are COMPLETED or REVERSED
 * @param effective outbounds that are COMPLETED
 * @param pickUp the effective outbound that ended last
 * @param events those of the outbound type
 * @param collected the pick-up's money; absent without a pick-up or without payments
 * @param endedThen when the outbound that was shown when the incident was first found had ended;
 *     absent unless the parcel was affected then
 */
record ParcelFacts(
    JudgingContext context,
    ParcelEvidence evidence,
    List<Outbound> completed,
    List<Outbound> effective,
    Optional<Outbound> pickUp,
    List<ParcelEvent> events,
    Money money,
    Optional<Collected> collected,
    Optional<Instant> endedThen) {

  static ParcelFacts of(JudgingContext context, ParcelEvidence evidence) {
    return of(context, evidence, Optional.empty());
  }

  static ParcelFacts of(
      JudgingContext context, ParcelEvidence evidence, Optional<Instant> endedThen) {
    String outboundType = context.events().outboundType();
    Optional<Outbound> pickUp = evidence.pickUp();
    Money money = Money.of(evidence.payments());
    return new ParcelFacts(
        context,
        evidence,
        evidence.outbounds().stream().filter(Outbound::isCompleted).toList(),
        evidence.outbounds().stream().filter(Outbound::isEffective).toList(),
        pickUp,
        evidence.events().stream().filter(event -> event.type().equals(outboundType)).toList(),
        money,
        collected(context, pickUp, money),
        endedThen);
  }

  private static Optional<Collected> collected(
      JudgingContext context, Optional<Outbound> pickUp, Money money) {
    return pickUp
        .filter(outbound -> context.sources().has(SourceName.PAYMENTS))
        .map(
            outbound ->
                Collected.of(
                    outbound, money, context.settings().tolerance().minor(outbound.currency())));
  }

  boolean isConfigured(SourceName source) {
    return context.sources().has(source);
  }

  Duration setting(RuleSetting setting) {
    return context.settings().of(setting);
  }

  long toleranceMinor(String currency) {
    return context.settings().tolerance().minor(currency);
  }

  /** What a COUNTER or GOODS row shows: due and paid of the outbound it is about. */
  Amounts shown() {
    return evidence
        .subject()
        .map(outbound -> amounts(outbound.currency(), null, null))
        .orElse(Amounts.NONE);
  }

  Amounts toCollect(String currency, long minor) {
    return amounts(currency, minor, null);
  }

  Amounts toRefund(String currency, long minor) {
    return amounts(currency, null, minor);
  }

  private Amounts amounts(String currency, Long toCollectMinor, Long toRefundMinor) {
    Long dueMinor =
        evidence
            .subject()
            .filter(outbound -> outbound.currency().equals(currency))
            .map(Outbound::dueMinor)
            .orElse(null);
    Long paidMinor = isConfigured(SourceName.PAYMENTS) ? (Long) money.paidMinor(currency) : null;
    return new Amounts(currency, dueMinor, paidMinor, toCollectMinor, toRefundMinor);
  }
}
