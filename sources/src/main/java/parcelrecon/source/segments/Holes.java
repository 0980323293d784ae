package parcelrecon.source.segments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Gap;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.Window;
import parcelrecon.source.topic.WantedTime;

/** The offsets of a partition that no copy shows, why, and the span of time they may be of. */
final class Holes {

  /** So many places are told one by one; those after them as one. */
  static final int TOLD_MAX = 100;

  private final PartitionLog log;
  private final List<Hole> holes = new ArrayList<>();

  private record Hole(Step.Missing missing, Optional<Gap> gap) {}

  Holes(PartitionLog log) {
    this.log = log;
  }

  /**
   * @param before times of what comes before
   * @param openMillis the earliest time of a transaction that is open there: whether it was taken
   *     back may stand in the hole
   * @param afterMillis of what comes next; absent at the end of the log
   */
  void add(
      Step.Missing missing, RecentTimes before, OptionalLong openMillis, OptionalLong afterMillis) {
    Optional<Gap> gap = gap(before, openMillis, afterMillis);
    if (holes.size() < TOLD_MAX) {
      holes.add(new Hole(missing, gap));
    } else {
      Hole last = holes.remove(TOLD_MAX - 1);
      holes.add(
          new Hole(
              new Step.Missing(last.missing.from(), missing.to(), last.missing.faults()),
              last.gap.flatMap(known -> gap.map(more -> around(known, more)))));
    }
  }

  private static Gap around(Gap one, Gap other) {
    return new Gap(
        one.from().isBefore(other.from()) ? one.from() : other.from(),
        one.to().isAfter(other.to()) ? one.to() : other.to());
  }

  private static Optional<Gap> gap(
      RecentTimes before, OptionalLong openMillis, OptionalLong afterMillis) {
    long after = afterMillis.orElse(Long.MAX_VALUE);
    long earliest = before.isEmpty() ? 0 : Math.min(before.earliest(), after);
    earliest = Math.min(earliest, openMillis.orElse(Long.MAX_VALUE));
    if (earliest < 0 || after < 0) {
      return Optional.empty();
    }
    Instant from =
        before.isEmpty()
            ? Window.ALL_FROM
            : Instant.ofEpochMilli(earliest).minus(WantedTime.CLOCK_MARGIN);
    return Optional.of(new Gap(from, to(before, afterMillis)));
  }

  private static Instant to(RecentTimes before, OptionalLong afterMillis) {
    if (afterMillis.isEmpty()) {
      return Window.ALL_TO;
    }
    long latest = before.isEmpty() ? 0 : before.earliest();
    return Instant.ofEpochMilli(Math.max(latest, afterMillis.getAsLong()))
        .plus(WantedTime.CLOCK_MARGIN);
  }

  List<Reason> reasons() {
    return holes.stream().flatMap(hole -> reasons(hole).stream()).toList();
  }

  private List<Reason> reasons(Hole hole) {
    List<Reason> reasons = new ArrayList<>();
    long from = hole.missing.from();
    long to = hole.missing.to();
    long faultyFrom = Fault.NEVER;
    long faultyTo = from;
    for (Fault fault : hole.missing.faults()) {
      long first = Math.max(from, fault.first());
      long end = Math.min(to, fault.end());
      reasons.add(reason(fault, first, end, hole.gap));
      faultyFrom = Math.min(faultyFrom, first);
      faultyTo = Math.max(faultyTo, end);
    }
    if (hole.missing.faults().isEmpty()) {
      reasons.add(missing(from, to, hole.gap));
    } else {
      if (faultyFrom > from) {
        reasons.add(missing(from, faultyFrom, hole.gap));
      }
      if (faultyTo < to) {
        reasons.add(missing(faultyTo, to, hole.gap));
      }
    }
    return reasons;
  }

  private Reason missing(long from, long to, Optional<Gap> gap) {
    return reason(Code.SEGMENTS_MISSING, gap, String.valueOf(from), String.valueOf(to - 1));
  }

  private Reason reason(Fault fault, long first, long end, Optional<Gap> gap) {
    return switch (fault.kind()) {
      case CUT -> reason(Code.SEGMENT_CUT, gap, fault.file(), String.valueOf(first));
      case DAMAGED ->
          reason(
              Code.SEGMENT_DAMAGED,
              gap,
              fault.file(),
              String.valueOf(first),
              end == Fault.NEVER ? "" : String.valueOf(end - 1));
    };
  }

  private Reason reason(Code code, Optional<Gap> gap, String... rest) {
    List<String> arguments = new ArrayList<>(List.of(log.topic(), "" + log.partition()));
    arguments.addAll(List.of(rest));
    return new Reason(code, arguments, gap);
  }
}
