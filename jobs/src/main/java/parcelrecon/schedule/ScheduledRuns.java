package parcelrecon.schedule;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.job.ReconcileRequest;
import parcelrecon.model.Window;
import parcelrecon.results.RunRow;

/**
 * How runs of scheduled windows are begun.
 *
 * @param market empty when the site names none
 * @param out where their outputs go
 */
public record ScheduledRuns(String market, Path out) {

  private static final int CALLERS = 1;

  /** The same for a window whenever it is begun, but for one that is judged before it is due. */
  ReconcileRequest request(Schedule schedule, Window window, Instant asOf) {
    return new ReconcileRequest(
        schedule.incident(window, market),
        asOf,
        Optional.empty(),
        new RunRow.Options(out, schedule.language(), CALLERS, ScriptForm.SCRIPT, false));
  }
}
