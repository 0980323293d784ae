package parcelrecon.rule;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.model.Coverage;
import parcelrecon.model.Moment;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.Payment;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.Window;

/** One COD parcel picked up in the window, as a sentence: {@code cod(100).paid(50).judge()}. */
final class Parcels {

  static final String ID = "P-1";
  private static final Instant COMPLETED_AT = Instant.parse("2022-04-13T11:42:00Z");

  private final long dueMinor;
  private final List<SourceRecord> payments = new ArrayList<>();

  private String checkoutId;

  private Parcels(long dueMinor) {
    this.dueMinor = dueMinor;
  }

  static Parcels cod(long dueMinor) {
    return new Parcels(dueMinor);
  }

  Parcels checkout(String id) {
    checkoutId = id;
    return this;
  }

  Parcels paid(long amountMinor) {
    return moved(Payment.PaymentKind.CAPTURE, amountMinor, "TWD");
  }

  Parcels refunded(long amountMinor, String currency) {
    return moved(Payment.PaymentKind.REFUND, amountMinor, currency);
  }

  private Parcels moved(Payment.PaymentKind kind, long amountMinor, String currency) {
    String id = "pay-" + payments.size();
    payments.add(
        new Payment(
            ID,
            new RecordRef.TableRow(SourceName.PAYMENTS, "t", id),
            id,
            kind,
            Payment.PaymentState.SUCCEEDED,
            amountMinor,
            currency,
            null,
            Moment.at(COMPLETED_AT)));
    return this;
  }

  Judgement judge() {
    List<SourceRecord> records = new ArrayList<>(payments);
    records.add(outbound());
    records.add(event());
    return new Rulebook(context()).judge(Deduplicated.of(ID, records).evidence());
  }

  private Outbound outbound() {
    return new Outbound(
        ID,
        new RecordRef.TableRow(SourceName.OUTBOUND, "t", "O1"),
        "O1",
        null,
        null,
        checkoutId,
        PaymentTerm.COD,
        dueMinor,
        "TWD",
        OutboundState.COMPLETED,
        null,
        COMPLETED_AT,
        null,
        null,
        null);
  }

  private static ParcelEvent event() {
    return new ParcelEvent(
        ID,
        new RecordRef.TopicOffset(SourceName.EVENTS, "topic", 0, 1),
        null,
        "OUT",
        COMPLETED_AT,
        null,
        ParcelEvent.TimestampType.NONE,
        null,
        null);
  }

  /** Whole, independent sources without attempts, a day of patience, a tolerance of 0.50. */
  static JudgingContext context() {
    Coverage whole = new Coverage(List.of());
    return new JudgingContext(
        new Window(
            Instant.parse("2022-04-13T11:33:00Z"),
            Instant.parse("2022-04-13T12:22:00Z"),
            ZoneId.of("Asia/Taipei")),
        List.of(),
        Instant.parse("2022-04-14T12:00:00Z"),
        new RuleSettings(Map.of(), new Tolerance(new BigDecimal("0.50"), Map.of(), true)),
        new JudgingContext.Sources(
            Map.of(
                SourceName.OUTBOUND, whole, SourceName.PAYMENTS, whole, SourceName.EVENTS, whole),
            true,
            Optional.empty(),
            true),
        new JudgingContext.Events("OUT", Optional.of("REVERSED"), List.of("STILL"), List.of()));
  }
}
