package parcelrecon.report;

import static parcelrecon.datafix.Suggestion.*;
import static parcelrecon.model.Attempt.AttemptOutcome.*;
import static parcelrecon.report.SampleParcel.parcel;
import static parcelrecon.rule.MismatchKind.*;

import java.time.Duration;
import java.util.List;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Payment.PaymentKind;
import parcelrecon.model.Verdict;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.Proof;

/** One parcel for every kind, verdict and suggestion, and some with awkward texts. */
final class SampleParcels {

  private SampleParcels() {}

  static List<ParcelRow> all() {
    return java.util.stream.Stream.of(counter(), goods(), money(), downstream(), awkward())
        .flatMap(List::stream)
        .map(SampleParcel::row)
        .toList();
  }

  private static List<SampleParcel> counter() {
    return List.of(
        failed("P-0001")
            .cod(1280)
            .finds(SHOWN_AS_FAILED, ASK_STORE)
            .finds(UNCOLLECTED)
            .verdict(Verdict.UNKNOWN)
            .pickedUp("19:42:39", 9100)
            .told("19:42:39"),
        failed("P-0002")
            .in("S0002")
            .cod(560)
            .finds(SHOWN_AS_FAILED, INFORM_STORE)
            .verdict(Verdict.HANDED_OVER)
            .pickedUp("19:42:39", 9100)
            .pays(560, "19:42:58"),
        failed("P-0003")
            .in("S0003")
            .until("17 23:59:59")
            .finds(SHOWN_AS_FAILED, ASK_STORE)
            .verdict(Verdict.UNKNOWN)
            .pickedUp("19:42:39", 9100),
        failed("P-0004")
            .cod(2450)
            .verdict(Verdict.ON_SHELF)
            .pickedUp("19:42:39", 9100)
            .tries("14 18:02:11", 420, ERROR)
            .finds(TRIED_AGAIN)
            .finds(UNCOLLECTED)
            .finds(SHOWN_AS_FAILED, REVERT_OUTBOUND, SEND_REVERSAL, HOLD_PAYOUT)
            .told("19:42:39"),
        failed("P-0005")
            .in("S0002")
            .cod(899)
            .verdict(Verdict.HANDED_OVER_LATER)
            .pickedUp("19:42:39", 9100)
            .pays(899, "14 12:31:00")
            .finds(SHOWN_AS_FAILED, CLOSE_HEALED)
            .finds(PAID_LATE),
        failed("P-0006")
            .in("S0004")
            .verdict(Verdict.ON_SHELF)
            .pickedUp("19:42:39", 9100)
            .event("STOCK_TAKE", "15 09:00:00", Duration.ZERO)
            .finds(SEEN_AFTER_HANDOVER)
            .finds(SHOWN_AS_FAILED, REVERT_OUTBOUND, HOLD_PAYOUT),
        failed("P-0007")
            .in("S0003")
            .cod(320)
            .verdict(Verdict.LOST)
            .pickedUp("19:42:39", 9100)
            .says(StoreAnswer.NOT_FOUND, "15 10:30:00")
            .finds(SHOWN_AS_FAILED, CLAIM_LOST)
            .finds(UNCOLLECTED),
        parcel("P-0025")
            .tries("19:43:00", 8000, ABORTED)
            .tries("19:43:20", 300, OK)
            .verdict(Verdict.HANDED_OVER)
            .pickedUp("19:43:08", 8000)
            .finds(SHOWN_THEN_OK),
        failed("P-0026")
            .in("S0004")
            .cod(75)
            .verdict(Verdict.UNKNOWN)
            .pickedUp("19:42:39", 9100)
            .finds(SHOWN_AS_FAILED, ASK_STORE)
            .finds(UNCOLLECTED, Proof.NOT_DUE, WAIT));
  }

  private static List<SampleParcel> goods() {
    return List.of(
        parcel("P-0008")
            .cod(410)
            .verdict(Verdict.HANDED_OVER)
            .pickedUp("19:50:00", 300)
            .pickedUp("19:58:00", 310)
            .pays(410, "19:50:05")
            .finds(TWO_PICKUPS, INVESTIGATE),
        parcel("P-0009")
            .in("S0005")
            .cod(640)
            .requestedOnly(OutboundState.PENDING, "19:55:00")
            .finds(STUCK, Proof.UNVERIFIED, INVESTIGATE));
  }

  private static List<SampleParcel> money() {
    return List.of(
        done("P-0010")
            .cod(1000)
            .pays(900, "19:51:00")
            .pickedUp("19:50:58", 300)
            .finds(SHORT_PAID, COLLECT_DIFFERENCE),
        done("P-0011")
            .cod(1000)
            .pays(1200, "19:51:00")
            .pickedUp("19:50:58", 300)
            .finds(OVER_PAID, REFUND_BUYER),
        done("P-0012")
            .cod(530)
            .pays(530, "19:51:00")
            .pays(530, "19:51:30")
            .pickedUp("19:50:58", 300)
            .finds(PAID_TWICE, REFUND_BUYER),
        done("P-0013")
            .in("S0002")
            .pays(299, "19:51:00")
            .pickedUp("19:50:58", 300)
            .finds(PAID_ON_PREPAID, REFUND_BUYER),
        done("P-0014")
            .cod(700)
            .payment(PaymentKind.CAPTURE, 2300, "USD", "19:51:00")
            .pickedUp("19:50:58", 300)
            .finds(CURRENCY_DIFFERS, INVESTIGATE),
        parcel("P-0015")
            .in("S0003")
            .cod(820)
            .pays(820, "19:53:10")
            .requestedOnly(OutboundState.FAILED, "19:53:00")
            .finds(PAID_NOT_HANDED_OUT, ASK_STORE),
        done("P-0016")
            .cod(0)
            .pays(450, "19:51:00")
            .isRefunded(600, "14 10:00:00")
            .pickedUp("19:50:58", 300)
            .finds(OVER_REFUNDED, CHECK_COLLECTION),
        done("P-0027")
            .cod(330)
            .pays(300, "19:51:00")
            .pickedUp("19:50:58", 300)
            .unreadable("settlement/2022-04-13-20.csv", 88)
            .finds(SHORT_PAID, Proof.UNVERIFIED, INVESTIGATE),
        parcel("P-0029")
            .in("S0005")
            .cod(1999)
            .verdict(Verdict.UNKNOWN)
            .pickedUp("20:01:00", 280)
            .finds(UNCOLLECTED, CHECK_COLLECTION),
        done("P-0030")
            .cod(5000, "JPY")
            .payment(PaymentKind.CAPTURE, 4800, "JPY", "19:51:00")
            .pickedUp("19:50:58", 300)
            .finds(SHORT_PAID, COLLECT_DIFFERENCE),
        parcel("P-0031")
            .in("S0003")
            .cod(150)
            .pays(150, "19:53:10")
            .requestedOnly(OutboundState.PENDING, "19:53:00")
            .says(StoreAnswer.HANDED_PAID, "15 11:00:00")
            .finds(PAID_NOT_HANDED_OUT, COMPLETE_OUTBOUND));
  }

  private static List<SampleParcel> downstream() {
    Duration soon = Duration.ofMillis(40);
    return List.of(
        done("P-0017").pickedUp("19:36:10", 300).finds(EVENT_MISSING, REPLAY_EVENT),
        done("P-0018").pickedUp("19:59:10", 300).finds(EVENT_BYPASSED),
        parcel("P-0019").in("S0005").told("19:35:00").finds(EVENT_WITHOUT_OUTBOUND, INVESTIGATE),
        done("P-0020")
            .pickedUp("19:34:10", 300)
            .told("19:34:10")
            .finds(EVENT_CONFLICTS, INVESTIGATE),
        done("P-0021").pickedUp("19:33:10", 300).told("19:33:10").notConsumedBy("fms-celery-id"),
        parcel("P-0022")
            .takenBack("19:34:00")
            .told("19:34:00")
            .finds(REVERSAL_NOT_TOLD, SEND_REVERSAL),
        done("P-0023")
            .pickedUp("19:35:30", 300)
            .event("OUTBOUND_COMPLETED", "19:35:30", Duration.ofMinutes(18))
            .finds(EVENT_LATE),
        done("P-0024")
            .pickedUp("19:35:40", 300)
            .event("OUTBOUND_COMPLETED", "19:35:40", soon)
            .event("OUTBOUND_COMPLETED", "19:35:40", soon)
            .finds(EVENT_DUPLICATED));
  }

  /** Texts that a spreadsheet could take for a formula. */
  private static List<SampleParcel> awkward() {
    return List.of(
        failed("=P-0028")
            .in("-S0009")
            .cod(199)
            .verdict(Verdict.UNKNOWN)
            .pickedUp("19:42:39", 9100)
            .finds(SHOWN_AS_FAILED, ASK_STORE)
            .finds(UNCOLLECTED));
  }

  private static SampleParcel failed(String id) {
    return parcel(id).tries("19:42:30", 9100, TIMEOUT);
  }

  private static SampleParcel done(String id) {
    return parcel(id).verdict(Verdict.HANDED_OVER);
  }
}
