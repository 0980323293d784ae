package parcelrecon.report.story;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import parcelrecon.model.Answer;
import parcelrecon.model.Attempt;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.Payment;
import parcelrecon.model.RejectedRow;
import parcelrecon.model.SourceRecord;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ParcelRow;

/** All records of a parcel as happenings on one clock. */
public final class Timeline {

  private static final Comparator<TimelineEntry> ORDER =
      Comparator.comparing(TimelineEntry::inOrder, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(entry -> entry.record().ref().source())
          .thenComparing(entry -> entry.record().ref())
          .thenComparing(TimelineEntry::what, Comparator.reverseOrder());

  private final RunView view;
  private final Clocks clocks;
  private final Texts texts;

  public Timeline(RunView view, Clocks clocks) {
    this.view = view;
    this.clocks = clocks;
    this.texts = view.texts();
  }

  /**
   * Ordered by time, on the pick-up records' clock as far as it is known, then by source and ref.
   */
  public List<TimelineEntry> of(ParcelRow parcel) {
    return parcel
        .evidence()
        .records()
        .flatMap(this::entries)
        .map(entry -> entry.by(clocks))
        .sorted(ORDER)
        .toList();
  }

  private Stream<TimelineEntry> entries(SourceRecord record) {
    if (record instanceof Outbound outbound) {
      return outbound(outbound);
    } else if (record instanceof Payment payment) {
      return Stream.of(payment(payment));
    } else if (record instanceof ParcelEvent event) {
      return Stream.of(event(event));
    } else if (record instanceof Attempt attempt) {
      return Stream.of(attempt(attempt));
    } else if (record instanceof Answer answer) {
      return Stream.of(answer(answer));
    } else if (record instanceof RejectedRow rejected) {
      return Stream.of(new TimelineEntry(rejected, null, texts.text("timeline.rejected"), null));
    }
    throw new IllegalStateException("unknown record " + record.ref().text());
  }

  private Stream<TimelineEntry> outbound(Outbound outbound) {
    String ended = texts.text("timeline.state." + outbound.state(), texts.name(outbound.payment()));
    TimelineEntry end =
        new TimelineEntry(outbound, outbound.end(), ended, outbound.storeId())
            .of(outbound.dueMinor(), outbound.currency());
    if (outbound.requestedAt() == null || outbound.completedAt() == null) {
      return Stream.of(end);
    }
    String requested = texts.text("timeline.requested");
    return Stream.of(
        new TimelineEntry(outbound, outbound.requestedAt(), requested, outbound.storeId()), end);
  }

  private TimelineEntry payment(Payment payment) {
    String what =
        texts.text(
            payment.paidAt() != null && payment.paidAt().isDay()
                ? "timeline.paymentOfDay"
                : "timeline.payment",
            texts.name(payment.kind()),
            texts.name(payment.state()),
            payment.paymentId());
    return new TimelineEntry(
            payment, payment.paidAt() == null ? null : payment.paidAt().start(), what, null)
        .of(payment.amountMinor(), payment.currency());
  }

  private TimelineEntry event(ParcelEvent event) {
    Duration lag =
        event.timestamp() == null || event.occurredAt() == null
            ? Duration.ZERO
            : Duration.between(event.occurredAt(), event.timestamp());
    String what =
        lag.toSeconds() == 0
            ? texts.text("timeline.event", event.type())
            : texts.text("timeline.eventLate", event.type(), view.clock(event.timestamp()));
    return new TimelineEntry(event, event.time(), what, event.storeId());
  }

  private TimelineEntry attempt(Attempt attempt) {
    String outcome = texts.name(attempt.outcome());
    String what =
        attempt.durationMillis() == null
            ? texts.text("timeline.attempt", outcome)
            : texts.text("timeline.attemptTook", outcome, attempt.durationMillis());
    return new TimelineEntry(attempt, attempt.startedAt(), what, attempt.storeId());
  }

  private TimelineEntry answer(Answer answer) {
    String what =
        texts.text("timeline.answer", texts.name(answer.answer()), answer.by(), answer.note());
    return new TimelineEntry(answer, answer.answeredAt(), what.strip(), null);
  }
}
