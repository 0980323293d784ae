package parcelrecon.source.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Gap;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.Window;

/**
 * Where in time a topic is wanted from. Only a start: with one fast producer clock, an end found by
 * time loses records.
 */
public record WantedTime(Instant from) {

  /** How far a producer's clock may be off, and how long a record may have waited to be sent. */
  public static final Duration CLOCK_MARGIN = Duration.ofHours(1);

  public static WantedTime of(Window window) {
    return new WantedTime(window.isAll() ? window.from() : window.from().minus(CLOCK_MARGIN));
  }

  /**
   * That retention deleted what was wanted.
   *
   * @param firstAt time of the partition's first record that is still there; absent when none is
   */
  public Reason deleted(String topic, int partition, Optional<Instant> firstAt) {
    return new Reason(
        Code.HISTORY_DELETED,
        List.of(
            topic,
            String.valueOf(partition),
            from.toString(),
            firstAt.map(Instant::toString).orElse("")),
        firstAt.map(first -> new Gap(Window.ALL_FROM, first.plus(CLOCK_MARGIN))));
  }

  /** The span in which records can be that are as old as this one, or younger. */
  public static Gap since(Instant earliest) {
    return new Gap(earliest.minus(CLOCK_MARGIN), Window.ALL_TO);
  }
}
