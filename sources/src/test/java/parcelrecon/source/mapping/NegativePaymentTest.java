package parcelrecon.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.model.Payment;
import parcelrecon.model.Payment.PaymentKind;
import parcelrecon.model.Payment.PaymentState;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.problem.ProblemException;
import parcelrecon.rule.Deduplicated;
import parcelrecon.source.CollectingSink;
import parcelrecon.source.SomeSource;
import parcelrecon.source.SourceSettings.Negative;

/** What a payment of a negative amount is, when the site says so. */
class NegativePaymentTest {

  private final SomeSource payments = SomeSource.of(SourceName.PAYMENTS);
  private final CollectingSink sink = new CollectingSink();
  private long line;

  private void map(Map<String, String> row) {
    new RowMapping(payments.settings())
        .map(
            new MapRow(Map.copyOf(row)),
            new RecordRef.FileLine(SourceName.PAYMENTS, "till.csv", ++line),
            sink);
  }

  private void map(String paymentId, String amount, String paidAt) {
    map(Map.of("parcel_id", "P1", "payment_id", paymentId, "amount", amount, "paid_at", paidAt));
  }

  @ParameterizedTest
  @CsvSource({
    "REFUND, CAPTURE, SUCCEEDED, REFUND, SUCCEEDED",
    "REFUND, REFUND, SUCCEEDED, REFUND, SUCCEEDED",
    "REFUND, CAPTURE, FAILED, REFUND, FAILED",
    "REFUND, CAPTURE, PENDING, REFUND, PENDING",
    "REFUND, CAPTURE, VOIDED, REFUND, VOIDED",
    "VOID, CAPTURE, SUCCEEDED, CAPTURE, VOIDED",
    "VOID, CAPTURE, VOIDED, CAPTURE, VOIDED",
    "VOID, REFUND, SUCCEEDED, REFUND, VOIDED",
    "VOID, CAPTURE, FAILED, REFUND, FAILED",
    "VOID, CAPTURE, PENDING, REFUND, PENDING",
  })
  void negative_isWhatTheSiteSays(
      Negative negative,
      String kind,
      String status,
      PaymentKind expectedKind,
      PaymentState expectedState) {
    payments.negative(negative);
    map(
        Map.of(
            "parcel_id",
            "P1",
            "payment_id",
            "1",
            "amount",
            "-480",
            "kind",
            kind,
            "status",
            status));

    Payment payment = (Payment) sink.record();
    assertThat(payment.kind()).isEqualTo(expectedKind);
    assertThat(payment.state()).isEqualTo(expectedState);
    assertThat(payment.amountMinor()).isEqualTo(48000);
  }

  @ParameterizedTest
  @CsvSource({"REFUND, 480", "VOID, 480", "REFUND, 0", "VOID, 0", "VOID, -0"})
  void positive_isWhatItsRowSays(Negative negative, String amount) {
    payments.negative(negative);
    map("1", amount, "2022-04-13T19:42:39");

    Payment payment = (Payment) sink.record();
    assertThat(payment.kind()).isEqualTo(PaymentKind.CAPTURE);
    assertThat(payment.state()).isEqualTo(PaymentState.SUCCEEDED);
  }

  @Test
  void negative_isRejected_whenTheSiteDoesNotSayWhatItMeans() {
    map("1", "-480", "2022-04-13T19:42:39");

    assertThat(sink.reason()).isEqualTo("amount \"-480\" is negative, expected 0 or more");
  }

  @Test
  void void_takesTheCaptureBack_whenItHasItsIdAndIsNotEarlier() {
    for (String voidedAt : List.of("2022-04-13T19:42:39", "2022-04-13T20:10:00")) {
      assertThat(counted("1", "1", voidedAt)).containsExactly("CAPTURE VOIDED");
    }
  }

  @Test
  void capture_stands_whenTheVoidHasAnotherId() {
    assertThat(counted("1", "2", "2022-04-13T20:10:00"))
        .containsExactly("CAPTURE SUCCEEDED", "CAPTURE VOIDED");
  }

  private List<String> counted(String captureId, String voidId, String voidedAt) {
    sink.accepted().clear();
    payments.negative(Negative.VOID);
    map(captureId, "480", "2022-04-13T19:42:39");
    map(voidId, "-480", voidedAt);
    List<SourceRecord> records = sink.accepted();
    return Deduplicated.of("P1", records).evidence().payments().stream()
        .map(payment -> payment.kind() + " " + payment.state())
        .toList();
  }

  @Test
  void problem_isTold_whenAnythingElseHasNegativeAmounts() {
    SomeSource outbound = SomeSource.of(SourceName.OUTBOUND).negative(Negative.REFUND);

    assertThatThrownBy(() -> new RowMapping(outbound.settings()))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("sources.outbound.negative-amounts: is for payments only.");
  }
}
