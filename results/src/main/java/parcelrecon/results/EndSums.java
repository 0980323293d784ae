package parcelrecon.results;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import parcelrecon.results.DiffTotals.Sum;
import parcelrecon.results.MismatchEnd.State;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

/**
 * What became of all that the runs of an incident found, added up once. What the first run lists
 * and what later ones found is, together, what is in the states: each mismatch is in one.
 *
 * @param runs the runs it is of, in their order
 * @param first mismatches that the first of them lists
 * @param later those that only later ones do
 * @param states every state has an entry; a class of which nothing is in it is absent
 * @param open by the run that first listed it, oldest first
 * @param oldest some that are open, those first that have been known longest
 */
public record EndSums(
    List<Long> runs,
    long first,
    long later,
    Map<State, Map<MismatchClass, Sum>> states,
    List<Since> open,
    List<Oldest> oldest) {

  /** What is open since a run first listed it. */
  public record Since(long run, Map<MismatchClass, Sum> classes) {
    public Since {
      classes = ordered(classes);
    }

    public Sum sum() {
      return EndSums.sum(classes.values());
    }
  }

  /**
   * An open mismatch.
   *
   * @param group the consumer group of EVENT_NOT_CONSUMED; empty for all other kinds
   */
  public record Oldest(String parcelId, MismatchKind kind, String group, long firstListed) {}

  public EndSums {
    runs = List.copyOf(runs);
    Map<State, Map<MismatchClass, Sum>> all = new EnumMap<>(State.class);
    for (State state : State.values()) {
      all.put(state, ordered(states.getOrDefault(state, Map.of())));
    }
    states = Collections.unmodifiableMap(all);
    open = List.copyOf(open);
    oldest = List.copyOf(oldest);
  }

  private static Map<MismatchClass, Sum> ordered(Map<MismatchClass, Sum> some) {
    Map<MismatchClass, Sum> ordered = new EnumMap<>(MismatchClass.class);
    ordered.putAll(some);
    return Collections.unmodifiableMap(ordered);
  }

  private static Sum sum(Collection<Sum> some) {
    return some.stream().reduce(Sum.NONE, (all, one) -> all.plus(1, one));
  }

  public Sum sum(State state) {
    return sum(states.get(state).values());
  }

  /** All that was ever found. */
  public long found() {
    return first + later;
  }

  /** What a closing leaves behind: open, or not known. */
  public long left() {
    return sum(State.OPEN).mismatches() + sum(State.NOT_KNOWN).mismatches();
  }
}
