package parcelrecon.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A record of a Kafka topic about a parcel. Optional columns are null when absent.
 *
 * @param timestamp the record's own timestamp; null when {@code timestampType} is NONE
 * @param amountMinor in minor units of the outbound's currency
 */
public record ParcelEvent(
    String parcelId,
    RecordRef ref,
    String eventId,
    String type,
    Instant occurredAt,
    Instant timestamp,
    TimestampType timestampType,
    String storeId,
    Long amountMinor)
    implements SourceRecord {

  /** Whose clock the record's timestamp is: the producer's, the broker's, or nobody's. */
  public enum TimestampType {
    CREATE_TIME,
    LOG_APPEND_TIME,
    NONE
  }

  public ParcelEvent {
    Objects.requireNonNull(parcelId);
    Objects.requireNonNull(ref);
    Objects.requireNonNull(type);
    Objects.requireNonNull(timestampType);
  }

  /** occurredAt ?? timestamp; null when the record has neither. */
  public Instant time() {
    return occurredAt != null ? occurredAt : timestamp;
  }
}
