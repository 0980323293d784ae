package parcelrecon.app;

import static parcelrecon.report.file.Json.object;

import java.util.Map;
import java.util.Optional;
import parcelrecon.job.OutputFolder;
import parcelrecon.model.Window;
import parcelrecon.report.file.Json;
import parcelrecon.results.CountedRun;
import parcelrecon.results.RunRow;
import parcelrecon.results.Totals;
import parcelrecon.rule.MismatchKind;

/**
 * A run as {@code runs} shows it.
 *
 * @param totals absent while the run has none
 */
record RunSummary(RunRow run, Optional<Totals> totals) {

  RunSummary(CountedRun counted) {
    this(counted.row(), counted.totals());
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
        "removedAt", Json.time(run.removedAt().orElse(null)),
        "recheckOf", run.recheckOf().isPresent() ? run.recheckOf().getAsLong() : null,
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
