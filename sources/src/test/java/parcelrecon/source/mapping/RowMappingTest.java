package parcelrecon.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvent.TimestampType;
import parcelrecon.model.Payment;
import parcelrecon.model.Payment.PaymentKind;
import parcelrecon.model.Payment.PaymentState;
import parcelrecon.model.RecordRef;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.CollectingSink;
import parcelrecon.source.SomeSource;
import parcelrecon.source.SourceSettings.AmountUnit;
import parcelrecon.source.SourceSettings.Amounts;
import parcelrecon.source.SourceSettings.Format;
import parcelrecon.source.SourceSettings.Negative;

class RowMappingTest {

  private static final RecordRef REF =
      new RecordRef.FileLine(SourceName.PAYMENTS, "till.csv", 1042);
  private static final Instant AT = Instant.parse("2022-04-13T11:42:39Z");

  private final SomeSource outbound = SomeSource.of(SourceName.OUTBOUND);
  private final SomeSource payments = SomeSource.of(SourceName.PAYMENTS);
  private final SomeSource events = SomeSource.of(SourceName.EVENTS);

  @Test
  void outbound_hasItsDefaults_whenOnlyTheRequiredColumnsAreThere() {
    CollectingSink sink =
        map(
            outbound,
            row("parcel_id", " P1 ", "payment", "COD", "amount_due", "4212", "requested_at", AT));

    assertThat(sink.record())
        .isEqualTo(
            new Outbound(
                " P1 ",
                REF,
                null,
                null,
                null,
                null,
                PaymentTerm.COD,
                421200,
                "TWD",
                OutboundState.COMPLETED,
                AT,
                null,
                null,
                null,
                null));
  }

  @Test
  void outbound_isWhole_whenAllColumnsAreThere() {
    Map<String, Object> row =
        row("parcel_id", "P1", "payment", "PREPAID", "amount_due", new BigDecimal("12.5"));
    row.putAll(row("outbound_id", 17L, "store_id", "S1", "order_id", "O1", "checkout_id", "C1"));
    row.putAll(row("currency", "JPY", "amount_due", 12, "status", "REVERSED"));
    row.putAll(row("completed_at", "2022-04-13T19:42:39", "row_version", "3"));
    row.putAll(row("pickup_deadline", LocalDate.of(2022, 4, 20), "payout_at", "2022-04-21T00:00Z"));

    assertThat(map(outbound, row).record())
        .isEqualTo(
            new Outbound(
                "P1",
                REF,
                "17",
                "S1",
                "O1",
                "C1",
                PaymentTerm.PREPAID,
                12,
                "JPY",
                OutboundState.REVERSED,
                null,
                AT,
                Instant.parse("2022-04-19T16:00:00Z"),
                Instant.parse("2022-04-21T00:00:00Z"),
                3L));
  }

  @Test
  void outbound_isRejected_whenItHasNoTimeOrOnlyADay() {
    Map<String, Object> row = row("parcel_id", "P1", "payment", "COD", "amount_due", "1");
    assertThat(map(outbound, row).reason())
        .isEqualTo("requested_at and completed_at are both empty, expected at least one");

    row.put("completed_at", "2022-04-13");
    assertThat(map(outbound, row).reason())
        .isEqualTo("completed_at \"2022-04-13\" is a day, expected a time");

    row.putAll(row("completed_at", AT, "row_version", "1.5"));
    assertThat(map(outbound, row).reason())
        .isEqualTo("row_version \"1.5\" is not a whole number of 0 or more, expected e.g. 12");
  }

  @Test
  void payment_isMapped_asTheSiteWritesIt() {
    payments
        .column("payment_id", "批次", "流水號")
        .column("parcel_id", "物流單號")
        .column("amount", "金額")
        .column("paid_at", "付款時間")
        .column("status", "狀態")
        .constant("kind", "REFUND")
        .constant("currency", "JPY")
        .value("status", "作廢", "VOIDED")
        .value("status", "*", "FAILED")
        .value("status", "", "PENDING")
        .timeFormat("yyyy/MM/dd");
    Map<String, Object> row =
        row("批次", "B1", "流水號", 7, "物流單號", "=\"0012\"", "金額", "=\"5\"", "付款時間", "2022/04/13");

    row.put("狀態", "作廢");
    Payment voided = (Payment) map(payments, row).record();
    row.put("狀態", "不明");
    Payment other = (Payment) map(payments, row).record();
    row.put("狀態", "");
    Payment absent = (Payment) map(payments, row).record();

    assertThat(voided.paymentId()).isEqualTo("B1-7");
    assertThat(voided.parcelId()).isEqualTo("0012");
    assertThat(voided.amountMinor()).isEqualTo(5);
    assertThat(voided.kind()).isEqualTo(PaymentKind.REFUND);
    assertThat(voided.paidAt().isDay()).isTrue();
    assertThat(List.of(voided.state(), other.state(), absent.state()))
        .containsExactly(PaymentState.VOIDED, PaymentState.FAILED, PaymentState.PENDING);
  }

  @Test
  void row_isRejectedWithItsParcel_whenAColumnCannotBeRead() {
    Map<String, Object> row = row("parcel_id", "P1", "payment_id", "1", "amount", "12,50");
    CollectingSink sink = map(payments, row);

    Reject reject = sink.rejected().get(0);
    assertThat(sink.reason()).isEqualTo("amount \"12,50\" is not a decimal, expected e.g. 12.50");
    assertThat(reject.parcelId()).isEqualTo("P1");
    assertThat(reject.ref()).isEqualTo(REF);
    assertThat(reject.row()).isEqualTo("the row");

    row.putAll(row("amount", "12.50", "status", "成功"));
    assertThat(map(payments, row).reason())
        .isEqualTo("status \"成功\" is none of [SUCCEEDED, PENDING, FAILED, VOIDED]");
    row.putAll(row("status", "FAILED", "currency", "NTD"));
    assertThat(map(payments, row).reason())
        .isEqualTo("currency \"NTD\" is not of ISO 4217, expected e.g. TWD");
    row.putAll(row("currency", "", "payment_id", ""));
    assertThat(map(payments, row).reason()).isEqualTo("payment_id is empty");
  }

  @Test
  void row_isRejectedWithoutAParcel_whenThatCannotBeReadEither() {
    for (String id :
        List.of(
            "", "  ", "=\"\"", "P\uFFFD1", "P1\0", "P\ud83d1", "\ude00\ud83d", "P".repeat(501))) {
      CollectingSink sink = map(payments, row("parcel_id", id, "payment_id", "1", "amount", "1"));
      assertThat(sink.rejected()).as(id).hasSize(1);
      assertThat(sink.rejected().get(0).parcelId()).isNull();
    }
  }

  @Test
  void text_isReadWhole_whenItsCharactersTakeTwoHalves() {
    String id = "\ud83d\ude00P\ud83d\ude00";
    CollectingSink sink = map(payments, row("parcel_id", id, "payment_id", "1", "amount", "1"));
    assertThat(sink.record().parcelId()).isEqualTo(id);
  }

  @Test
  void row_isRejected_whenATextIsLongerThanAnyIdIs() {
    CollectingSink sink =
        map(payments, row("parcel_id", "P1", "payment_id", "1".repeat(501), "amount", "1"));
    assertThat(sink.rejected())
        .extracting(Reject::reason)
        .containsExactly("payment_id has 501 characters, expected at most 500");
    assertThat(
            map(payments, row("parcel_id", "P1", "payment_id", "1".repeat(500), "amount", "1"))
                .rejected())
        .isEmpty();
  }

  @Test
  void row_isRejected_whenOnlyAPartOfAJoinedColumnIsThere() {
    payments.column("payment_id", "batch", "number");

    assertThat(
            map(payments, row("parcel_id", "P1", "batch", "B1", "number", "", "amount", "1"))
                .reason())
        .isEqualTo("payment_id is joined of batch, number, and not all are filled");
    assertThat(map(payments, row("parcel_id", "P1", "amount", "1")).reason())
        .isEqualTo("payment_id is empty");
  }

  @Test
  void row_isLeftOut_whenNotIncludedOrExcluded() {
    payments.include("type", "代收貨款", "").exclude("shift", "9");
    Map<String, Object> row = row("parcel_id", "P1", "payment_id", "1", "amount", "1");

    assertThat(map(payments, row).accepted()).as("absent is the empty text").hasSize(1);
    row.put("type", "=\"代收貨款\"");
    assertThat(map(payments, row).accepted()).hasSize(1);
    row.put("shift", 9);
    assertThat(map(payments, row).filtered()).isEqualTo(1);
    row.putAll(row("shift", 8, "type", "水費", "amount", "unreadable"));
    CollectingSink other = map(payments, row);
    assertThat(other.filtered()).isEqualTo(1);
    assertThat(other.rejected()).isEmpty();
  }

  @Test
  void event_carriesItsStamp_andTheDefaultType() {
    CollectingSink sink = new CollectingSink();
    EventStamp stamp = new EventStamp(AT, TimestampType.LOG_APPEND_TIME);
    new RowMapping(events.jsonLines("x", Format.PLAIN).settings())
        .map(
            new MapRow(
                row("/parcel_id", "P1", "/occurred_at", AT.toEpochMilli(), "/amount", "12.5")),
            REF,
            stamp,
            sink);

    assertThat(sink.record())
        .isEqualTo(
            new ParcelEvent(
                "P1",
                REF,
                null,
                "OUTBOUND_COMPLETED",
                AT,
                AT,
                TimestampType.LOG_APPEND_TIME,
                null,
                1250L));
  }

  @Test
  void siteColumns_areThoseConfiguredAndThoseRequired() {
    payments
        .column("payment_id", "批次", "流水號")
        .column("channel", "通路")
        .constant("amount", "1")
        .include("類型", "x");

    RowMapping mapping = new RowMapping(payments.settings());

    assertThat(mapping.siteColumns()).containsExactly("parcel_id", "批次", "流水號", "通路", "類型");
    assertThat(mapping.readColumns()).contains("status", "paid_at", "通路").doesNotContain("amount");
  }

  @Test
  void problems_areToldAtOnce_whenTheMappingContradictsItself() {
    payments
        .column("kind", "類型")
        .constant("kind", "CAPTURE")
        .amounts(
            new Amounts(
                AmountUnit.MAJOR, ',', Optional.of(','), Optional.empty(), Negative.REJECTED));

    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> new RowMapping(payments.settings()));

    assertThat(thrown.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(thrown.problems())
        .extracting(Problem::where)
        .containsExactly("sources.payments.constants.kind", "sources.payments.grouping-separator");
  }

  private static CollectingSink map(SomeSource source, Map<String, Object> row) {
    CollectingSink sink = new CollectingSink();
    new RowMapping(source.settings()).map(new MapRow(row), REF, sink);
    return sink;
  }

  private static Map<String, Object> row(Object... columnsAndValues) {
    Map<String, Object> row = new HashMap<>();
    for (int at = 0; at < columnsAndValues.length; at += 2) {
      row.put((String) columnsAndValues[at], columnsAndValues[at + 1]);
    }
    return row;
  }
}
