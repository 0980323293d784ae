package parcelrecon.rule;

import java.util.List;
import java.util.Optional;
import parcelrecon.model.Outbound;
import parcelrecon.model.Payment;
import parcelrecon.rule.Mismatch.Amounts;
import parcelrecon.rule.Mismatch.Reason;

/** What was paid for a pick-up, against what was due. */
final class MoneyRules {

  private MoneyRules() {}

  static Optional<Finding> uncollected(ParcelFacts parcel) {
    return cod(parcel)
        .filter(money -> money.isDue() && !money.isPaid() && money.isLacking())
        .map(money -> lacking(parcel, MismatchKind.UNCOLLECTED, money))
        .map(finding -> finding.withReason(reason(parcel, finding.amounts().currency())));
  }

  private static Reason reason(ParcelFacts parcel, String currency) {
    return parcel.money().capturedMinor(currency) > parcel.toleranceMinor(currency)
        ? Reason.GIVEN_BACK
        : Reason.NEVER_PAID;
  }

  static Optional<Finding> shortPaid(ParcelFacts parcel) {
    return cod(parcel)
        .filter(money -> money.isPaid() && money.isLacking())
        .map(money -> lacking(parcel, MismatchKind.SHORT_PAID, money));
  }

  static Optional<Finding> overPaid(ParcelFacts parcel) {
    return cod(parcel)
        .filter(money -> money.isExcess() && !money.isTwice())
        .map(money -> excess(parcel, MismatchKind.OVER_PAID, money));
  }

  static Optional<Finding> paidTwice(ParcelFacts parcel) {
    return cod(parcel)
        .filter(Collected::isTwice)
        .map(money -> excess(parcel, MismatchKind.PAID_TWICE, money));
  }

  static Optional<Finding> paidOnPrepaid(ParcelFacts parcel) {
    return comparable(parcel)
        .filter(money -> !money.isCod() && money.isPaid())
        .map(
            money ->
                finding(
                    parcel,
                    MismatchKind.PAID_ON_PREPAID,
                    money.pickUp(),
                    parcel.toRefund(money.pickUp().currency(), money.paidMinor())));
  }

  static Optional<Finding> currencyDiffers(ParcelFacts parcel) {
    List<Payment> foreign = foreign(parcel);
    return foreign.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.of(MismatchKind.CURRENCY_DIFFERS, parcel.shown(), foreign)
                .alsoCiting(parcel.pickUp().stream().toList()));
  }

  /**
   * No effective outbound, but money kept, which takes a capture: of several currencies the
   * alphabetically first.
   */
  static Optional<Finding> paidNotHandedOut(ParcelFacts parcel) {
    if (parcel.pickUp().isPresent()) {
      return Optional.empty();
    }
    return parcel.money().currencies().stream()
        .filter(currency -> parcel.money().paidMinor(currency) > parcel.toleranceMinor(currency))
        .findFirst()
        .map(currency -> keptWithoutHandover(parcel, currency));
  }

  private static Finding keptWithoutHandover(ParcelFacts parcel, String currency) {
    Amounts amounts = parcel.toRefund(currency, parcel.money().paidMinor(currency));
    return Finding.of(MismatchKind.PAID_NOT_HANDED_OUT, amounts, parcel.money().moved(currency))
        .alsoCiting(parcel.evidence().outbounds());
  }

  /** More given back than taken: of several currencies the alphabetically first. */
  static Optional<Finding> overRefunded(ParcelFacts parcel) {
    if (!foreign(parcel).isEmpty() || uncollected(parcel).isPresent()) {
      return Optional.empty();
    }
    return parcel.money().currencies().stream()
        .filter(currency -> parcel.money().paidMinor(currency) < -parcel.toleranceMinor(currency))
        .findFirst()
        .map(
            currency ->
                Finding.of(
                    MismatchKind.OVER_REFUNDED,
                    parcel.toCollect(currency, -parcel.money().paidMinor(currency)),
                    parcel.money().moved(currency)));
  }

  private static List<Payment> foreign(ParcelFacts parcel) {
    return parcel.collected().map(Collected::foreign).orElse(List.of());
  }

  /** The pick-up's money, where no capture in another currency stands in the way. */
  private static Optional<Collected> comparable(ParcelFacts parcel) {
    return parcel.collected().filter(money -> money.foreign().isEmpty());
  }

  private static Optional<Collected> cod(ParcelFacts parcel) {
    return comparable(parcel).filter(Collected::isCod);
  }

  private static Finding lacking(ParcelFacts parcel, MismatchKind kind, Collected money) {
    Outbound pickUp = money.pickUp();
    Finding finding =
        finding(parcel, kind, pickUp, parcel.toCollect(pickUp.currency(), money.lackingMinor()));
    return NotDue.weigh(parcel, pickUp, finding);
  }

  private static Finding excess(ParcelFacts parcel, MismatchKind kind, Collected money) {
    Outbound pickUp = money.pickUp();
    return finding(parcel, kind, pickUp, parcel.toRefund(pickUp.currency(), money.excessMinor()));
  }

  private static Finding finding(
      ParcelFacts parcel, MismatchKind kind, Outbound pickUp, Amounts amounts) {
    return Finding.of(kind, amounts, parcel.money().moved(pickUp.currency()))
        .alsoCiting(List.of(pickUp));
  }
}
