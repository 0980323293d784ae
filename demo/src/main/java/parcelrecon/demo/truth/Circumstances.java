package parcelrecon.demo.truth;

import static parcelrecon.demo.truth.Kind.EVENT_BYPASSED;
import static parcelrecon.demo.truth.Kind.EVENT_DUPLICATED;
import static parcelrecon.demo.truth.Kind.EVENT_LATE;
import static parcelrecon.demo.truth.Kind.EVENT_MISSING;
import static parcelrecon.demo.truth.Kind.EVENT_NOT_CONSUMED;
import static parcelrecon.demo.truth.Kind.REVERSAL_NOT_TOLD;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import parcelrecon.demo.story.EventFate;
import parcelrecon.demo.story.Parcel;
import parcelrecon.demo.story.Timeline;

/** What the moment brings to a story: inside or outside, at the edge, and what became of events. */
final class Circumstances {

  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

  private Circumstances() {}

  /** Whether the parcel was at the counter during the incident. */
  static boolean during(Parcel parcel) {
    return parcel.pickUp().requestedAt().isBefore(Timeline.RECOVERED)
        && !parcel.pickUp().completedAt().isBefore(Timeline.CLUSTER_DOWN);
  }

  /** Whether it was there by no more than clocks may differ. */
  static boolean atTheEdge(Parcel parcel) {
    return near(parcel.pickUp().completedAt(), Timeline.CLUSTER_DOWN)
        || near(parcel.pickUp().requestedAt(), Timeline.RECOVERED);
  }

  /** What must be told of the parcel's events. */
  static List<Kind> ofEvents(Parcel parcel, Row.Sending sending) {
    boolean gotOut = parcel.fate().gotOut();
    return switch (sending) {
      case PICKED_UP -> ofTheOnlyPickUp(parcel.fate());
      case TAKEN_BACK_AND_TOLD -> gotOut ? List.of(EVENT_NOT_CONSUMED) : List.of();
      case TAKEN_BACK_UNTOLD -> gotOut ? List.of(EVENT_NOT_CONSUMED, REVERSAL_NOT_TOLD) : List.of();
      case PICKED_UP_LATER ->
          gotOut ? List.of(EVENT_NOT_CONSUMED, EVENT_DUPLICATED) : List.of(EVENT_NOT_CONSUMED);
      case UNREADABLE -> List.of(EVENT_MISSING);
      case EVENT_ALONE -> List.of(EVENT_NOT_CONSUMED);
      case TOLD_BEFORE, NOTHING -> List.of();
    };
  }

  /** The group stood still from the outage on, so whatever got out was not consumed. */
  private static List<Kind> ofTheOnlyPickUp(EventFate fate) {
    return switch (fate) {
      case AT_ONCE -> List.of(EVENT_NOT_CONSUMED);
      case AT_ONCE_TWICE -> List.of(EVENT_NOT_CONSUMED, EVENT_DUPLICATED);
      case LATE -> List.of(EVENT_NOT_CONSUMED, EVENT_LATE);
      case LATE_TWICE -> List.of(EVENT_NOT_CONSUMED, EVENT_LATE, EVENT_DUPLICATED);
      case LOST -> List.of(EVENT_MISSING);
      case SWITCHED_OFF -> List.of(EVENT_BYPASSED);
    };
  }

  private static boolean near(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(CLOCKS_DIFFER) <= 0;
  }
}
