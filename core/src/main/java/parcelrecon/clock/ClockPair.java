package parcelrecon.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Attempt;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.SourceName;

/**
 * Two records of one parcel that are made at one moment: one by the clock of the pick-up records,
 * one by that of another source. A payment is in no pair: it may come any time after a pick-up.
 */
public enum ClockPair {
  /** A pick-up is completed, and an event of it occurs. */
  EVENT_AND_COMPLETION(SourceName.EVENTS) {
    @Override
    Instant onPickUpClock(Outbound outbound) {
      return outbound.completedAt();
    }

    @Override
    List<Instant> onOtherClock(ParcelEvidence evidence, String outboundType) {
      List<ParcelEvent> events =
          evidence.events().stream().filter(event -> event.type().equals(outboundType)).toList();
      return events.size() == 1 && events.get(0).occurredAt() != null
          ? List.of(events.get(0).occurredAt())
          : List.of();
    }
  },
  /** A pick-up is requested, and a call of the counter starts. */
  ATTEMPT_AND_REQUEST(SourceName.ATTEMPTS) {
    @Override
    Instant onPickUpClock(Outbound outbound) {
      return outbound.requestedAt();
    }

    @Override
    List<Instant> onOtherClock(ParcelEvidence evidence, String outboundType) {
      return evidence.attempts().stream().map(Attempt::startedAt).toList();
    }
  };

  private final SourceName source;

  ClockPair(SourceName source) {
    this.source = source;
  }

  /** Whose clock is compared with that of the pick-up records. */
  public SourceName source() {
    return source;
  }

  /** Null when it was not recorded. */
  abstract Instant onPickUpClock(Outbound outbound);

  abstract List<Instant> onOtherClock(ParcelEvidence evidence, String outboundType);

  /**
   * What the other clock shows less what the pick-up records' shows; absent unless the parcel has
   * exactly one record of each, for of several nobody knows which belong together.
   */
  Optional<Duration> difference(ParcelEvidence evidence, String outboundType) {
    if (evidence.outbounds().size() != 1) {
      return Optional.empty();
    }
    Instant pickUp = onPickUpClock(evidence.outbounds().get(0));
    List<Instant> other = onOtherClock(evidence, outboundType);
    return pickUp == null || other.size() != 1
        ? Optional.empty()
        : Optional.of(Duration.between(pickUp, other.get(0)));
  }
}
