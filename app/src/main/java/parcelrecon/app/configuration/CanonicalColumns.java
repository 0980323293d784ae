package parcelrecon.app.configuration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.Payment.PaymentKind;
import parcelrecon.model.Payment.PaymentState;
import parcelrecon.model.SourceName;

/** The columns every source has under our names, and the words that some of them may hold. */
final class CanonicalColumns {

  private static final Map<SourceName, List<String>> NAMES =
      Map.of(
          SourceName.OUTBOUND,
          List.of(
              "parcel_id",
              "payment",
              "amount_due",
              "outbound_id",
              "store_id",
              "order_id",
              "checkout_id",
              "currency",
              "status",
              "requested_at",
              "completed_at",
              "pickup_deadline",
              "payout_at",
              "row_version"),
          SourceName.PAYMENTS,
          List.of(
              "parcel_id",
              "payment_id",
              "amount",
              "kind",
              "status",
              "currency",
              "channel",
              "paid_at"),
          SourceName.EVENTS,
          List.of("parcel_id", "event_id", "type", "occurred_at", "store_id", "amount"),
          SourceName.ATTEMPTS,
          List.of("parcel_id", "started_at", "outcome", "duration_millis", "store_id"),
          SourceName.STORES,
          List.of("store_id", "name", "area", "supervisor", "phone"));

  private static final Map<SourceName, Map<String, Set<String>>> WORDS =
      Map.of(
          SourceName.OUTBOUND,
          Map.of("payment", words(PaymentTerm.values()), "status", words(OutboundState.values())),
          SourceName.PAYMENTS,
          Map.of("kind", words(PaymentKind.values()), "status", words(PaymentState.values())),
          SourceName.ATTEMPTS,
          Map.of("outcome", words(AttemptOutcome.values())));

  private CanonicalColumns() {}

  static List<String> of(SourceName source) {
    return NAMES.get(source);
  }

  /** The only words the column may hold; empty when it may hold any text. */
  static Set<String> words(SourceName source, String column) {
    return WORDS.getOrDefault(source, Map.of()).getOrDefault(column, Set.of());
  }

  private static Set<String> words(Enum<?>[] constants) {
    return new TreeSet<>(Stream.of(constants).map(Enum::name).toList());
  }
}
