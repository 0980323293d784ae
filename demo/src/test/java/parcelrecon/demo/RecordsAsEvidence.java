package parcelrecon.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parcelrecon.demo.story.IncidentDay;
import parcelrecon.demo.story.Records;
import parcelrecon.demo.story.Term;
import parcelrecon.demo.story.Written.CounterCall;
import parcelrecon.demo.story.Written.Direction;
import parcelrecon.demo.story.Written.Message;
import parcelrecon.demo.story.Written.OutboundRow;
import parcelrecon.demo.story.Written.Print;
import parcelrecon.demo.story.Written.TillLine;
import parcelrecon.model.Attempt;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.Moment;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvent.TimestampType;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.Payment;
import parcelrecon.model.Payment.PaymentKind;
import parcelrecon.model.Payment.PaymentState;
import parcelrecon.model.RecordRef;
import parcelrecon.model.RejectedRow;
import parcelrecon.model.SourceName;

/** What the systems wrote, as a perfect reader would hand it to the rules. */
final class RecordsAsEvidence {

  static final String TOPIC = "t";

  private final Map<String, ParcelEvidence> parcels = new HashMap<>();

  private RecordsAsEvidence() {}

  /** By parcel id; all events in one partition, in the order in which they were sent. */
  static Map<String, ParcelEvidence> of(Records records) {
    RecordsAsEvidence all = new RecordsAsEvidence();
    long line = 0;
    for (OutboundRow row : records.outbounds()) {
      all.parcel(row.parcelId()).outbounds.add(outbound(row));
    }
    for (TillLine till : records.tillLines()) {
      all.add(till, ++line);
    }
    for (CounterCall call : records.calls()) {
      all.add(call, ++line);
    }
    long offset = 0;
    for (Message message : records.messages()) {
      all.add(message, offset++);
    }
    all.building.forEach((id, parcel) -> all.parcels.put(id, parcel.build()));
    return all.parcels;
  }

  /** Where a consumer stands that stopped then. */
  static long firstOffsetAfter(IncidentDay day, Instant instant) {
    return day.records().messages().stream()
        .filter(message -> message.sentAt().isBefore(instant))
        .count();
  }

  private final Map<String, Building> building = new HashMap<>();

  private Building parcel(String id) {
    return building.computeIfAbsent(id, Building::new);
  }

  private static Outbound outbound(OutboundRow row) {
    return new Outbound(
        row.parcelId(),
        new RecordRef.TableRow(SourceName.OUTBOUND, "o", row.outboundId()),
        row.outboundId(),
        row.shopId(),
        null,
        row.checkoutId(),
        row.term() == Term.COD ? PaymentTerm.COD : PaymentTerm.PREPAID,
        row.dueMinor(),
        "TWD",
        switch (row.state()) {
          case PICKED_UP -> OutboundState.COMPLETED;
          case REQUESTED -> OutboundState.PENDING;
          case FAILED -> OutboundState.FAILED;
          case AWAITING_PICKUP -> OutboundState.REVERSED;
        },
        row.requestedAt(),
        row.completedAt(),
        row.pickupDeadline(),
        row.payoutAt(),
        (long) row.rowVersion());
  }

  private void add(TillLine till, long line) {
    RecordRef ref = new RecordRef.FileLine(SourceName.PAYMENTS, "p", line);
    if (till.print() == Print.SMUDGED) {
      parcel(till.parcelId()).rejected.add(new RejectedRow(till.parcelId(), ref));
      return;
    }
    parcel(till.parcelId())
        .payments
        .add(
            new Payment(
                till.parcelId(),
                ref,
                String.valueOf(line),
                till.direction() == Direction.TAKEN ? PaymentKind.CAPTURE : PaymentKind.REFUND,
                switch (till.state()) {
                  case DONE -> PaymentState.SUCCEEDED;
                  case DECLINED -> PaymentState.FAILED;
                  case VOIDED -> PaymentState.VOIDED;
                  case PENDING -> PaymentState.PENDING;
                },
                till.amountMinor(),
                till.currency(),
                null,
                Moment.at(Instant.ofEpochSecond(till.at().getEpochSecond()))));
  }

  private void add(CounterCall call, long line) {
    RecordRef ref = new RecordRef.FileLine(SourceName.ATTEMPTS, "a", line);
    if (call.print() == Print.SMUDGED) {
      parcel(call.parcelId()).rejected.add(new RejectedRow(call.parcelId(), ref));
      return;
    }
    AttemptOutcome outcome =
        switch (call.status()) {
          case 200 -> AttemptOutcome.OK;
          case 499 -> AttemptOutcome.ABORTED;
          case 504 -> AttemptOutcome.TIMEOUT;
          default -> AttemptOutcome.ERROR;
        };
    parcel(call.parcelId())
        .attempts
        .add(
            new Attempt(
                call.parcelId(),
                ref,
                call.shopId(),
                call.startedAt(),
                call.millis(),
                outcome,
                null));
  }

  private void add(Message message, long offset) {
    RecordRef ref = new RecordRef.TopicOffset(SourceName.EVENTS, TOPIC, 0, offset);
    if (message.print() == Print.SMUDGED) {
      parcel(message.parcelId()).rejected.add(new RejectedRow(message.parcelId(), ref));
      return;
    }
    parcel(message.parcelId())
        .events
        .add(
            new ParcelEvent(
                message.parcelId(),
                ref,
                message.eventId(),
                message.type(),
                message.occurredAt(),
                message.sentAt(),
                TimestampType.CREATE_TIME,
                message.shopId(),
                message.amountMinor()));
  }

  /** A parcel's records while they come in. */
  private static final class Building {
    private final String id;
    private final List<Outbound> outbounds = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final List<ParcelEvent> events = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();

    Building(String id) {
      this.id = id;
    }

    ParcelEvidence build() {
      return new ParcelEvidence(id, outbounds, payments, events, attempts, List.of(), rejected);
    }
  }
}
