package parcelrecon.report.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.Call;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Payment;
import parcelrecon.report.story.RunView;
import parcelrecon.report.story.Screen;
import parcelrecon.report.story.Story;
import parcelrecon.report.text.Texts;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.MismatchKind;

/**
 * What is said about a parcel on the phone: what the store saw, what the system says, what came
 * after, and what the store is asked to do. No word of the systems, and no blame.
 */
final class CallWords {

  private static final int AFTER_MAX = 5;

  private final RunView view;
  private final Texts texts;

  private record Happening(Instant at, String words) {}

  CallWords(RunView view) {
    this.view = view;
    this.texts = view.texts();
  }

  StoreCall.Words of(ParcelRow parcel, Suggestion task) {
    return new StoreCall.Words(
        Story.of(view, parcel), saw(parcel), says(parcel), after(parcel), ask(parcel, task));
  }

  private String saw(ParcelRow parcel) {
    return shownError(parcel)
        .map(this::error)
        .orElseGet(
            () -> parcel.has(MismatchKind.SHOWN_AS_FAILED) ? waited(parcel) : texts.text("none"));
  }

  /** The last error of the incident that the counter's screen showed. */
  private Optional<Call> shownError(ParcelRow parcel) {
    return Screen.of(parcel, view.incident().window()).last();
  }

  private String error(Call call) {
    boolean gaveUp = call.outcome() == AttemptOutcome.ABORTED;
    return call.startedAt().equals(call.endedAt())
        ? texts.text(gaveUp ? "call.gaveUp" : "call.error", view.clock(call.startedAt()))
        : texts.text(
            gaveUp ? "call.gaveUpAfter" : "call.errorAfter",
            view.clock(call.endedAt()),
            Story.seconds(Duration.between(call.startedAt(), call.endedAt())));
  }

  private String waited(ParcelRow parcel) {
    Outbound subject = parcel.subject().orElseThrow();
    return subject.requestedAt() == null || subject.completedAt() == null
        ? texts.text("call.inPhase", view.clock(subject.end()))
        : texts.text(
            "call.waited",
            view.clock(subject.requestedAt()),
            Story.seconds(Duration.between(subject.requestedAt(), subject.completedAt())));
  }

  private String says(ParcelRow parcel) {
    return parcel
        .subject()
        .map(subject -> texts.text("call.state." + subject.state(), view.clock(subject.end())))
        .orElseGet(() -> texts.text("call.state.NONE"));
  }

  private String after(ParcelRow parcel) {
    Optional<Instant> done = parcel.subject().map(Outbound::end);
    List<Happening> all = new ArrayList<>();
    payments(parcel, all);
    tries(parcel, done.orElse(Instant.MAX), all);
    sightings(parcel, done.orElse(Instant.MAX), all);
    parcel
        .evidence()
        .answers()
        .forEach(
            answer ->
                all.add(
                    new Happening(
                        answer.answeredAt(),
                        texts.text("call.after.answer", texts.name(answer.answer())))));
    return all.stream()
        .sorted(Comparator.comparing(Happening::at).thenComparing(Happening::words))
        .limit(AFTER_MAX)
        .map(each -> view.clock(each.at()) + " " + each.words())
        .collect(Collectors.joining("\n"))
        .concat(more(all.size() - AFTER_MAX));
  }

  private String more(int count) {
    return count > 0 ? "\n" + texts.text("more", count) : "";
  }

  private void payments(ParcelRow parcel, List<Happening> all) {
    for (Payment payment : parcel.evidence().payments()) {
      if (payment.paidAt() != null && (payment.isCapture() || payment.isRefund())) {
        String amount = texts.money(payment.amountMinor(), payment.currency());
        String key = payment.isCapture() ? "call.after.paid" : "call.after.givenBack";
        all.add(new Happening(payment.paidAt().start(), texts.text(key, amount)));
      }
    }
  }

  private void tries(ParcelRow parcel, Instant done, List<Happening> all) {
    for (Outbound outbound : parcel.evidence().outbounds()) {
      if (outbound.state() == OutboundState.FAILED && outbound.start().isAfter(done)) {
        all.add(new Happening(outbound.start(), texts.text("call.after.refused")));
      }
    }
    Optional<Call> shown = shownError(parcel);
    for (Call call : parcel.evidence().calls()) {
      if (call.startedAt().isAfter(done) && !shown.filter(call::equals).isPresent()) {
        String key = call.isOk() ? "call.after.worked" : "call.after.refused";
        all.add(new Happening(call.startedAt(), texts.text(key)));
      }
    }
  }

  private void sightings(ParcelRow parcel, Instant done, List<Happening> all) {
    List<String> stillHere = view.context().events().stillHereTypes();
    parcel.evidence().events().stream()
        .filter(event -> stillHere.contains(event.type()) && event.time() != null)
        .filter(event -> event.time().isAfter(done))
        .forEach(event -> all.add(new Happening(event.time(), texts.text("call.after.seen"))));
  }

  private String ask(ParcelRow parcel, Suggestion task) {
    if (task != Suggestion.ASK_STORE) {
      return texts.text("ask." + task);
    }
    if (parcel.has(MismatchKind.PAID_NOT_HANDED_OUT)) {
      return texts.text("ask.paid", paid(parcel));
    }
    Outbound subject = parcel.subject().orElse(null);
    return subject == null || subject.payment() == Outbound.PaymentTerm.PREPAID
        ? texts.text("ask.prepaid")
        : texts.text("ask.unpaid", texts.money(subject.dueMinor(), subject.currency()));
  }

  private String paid(ParcelRow parcel) {
    return parcel.mismatches().stream()
        .map(MismatchRow::mismatch)
        .filter(mismatch -> mismatch.kind() == MismatchKind.PAID_NOT_HANDED_OUT)
        .map(mismatch -> mismatch.amounts())
        .filter(amounts -> amounts.toRefundMinor() != null)
        .map(amounts -> texts.money(amounts.toRefundMinor(), amounts.currency()))
        .findFirst()
        .orElse("");
  }
}
