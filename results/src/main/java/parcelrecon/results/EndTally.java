package parcelrecon.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import parcelrecon.model.Utf8Order;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.DiffTotals.Sum;
import parcelrecon.results.MismatchEnd.State;
import parcelrecon.rule.MismatchClass;

/** Adds up the ends of all mismatches, and holds them to what runs counted by themselves. */
final class EndTally {

  static final int OLDEST_MAX = 20;

  private static final Comparator<EndSums.Oldest> OLDEST_FIRST =
      Comparator.comparingLong(EndSums.Oldest::firstListed)
          .thenComparing(EndSums.Oldest::parcelId, Utf8Order.COMPARATOR)
          .thenComparing(each -> each.kind().name())
          .thenComparing(EndSums.Oldest::group, Utf8Order.COMPARATOR);

  private final List<Long> runs;
  private final Map<State, Map<MismatchClass, Sum>> states = new EnumMap<>(State.class);
  private final SortedMap<Long, Map<MismatchClass, Sum>> open = new TreeMap<>();
  private final TreeSet<EndSums.Oldest> oldest = new TreeSet<>(OLDEST_FIRST);
  private long first;
  private long later;

  /**
   * @param runs in their order
   */
  EndTally(List<Long> runs) {
    this.runs = List.copyOf(runs);
  }

  void add(MismatchEnd end) {
    if (end.firstListed() == runs.get(0)) {
      first++;
    } else {
      later++;
    }
    Sum sum = Sum.of(end.mismatch());
    MismatchClass about = end.mismatch().kind().mismatchClass();
    add(states.computeIfAbsent(end.state(), none -> classes()), about, sum);
    if (end.state() == State.OPEN) {
      add(open.computeIfAbsent(end.firstListed(), none -> classes()), about, sum);
      oldest.add(
          new EndSums.Oldest(
              end.mismatch().parcelId(),
              end.mismatch().kind(),
              end.mismatch().group(),
              end.firstListed()));
      if (oldest.size() > OLDEST_MAX) {
        oldest.pollLast();
      }
    }
  }

  private static Map<MismatchClass, Sum> classes() {
    return new EnumMap<>(MismatchClass.class);
  }

  private static void add(Map<MismatchClass, Sum> sums, MismatchClass about, Sum sum) {
    sums.merge(about, sum, (all, one) -> all.plus(1, one));
  }

  /**
   * @param listed mismatches that the first run counted as listed
   * @param lastOpen what the last run counted as open
   * @throws ProblemException DEFECT when they are not what was read
   */
  EndSums sums(long listed, OpenCounts lastOpen) {
    List<EndSums.Since> since = new ArrayList<>();
    open.forEach((run, classes) -> since.add(new EndSums.Since(run, classes)));
    EndSums sums = new EndSums(runs, first, later, states, since, new ArrayList<>(oldest));
    long all = 0;
    for (State state : State.values()) {
      all += sums.sum(state).mismatches();
    }
    List<Problem> problems = new ArrayList<>();
    equal("all that was found", sums.found(), all, problems);
    equal("what its first run lists", listed, first, problems);
    equal("what is open in its last run", lastOpen.sum(), sums.sum(State.OPEN), problems);
    if (!problems.isEmpty()) {
      throw new ProblemException(ExitCode.DEFECT, problems);
    }
    return sums;
  }

  private void equal(String what, Object expected, Object seen, List<Problem> problems) {
    if (!expected.equals(seen)) {
      problems.add(
          new Problem(
              "runs " + runs.get(0) + " to " + runs.get(runs.size() - 1) + ", " + what,
              "adds up to " + seen + ", expected " + expected,
              "It is not told what became of their mismatches",
              "Report this as a defect of parcel-recon"));
    }
  }
}
