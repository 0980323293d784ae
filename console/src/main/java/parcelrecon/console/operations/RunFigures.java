package parcelrecon.console.operations;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunList;
import parcelrecon.results.RunState;
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

  /**
   * The latest finished run of an incident.
   *
   * @param mismatches every class has an entry
   */
  record OfIncident(String incident, long run, Map<MismatchClass, Long> mismatches) {}

  /** Reads them; what was counted of a run before is not counted again. */
  static RunFigures read(ResultsDatabase database, RunFigures before) {
    RunList runs = new RunList(database);
    Map<Long, OfIncident> counted = new TreeMap<>();
    before.latest().forEach(each -> counted.put(each.run(), each));
    List<OfIncident> latest = new ArrayList<>();
    for (RunList.Latest run : runs.latestOfIncidents(INCIDENTS_MAX)) {
      OfIncident known = counted.get(run.run());
      latest.add(known == null ? count(database, run) : known);
    }
    return new RunFigures(runs.states(), List.copyOf(latest));
  }

  static RunFigures none() {
    return new RunFigures(Map.of(), List.of());
  }

  private static OfIncident count(ResultsDatabase database, RunList.Latest run) {
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
    return new OfIncident(run.incident(), run.run(), mismatches);
  }
}
