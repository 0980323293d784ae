package parcelrecon.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import parcelrecon.model.Attempt;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.Payment;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceRecord;
import parcelrecon.results.RunRow;
import parcelrecon.source.RecordSink;

/**
 * How late the records may be that a run looks at. A run looks at all there is; its control at what
 * the run itself could see, moved back as its as-of is. Else everyday noise would be counted after
 * more time to be put right than the incident had.
 *
 * <p>A control's is known once the run it is for is settled.
 */
final class Horizon {

  /** Of a run that is no control. */
  static final Horizon NONE = new Horizon(null, null);

  private final RunInHand run;
  private final RunRow control;
  private Limits limits;

  private Horizon(RunInHand run, RunRow control) {
    this.run = run;
    this.control = control;
  }

  static Horizon behind(RunInHand run, RunRow control) {
    return new Horizon(run, control);
  }

  boolean isNone() {
    return run == null;
  }

  /** Takes later records for such as the site leaves out. */
  RecordSink within(RecordSink sink) {
    return isNone() ? sink : new Within(sink, limits());
  }

  /** Through when payments can be complete at most; absent when the run does not know either. */
  Optional<Instant> paymentsCompleteThrough() {
    return limits().completeThrough();
  }

  private record Limits(Optional<Instant> completeThrough, Instant payments, Instant others) {}

  private synchronized Limits limits() {
    if (limits == null) {
      limits = readLimits();
    }
    return limits;
  }

  private Limits readLimits() {
    Duration back = Duration.between(control.asOf(), run.row().asOf());
    Optional<Instant> completeThrough =
        run.stores()
            .contexts()
            .find(run.run())
            .orElseThrow()
            .sources()
            .paymentsCompleteThrough()
            .map(instant -> instant.minus(back));
    Optional<Instant> latest =
        run.stores().splits().rows(run.run()).stream()
            .flatMap(row -> row.result().stream())
            .flatMap(result -> result.latestPaidAt().stream())
            .max(Comparator.naturalOrder())
            .map(instant -> instant.minus(back));
    Instant payments = latest(completeThrough.stream(), latest.stream()).orElse(control.asOf());
    Instant others = latest(Stream.of(payments), Stream.of(control.asOf())).orElseThrow();
    return new Limits(completeThrough, payments, others);
  }

  private static Optional<Instant> latest(Stream<Instant> some, Stream<Instant> others) {
    return Stream.concat(some, others).max(Comparator.naturalOrder());
  }

  private record Within(RecordSink sink, Limits limits) implements RecordSink {

    @Override
    public void accept(SourceRecord row) {
      Instant recorded = recorded(row);
      Instant last = row instanceof Payment ? limits.payments() : limits.others();
      if (recorded != null && recorded.isAfter(last)) {
        sink.filter();
      } else {
        sink.accept(row);
      }
    }

    @Override
    public void reject(Reject reject) {
      sink.reject(reject);
    }

    @Override
    public void filter() {
      sink.filter();
    }

    /** When a record could be seen first; null when nothing tells. */
    private static Instant recorded(SourceRecord row) {
      if (row instanceof Outbound outbound) {
        return outbound.start();
      } else if (row instanceof Payment payment) {
        return payment.paidAt() == null ? null : payment.paidAt().start();
      } else if (row instanceof ParcelEvent event) {
        return event.timestamp() == null ? event.occurredAt() : event.timestamp();
      }
      return row instanceof Attempt attempt ? attempt.startedAt() : null;
    }
  }
}
