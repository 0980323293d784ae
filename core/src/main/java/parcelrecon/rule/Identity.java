package parcelrecon.rule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import parcelrecon.model.Answer;
import parcelrecon.model.Attempt;
import parcelrecon.model.Moment;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.Payment;
import parcelrecon.model.RejectedRow;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.Utf8Order;

/**
 * What makes two rows of a parcel one record, and which of them counts (docs/rules.md 1).
 *
 * @param key equal for the rows of one record
 * @param weight the greatest counts
 */
record Identity<T extends SourceRecord>(Function<T, Object> key, Comparator<T> weight) {

  static final Identity<Outbound> OUTBOUND =
      new Identity<>(
          row -> row.outboundId() != null ? row.outboundId() : columns(row),
          Comparator.comparing(
                  Outbound::rowVersion, Comparator.nullsFirst(Comparator.naturalOrder()))
              .thenComparing(Identity::columns, Identity::compare));

  static final Identity<Payment> PAYMENT =
      new Identity<>(
          row -> List.of(row.paymentId(), row.kind()),
          Comparator.comparing(
                  Payment::paidAt, Comparator.nullsFirst(Comparator.comparing(Moment::start)))
              .thenComparing(Identity::columns, Identity::compare));

  /** A ref of an event is its topic, partition and offset, or its line. */
  static final Identity<ParcelEvent> EVENT =
      new Identity<>(ParcelEvent::ref, Comparator.comparing(Identity::columns, Identity::compare));

  static final Identity<Attempt> ATTEMPT = new Identity<>(Identity::columns, (left, right) -> 0);

  static final Identity<Answer> ANSWER =
      new Identity<>(Answer::ref, Comparator.comparing(Answer::answeredAt));

  static final Identity<RejectedRow> REJECTED =
      new Identity<>(RejectedRow::ref, (left, right) -> 0);

  /** The row that counts; of equal ones that with the least ref. */
  T greater(T left, T right) {
    int order =
        weight.thenComparing(SourceRecord::ref, Comparator.reverseOrder()).compare(left, right);
    return order >= 0 ? left : right;
  }

  static List<String> columns(Outbound row) {
    return texts(
        row.parcelId(),
        row.payment(),
        row.dueMinor(),
        row.outboundId(),
        row.storeId(),
        row.orderId(),
        row.checkoutId(),
        row.currency(),
        row.state(),
        row.requestedAt(),
        row.completedAt(),
        row.pickupDeadline(),
        row.payoutAt(),
        row.rowVersion());
  }

  static List<String> columns(Payment row) {
    return texts(
        row.parcelId(),
        row.paymentId(),
        row.amountMinor(),
        row.kind(),
        row.state(),
        row.currency(),
        row.channel(),
        row.paidAt());
  }

  static List<String> columns(ParcelEvent row) {
    return texts(
        row.parcelId(),
        row.eventId(),
        row.type(),
        row.occurredAt(),
        row.storeId(),
        row.amountMinor(),
        row.timestampType(),
        row.timestamp());
  }

  static List<String> columns(Attempt row) {
    return texts(
        row.parcelId(),
        row.startedAt(),
        row.outcome(),
        row.durationMillis(),
        row.storeId(),
        row.requestId());
  }

  /** An absent column is an empty one. */
  private static List<String> texts(Object... columns) {
    return Arrays.stream(columns).map(column -> column == null ? "" : column.toString()).toList();
  }

  private static int compare(List<String> left, List<String> right) {
    for (int column = 0; column < left.size(); column++) {
      int order = Utf8Order.compare(left.get(column), right.get(column));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
