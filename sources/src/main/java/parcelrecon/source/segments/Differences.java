package parcelrecon.source.segments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Gap;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.source.topic.WantedTime;

/** How many records of a partition are not the same in all its copies, and of which time. */
final class Differences {

  private final PartitionLog log;
  private long first = -1;
  private long count;
  private long earliestMillis = Long.MAX_VALUE;
  private long latestMillis = Long.MIN_VALUE;

  Differences(PartitionLog log) {
    this.log = log;
  }

  void add(Step.Differing differing) {
    first = first < 0 ? differing.from() : first;
    count += differing.count();
    earliestMillis = Math.min(earliestMillis, differing.earliestMillis());
    latestMillis = Math.max(latestMillis, differing.latestMillis());
  }

  /** Absent when copies agree. */
  Optional<Reason> reason() {
    if (count == 0) {
      return Optional.empty();
    }
    Optional<Gap> gap =
        earliestMillis < 0
            ? Optional.empty()
            : Optional.of(
                new Gap(
                    Instant.ofEpochMilli(earliestMillis).minus(WantedTime.CLOCK_MARGIN),
                    Instant.ofEpochMilli(latestMillis).plus(WantedTime.CLOCK_MARGIN)));
    return Optional.of(
        new Reason(
            Code.COPIES_DISAGREE,
            List.of(
                log.topic(),
                String.valueOf(log.partition()),
                String.valueOf(first),
                String.valueOf(count)),
            gap));
  }
}
