package parcelrecon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Attempt;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.Moment;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.Payment;
import parcelrecon.model.RecordRef;
import parcelrecon.model.RejectedRow;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.model.UnlistedParcel.Paid;
import parcelrecon.model.UnlistedParcel.Screen;

class UnlistedTest {

  private static final Instant OUTSIDE = Instant.parse("2022-04-13T12:31:07.900Z");

  @Test
  void cleanParcel_isKeptWithItsPickUpAndItsMoney() {
    UnlistedParcel kept = rulebook().unlisted(Parcels.cod(10000).paid(10000).judge());
    assertThat(kept.inScope()).isTrue();
    assertThat(kept.state()).isEqualTo(OutboundState.COMPLETED);
    assertThat(kept.to()).isEqualTo(Instant.parse("2022-04-13T11:42:00Z"));
    assertThat(kept.paid()).isEqualTo(Paid.IN_FULL);
    assertThat(kept.screen()).isEqualTo(Screen.NOT_SEEN);
    assertThat(kept.sources())
        .containsExactlyInAnyOrder(SourceName.OUTBOUND, SourceName.PAYMENTS, SourceName.EVENTS);
  }

  @Test
  void parcelOutsideTheWindow_isKeptWithWhatItsRecordsSay() {
    UnlistedParcel kept =
        kept(
            outbound(PaymentTerm.COD, 5_000),
            attempt(AttemptOutcome.ERROR, "r1"),
            attempt(AttemptOutcome.OK, "r2"));
    assertThat(kept.inScope()).isFalse();
    assertThat(kept.from()).isEqualTo(Instant.parse("2022-04-13T12:31:07Z"));
    assertThat(kept.storeId()).isEqualTo("870123");
    assertThat(kept.paid()).isEqualTo(Paid.NOTHING);
    assertThat(kept.screen()).isEqualTo(Screen.ERROR);
  }

  @Test
  void money_isToldAsItStands() {
    assertThat(kept(outbound(PaymentTerm.PREPAID, 5_000)).paid()).isEqualTo(Paid.NOTHING_DUE);
    assertThat(kept(outbound(PaymentTerm.COD, 0)).paid()).isEqualTo(Paid.NOTHING_DUE);
    assertThat(kept(outbound(PaymentTerm.COD, 5_000), payment(5_050, "TWD")).paid())
        .isEqualTo(Paid.IN_FULL);
    assertThat(kept(outbound(PaymentTerm.COD, 5_000), payment(4_000, "TWD")).paid())
        .isEqualTo(Paid.OTHERWISE);
    assertThat(kept(outbound(PaymentTerm.PREPAID, 0), payment(4_000, "TWD")).paid())
        .isEqualTo(Paid.OTHERWISE);
    assertThat(kept(outbound(PaymentTerm.COD, 5_000), payment(5_000, "JPY")).paid())
        .isEqualTo(Paid.OTHERWISE);
  }

  @Test
  void parcelWithoutAPickUp_isKeptWithTheTimesOfItsRecords() {
    UnlistedParcel kept = kept(payment(5_000, "TWD"));
    assertThat(kept.state()).isNull();
    assertThat(kept.from()).isEqualTo(Instant.parse("2022-04-13T12:31:07Z"));
    assertThat(kept.paid()).isEqualTo(Paid.NOT_KNOWN);
    assertThat(kept.sources()).containsExactly(SourceName.PAYMENTS);

    RecordRef ref = new RecordRef.FileLine(SourceName.PAYMENTS, "a.csv", 7);
    UnlistedParcel unread = kept(new RejectedRow(Parcels.ID, ref));
    assertThat(unread.from()).isNull();
    assertThat(unread.sources()).isEqualTo(Set.of(SourceName.PAYMENTS));
  }

  private static Rulebook rulebook() {
    return new Rulebook(Parcels.context());
  }

  private static UnlistedParcel kept(SourceRecord... records) {
    Judgement judgement =
        rulebook().judge(Deduplicated.of(Parcels.ID, List.of(records)).evidence());
    assertThat(judgement.mismatches()).isEmpty();
    return rulebook().unlisted(judgement);
  }

  private static Outbound outbound(PaymentTerm payment, long dueMinor) {
    return new Outbound(
        Parcels.ID,
        new RecordRef.TableRow(SourceName.OUTBOUND, "t", "O1"),
        "O1",
        "870123",
        null,
        null,
        payment,
        dueMinor,
        "TWD",
        OutboundState.COMPLETED,
        null,
        OUTSIDE,
        null,
        null,
        null);
  }

  private static Attempt attempt(AttemptOutcome outcome, String request) {
    return new Attempt(
        Parcels.ID,
        new RecordRef.FileLine(SourceName.ATTEMPTS, "gateway.log", outcome.ordinal()),
        null,
        OUTSIDE,
        100L,
        outcome,
        request);
  }

  private static Payment payment(long amountMinor, String currency) {
    return new Payment(
        Parcels.ID,
        new RecordRef.TableRow(SourceName.PAYMENTS, "t", "p"),
        "p",
        Payment.PaymentKind.CAPTURE,
        Payment.PaymentState.SUCCEEDED,
        amountMinor,
        currency,
        null,
        Moment.at(OUTSIDE));
  }
}
