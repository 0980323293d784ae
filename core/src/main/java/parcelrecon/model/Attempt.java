package parcelrecon.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A call of the counter as the gateway saw it: what the screen showed. A proxy that tries a call
 * again by itself may leave an attempt for every try: see {@link Call}.
 *
 * @param storeId null when absent
 * @param durationMillis null when absent
 * @param requestId equal for all attempts of one call; null when absent
 */
public record Attempt(
    String parcelId,
    RecordRef ref,
    String storeId,
    Instant startedAt,
    Long durationMillis,
    AttemptOutcome outcome,
    String requestId)
    implements SourceRecord {

  /** What the counter got: an answer, an error, no answer in time, or it gave up waiting. */
  public enum AttemptOutcome {
    OK,
    ERROR,
    TIMEOUT,
    ABORTED
  }

  public Attempt {
    Objects.requireNonNull(parcelId);
    Objects.requireNonNull(ref);
    Objects.requireNonNull(startedAt);
    Objects.requireNonNull(outcome);
    if (durationMillis != null && durationMillis < 0) {
      throw new IllegalArgumentException("duration is negative: " + durationMillis);
    }
  }

  /** startedAt + duration; startedAt where the duration is absent. */
  public Instant endedAt() {
    return durationMillis == null ? startedAt : startedAt.plusMillis(durationMillis);
  }

  public boolean isOk() {
    return outcome == AttemptOutcome.OK;
  }
}
