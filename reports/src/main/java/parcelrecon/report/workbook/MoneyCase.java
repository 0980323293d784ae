package parcelrecon.report.workbook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.due.BusinessDays;
import parcelrecon.model.Outbound;
import parcelrecon.model.Payment;
import parcelrecon.report.file.Digest;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.Proof;

/** One mismatch of money, as finance works on it. */
record MoneyCase(RunView view, ParcelRow parcel, MismatchRow row) {

  private static final int PAYMENTS_MAX = 10;
  private static final int NUMBER_CHARACTERS = 10;

  /** The same in every run of the incident, so that a voucher can name it. */
  String number() {
    return "M-"
        + Digest.of(
            NUMBER_CHARACTERS, view.incident().id(), parcel.parcelId(), mismatch().kind().name());
  }

  Mismatch mismatch() {
    return row.mismatch();
  }

  Mismatch.Amounts amounts() {
    return mismatch().amounts();
  }

  Optional<Outbound> subject() {
    return row.subject();
  }

  boolean isDue() {
    return mismatch().proof() != Proof.NOT_DUE;
  }

  /** The local day of the pick-up, else of the first payment; null when neither has a time. */
  LocalDate businessDay() {
    return subject()
        .map(outbound -> view.day(outbound.end()))
        .or(
            () ->
                parcel.evidence().payments().stream()
                    .filter(payment -> payment.paidAt() != null)
                    .map(payment -> view.day(payment.paidAt().start()))
                    .min(LocalDate::compareTo))
        .orElse(null);
  }

  /** In business days; absent while the payment may still come. */
  Optional<Long> age() {
    return isDue()
        ? Optional.ofNullable(businessDay()).map(day -> BusinessDays.between(day, view.asOfDay()))
        : Optional.empty();
  }

  /** paid − due; null where one of them is not known. */
  Long differenceMinor() {
    return amounts().paidMinor() == null || amounts().dueMinor() == null
        ? null
        : Long.valueOf(amounts().paidMinor() - amounts().dueMinor());
  }

  Long toCollectMinor() {
    return isDue() ? amounts().toCollectMinor() : null;
  }

  Long toRefundMinor() {
    return isDue() ? amounts().toRefundMinor() : null;
  }

  Long notYetDueMinor() {
    return isDue() ? null : amounts().toCollectMinor();
  }

  String payments() {
    List<Payment> payments = parcel.evidence().payments();
    String listed =
        payments.stream().limit(PAYMENTS_MAX).map(this::told).collect(Collectors.joining("\n"));
    return payments.size() <= PAYMENTS_MAX
        ? listed
        : listed + "\n" + view.texts().text("more", payments.size() - PAYMENTS_MAX);
  }

  private String told(Payment payment) {
    Texts texts = view.texts();
    String kind = texts.name(payment.kind());
    return texts.text(
        "money.payment",
        payment.paymentId(),
        payment.paidAt() == null ? texts.text("none") : when(payment),
        payment.isCapture() || payment.isRefund()
            ? kind
            : texts.aside(kind, texts.name(payment.state())),
        texts.money(payment.amountMinor(), payment.currency()));
  }

  private String when(Payment payment) {
    return payment.paidAt().isDay()
        ? view.texts().date(payment.paidAt().start(), view.zone())
        : view.clock(payment.paidAt().start());
  }

  String answer() {
    return parcel
        .evidence()
        .latestAnswer()
        .map(
            answer ->
                view.texts()
                    .aside(view.texts().name(answer.answer()), view.clock(answer.answeredAt())))
        .orElse("");
  }

  LocalDate payoutDay() {
    return subject().map(Outbound::payoutAt).map(payout -> view.day(payout)).orElse(null);
  }

  String hold() {
    boolean hold =
        parcel.datafixes().stream()
            .map(Datafix::suggestion)
            .anyMatch(Suggestion.HOLD_PAYOUT::equals);
    return hold ? view.texts().text("money.hold") : "";
  }
}
