package parcelrecon.console.operations;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.StoredResults;
import parcelrecon.rule.MismatchClass;

/**
 * What is counted over runs.
 *
 * @param states every state has an entry
 * @param latest of each incident, the latest first
 */
record RunFigures(Map<RunState, Long> states, List<OfIncident> latest) {

  /** Of more incidents the older ones are left out: each is a label of its own. */
  static final int INCIDENTS_MAX = 20;

  private static final Set<RunState> FINISHED = Set.of(RunState.COMPLETE, RunState.INCOMPLETE);

  /**
   * The latest finished run of an incident.
   *
   * @param mismatches every class has an entry
   */
  record OfIncident(String incident, long run, Map<MismatchClass, Long> mismatches) {}

  /** Reads them; what was counted of a run before is not counted again. */
  static RunFigures read(ResultsDatabase database, RunFigures before) {
    List<RunRow> runs = new RunStore(database).all();
    Map<Long, OfIncident> counted = new TreeMap<>();
    before.latest().forEach(each -> counted.put(each.run(), each));
    List<OfIncident> latest = new ArrayList<>();
    for (RunRow run : latestOfIncidents(runs)) {
      OfIncident known = counted.get(run.run());
      latest.add(known == null ? count(database, run) : known);
    }
    return new RunFigures(states(runs), List.copyOf(latest));
  }

  static RunFigures none() {
    return new RunFigures(Map.of(), List.of());
  }

  private static Map<RunState, Long> states(List<RunRow> runs) {
    Map<RunState, Long> states = new EnumMap<>(RunState.class);
    for (RunState state : RunState.values()) {
      states.put(state, runs.stream().filter(run -> run.state() == state).count());
    }
    return states;
  }

  private static List<RunRow> latestOfIncidents(List<RunRow> runs) {
    Map<String, RunRow> latest = new LinkedHashMap<>();
    for (int i = runs.size() - 1; i >= 0 && latest.size() < INCIDENTS_MAX; i--) {
      RunRow run = runs.get(i);
      if (FINISHED.contains(run.state())) {
        latest.putIfAbsent(run.incident().id(), run);
      }
    }
    return List.copyOf(latest.values());
  }

  private static OfIncident count(ResultsDatabase database, RunRow run) {
    Map<MismatchClass, Long> mismatches = new EnumMap<>(MismatchClass.class);
    for (MismatchClass each : MismatchClass.values()) {
      mismatches.put(each, 0L);
    }
    new StoredResults(database, run.run())
        .totals()
        .kinds()
        .forEach(
            (kind, totals) ->
                mismatches.merge(kind.mismatchClass(), totals.mismatches(), Long::sum));
    return new OfIncident(run.incident().id(), run.run(), mismatches);
  }
}
