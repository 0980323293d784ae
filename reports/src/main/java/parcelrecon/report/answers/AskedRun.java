package parcelrecon.report.answers;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.RunRow;

/**
 * The run whose call list is answered.
 *
 * @param parcels looks up the run's parcels by their ids, some hundred at a time
 * @param now no store can have answered later
 */
public record AskedRun(
    RunRow run, Function<Collection<String>, Map<String, ParcelRow>> parcels, Instant now) {}
