package parcelrecon.job;

import java.time.Instant;
import parcelrecon.model.Incident;
import parcelrecon.results.RunRow;

/** What a new run is asked for. */
public record ReconcileRequest(Incident incident, Instant asOf, RunRow.Options options) {}
