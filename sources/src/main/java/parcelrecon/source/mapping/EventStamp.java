package parcelrecon.source.mapping;

import java.time.Instant;
import java.util.Objects;
import parcelrecon.model.ParcelEvent.TimestampType;

/**
 * The timestamp a topic's record carries beside its columns.
 *
 * @param timestamp null when {@code type} is NONE
 */
public record EventStamp(Instant timestamp, TimestampType type) {

  /** No timestamp: rows of anything but a topic. */
  public static final EventStamp NONE = new EventStamp(null, TimestampType.NONE);

  public EventStamp {
    Objects.requireNonNull(type);
    if ((timestamp == null) != (type == TimestampType.NONE)) {
      throw new IllegalArgumentException("timestamp " + timestamp + " of type " + type);
    }
  }
}
