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
 */
public record ReconcileRequest(
    Incident incident, Instant asOf, Optional<Control> control, RunRow.Options options) {

  /** The most people who can share a call list. */
  public static final int CALLERS_MAX = 1000;
}
