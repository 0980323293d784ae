package parcelrecon.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parcelrecon.model.Attempt.AttemptOutcome;

/**
 * A call of the counter as its screen saw it: one attempt, or all with one request id, where a
 * proxy tried the call again by itself and the screen got the last answer only.
 *
 * @param startedAt of the earliest attempt
 * @param endedAt of the latest attempt
 * @param outcome of the attempt that ended last
 * @param attempts at least one, in the order of their refs
 */
public record Call(
    Instant startedAt, Instant endedAt, AttemptOutcome outcome, List<Attempt> attempts) {

  /**
   * The order in which the attempt that counts is the greatest. Of two that ended at once the later
   * try started later; where nothing tells them apart, a store is rather asked in vain than a
   * parcel overlooked.
   */
  private static final Comparator<Attempt> LAST =
      Comparator.comparing(Attempt::endedAt)
          .thenComparing(Attempt::startedAt)
          .thenComparing(attempt -> !attempt.isOk())
          .thenComparing(attempt -> attempt.outcome().name());

  public Call {
    attempts = List.copyOf(attempts);
  }

  /**
   * The calls of one parcel, in the order of their first refs.
   *
   * @param attempts each once, in the order of their refs
   */
  static List<Call> of(List<Attempt> attempts) {
    Map<Object, List<Attempt>> calls = new LinkedHashMap<>();
    for (Attempt attempt : attempts) {
      Object call = attempt.requestId() == null ? attempt.ref() : attempt.requestId();
      calls.computeIfAbsent(call, id -> new ArrayList<>()).add(attempt);
    }
    return calls.values().stream().map(Call::one).toList();
  }

  private static Call one(List<Attempt> attempts) {
    return new Call(
        attempts.stream().map(Attempt::startedAt).min(Instant::compareTo).orElseThrow(),
        attempts.stream().map(Attempt::endedAt).max(Instant::compareTo).orElseThrow(),
        attempts.stream().max(LAST).orElseThrow().outcome(),
        attempts);
  }

  public boolean isOk() {
    return outcome == AttemptOutcome.OK;
  }
}
