package parcelrecon.job;

import java.time.Instant;
import java.util.Optional;
import parcelrecon.model.Control;
import parcelrecon.model.Incident;
import parcelrecon.results.RunRow;

/**
 * What a new run is asked for.
 *
 * @param control what to compare with; absent when nothing is compared
 * @param recheckOf the run whose parcels are asked for again; absent when the window is read
 */
public record ReconcileRequest(
    Incident incident,
    Instant asOf,
    Optional<Control> control,
    Optional<RunRow> recheckOf,
    RunRow.Options options) {

  /** The most people who can share a call list. */
  public static final int CALLERS_MAX = 1000;

  /** For a run that reads the window. */
  public ReconcileRequest(
      Incident incident, Instant asOf, Optional<Control> control, RunRow.Options options) {
    this(incident, asOf, control, Optional.empty(), options);
  }

  /**
   * For a run about the parcels of which an earlier one kept the records.
   *
   * @param earlier one that has finished
   */
  public static ReconcileRequest recheck(RunRow earlier, Instant asOf, RunRow.Options options) {
    if (!earlier.hasResults() || earlier.isControl()) {
      throw new IllegalArgumentException(
          "run " + earlier.run() + " keeps nothing to be re-checked");
    }
    return new ReconcileRequest(
        earlier.incident(), asOf, Optional.empty(), Optional.of(earlier), options);
  }
}
