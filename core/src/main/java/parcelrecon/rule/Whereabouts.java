package parcelrecon.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parcelrecon.model.Answer;
import parcelrecon.model.Outbound;
import parcelrecon.model.Payment;
import parcelrecon.model.Verdict;

/**
 * Where a parcel with a completed outbound is: the first of the rules that fits (docs/rules.md 5).
 *
 * @param provedBy the kind of mismatch that proves it too, when the parcel has it
 */
record Whereabouts(Verdict verdict, List<MismatchKind> provedBy) {

  static Optional<Whereabouts> of(ParcelFacts parcel) {
    return parcel.completed().isEmpty()
        ? Optional.empty()
        : byAnswer(parcel)
            .or(() -> bySighting(parcel))
            .or(() -> byLaterVisit(parcel))
            .or(() -> byAttempt(parcel))
            .or(() -> byMoney(parcel))
            .or(() -> Optional.of(new Whereabouts(Verdict.UNKNOWN, List.of())));
  }

  /** 1. What the store said last. */
  private static Optional<Whereabouts> byAnswer(ParcelFacts parcel) {
    Optional<Answer> answer = parcel.evidence().latestAnswer();
    return answer.flatMap(
        said ->
            switch (said.answer()) {
              case ON_SHELF -> onShelfUnlessGoneAfter(parcel, said.answeredAt());
              case HANDED_PAID, HANDED_UNPAID ->
                  Optional.of(new Whereabouts(Verdict.HANDED_OVER, List.of()));
              case NOT_FOUND ->
                  LaterVisit.endedAfter(parcel, said.answeredAt())
                      ? Optional.empty()
                      : Optional.of(new Whereabouts(Verdict.LOST, List.of()));
              case UNREACHABLE -> Optional.empty();
            });
  }

  /** 2. A record that shows the parcel at the store after its pick-up. */
  private static Optional<Whereabouts> bySighting(ParcelFacts parcel) {
    return Stream.concat(
            Sighting.seenAfterHandover(parcel).stream(), Sighting.triedAgain(parcel).stream())
        .map(Sighting::at)
        .max(Instant::compareTo)
        .flatMap(last -> onShelfUnlessGoneAfter(parcel, last));
  }

  /** Money taken, or a later visit, after the last such record: the buyer came after all. */
  private static Optional<Whereabouts> onShelfUnlessGoneAfter(ParcelFacts parcel, Instant last) {
    boolean paidAfter =
        parcel.pickUp().stream()
            .flatMap(pickUp -> parcel.money().captures(pickUp.currency()).stream())
            .map(Payment::paidAt)
            .anyMatch(paidAt -> paidAt != null && paidAt.start().isAfter(last));
    return paidAfter || LaterVisit.endedAfter(parcel, last)
        ? Optional.empty()
        : Optional.of(
            new Whereabouts(
                Verdict.ON_SHELF,
                List.of(MismatchKind.SEEN_AFTER_HANDOVER, MismatchKind.TRIED_AGAIN)));
  }

  /** Of a followed parcel only, before the attempts and the money of the earlier visit. */
  private static Optional<Whereabouts> byLaterVisit(ParcelFacts parcel) {
    return LaterVisit.isHandover(parcel)
        ? Optional.of(new Whereabouts(Verdict.HANDED_OVER_LATER, List.of()))
        : Optional.empty();
  }

  /** 3. The counter itself said OK. */
  private static Optional<Whereabouts> byAttempt(ParcelFacts parcel) {
    return Retries.anyOk(parcel)
        ? Optional.of(new Whereabouts(Verdict.HANDED_OVER, List.of(MismatchKind.SHOWN_THEN_OK)))
        : Optional.empty();
  }

  /** 4. Independent money that is complete: at once, or when the buyer came back. */
  private static Optional<Whereabouts> byMoney(ParcelFacts parcel) {
    return parcel
        .collected()
        .filter(money -> parcel.context().sources().paymentsIndependent())
        .filter(money -> money.isCod() && money.isDue() && !money.isLacking())
        .map(Collected::pickUp)
        .filter(pickUp -> pickUp.completedAt() != null)
        .flatMap(pickUp -> byCapture(parcel, pickUp));
  }

  private static Optional<Whereabouts> byCapture(ParcelFacts parcel, Outbound pickUp) {
    return parcel
        .money()
        .earliestCapture(pickUp.currency())
        .map(
            capture ->
                LatePayment.isSameVisit(parcel, pickUp.completedAt(), capture)
                    ? new Whereabouts(Verdict.HANDED_OVER, List.of())
                    : new Whereabouts(Verdict.HANDED_OVER_LATER, List.of(MismatchKind.PAID_LATE)));
  }
}
