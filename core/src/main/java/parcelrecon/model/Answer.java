package parcelrecon.model;

import java.time.Instant;
import java.util.Objects;

/**
 * What a store said about a parcel: evidence like any other. The latest counts.
 *
 * @param by who answered; empty when not told
 * @param note free text; empty when none
 */
public record Answer(
    String parcelId, RecordRef ref, StoreAnswer answer, Instant answeredAt, String by, String note)
    implements SourceRecord {

  /** The answers a store can give. */
  public enum StoreAnswer {
    ON_SHELF,
    HANDED_PAID,
    HANDED_UNPAID,
    NOT_FOUND,
    UNREACHABLE
  }

  public Answer {
    Objects.requireNonNull(parcelId);
    Objects.requireNonNull(ref);
    Objects.requireNonNull(answer);
    Objects.requireNonNull(answeredAt);
    Objects.requireNonNull(by);
    Objects.requireNonNull(note);
  }
}
