package parcelrecon.app;

import static parcelrecon.report.file.Json.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.job.OutputFolder;
import parcelrecon.model.Window;
import parcelrecon.report.file.Json;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.StoredResults;
import parcelrecon.results.Totals;
import parcelrecon.rule.MismatchKind;

/**
 * A run as {@code runs} shows it.
 *
 * @param totals absent while the run has none
 */
record RunSummary(RunRow run, Optional<Totals> totals) {

  /** Oldest first. */
  static List<RunSummary> all(ResultsDatabase database) {
    return new RunStore(database)
        .all().stream().map(run -> new RunSummary(run, totals(database, run))).toList();
  }

  private static Optional<Totals> totals(ResultsDatabase database, RunRow run) {
    boolean hasTotals = run.state() == RunState.COMPLETE || run.state() == RunState.INCOMPLETE;
    return hasTotals
        ? Optional.of(new StoredResults(database, run.run()).totals())
        : Optional.empty();
  }

  Optional<Long> shownAsFailed() {
    return totals.map(all -> all.kinds().get(MismatchKind.SHOWN_AS_FAILED).mismatches());
  }

  Map<String, Object> json() {
    Window window = run.incident().window();
    return object(
        "run", run.run(),
        "incident", run.incident().id(),
        "title", run.incident().title(),
        "window",
            object(
                "from", Json.time(window.from()),
                "to", Json.time(window.to()),
                "zone", window.zone().getId()),
        "asOf", Json.time(run.asOf()),
        "state", run.state().name(),
        "exitCode", run.exitCode().isPresent() ? run.exitCode().getAsInt() : null,
        "startedAt", Json.time(run.startedAt()),
        "endedAt", Json.time(run.endedAt().orElse(null)),
        "headline",
            object(
                "shownAsFailed",
                shownAsFailed().orElse(null),
                "dayTotal",
                run.dayTotal().isPresent() ? run.dayTotal().getAsLong() : null),
        "parcels", totals.map(Totals::parcels).map(RunSummary::parcels).orElse(null),
        "outputs", OutputFolder.of(run).toString());
  }

  private static Map<String, Object> parcels(Totals.Parcels parcels) {
    return object(
        "inScope", parcels.inScope(),
        "affected", parcels.affected(),
        "downstreamOnly", parcels.downstreamOnly(),
        "informational", parcels.informational(),
        "clean", parcels.clean());
  }
}
