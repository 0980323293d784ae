package parcelrecon.source.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import parcelrecon.model.SourceName;

/** The columns every kind of source is mapped to, in the order of docs/reference.md. */
public final class CanonicalColumns {

  private CanonicalColumns() {}

  /** All columns of a source; none for the answers, which no site maps. */
  public static Set<String> of(SourceName source) {
    return switch (source) {
      case OUTBOUND ->
          ordered(
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
              "row_version");
      case PAYMENTS ->
          ordered(
              "parcel_id",
              "payment_id",
              "amount",
              "kind",
              "status",
              "currency",
              "channel",
              "paid_at");
      case EVENTS -> ordered("parcel_id", "event_id", "type", "occurred_at", "store_id", "amount");
      case ATTEMPTS ->
          ordered(
              "parcel_id",
              "started_at",
              "ended_at",
              "outcome",
              "duration_millis",
              "store_id",
              "request_id");
      case STORES -> ordered("store_id", "name", "area", "supervisor", "phone");
      case ANSWERS -> Set.of();
    };
  }

  /** Those without which a row is rejected; of attempts ended_at may stand for started_at. */
  public static Set<String> required(SourceName source) {
    return switch (source) {
      case OUTBOUND -> ordered("parcel_id", "payment", "amount_due");
      case PAYMENTS -> ordered("parcel_id", "payment_id", "amount");
      case EVENTS -> ordered("parcel_id");
      case ATTEMPTS -> ordered("parcel_id", "started_at", "outcome");
      case STORES -> ordered("store_id");
      case ANSWERS -> Set.of();
    };
  }

  /** The one with the money; null where a source has none. */
  static String amount(SourceName source) {
    return switch (source) {
      case OUTBOUND -> "amount_due";
      case PAYMENTS, EVENTS -> "amount";
      case ATTEMPTS, STORES, ANSWERS -> null;
    };
  }

  private static Set<String> ordered(String... columns) {
    return new LinkedHashSet<>(List.of(columns));
  }
}
