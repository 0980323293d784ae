package parcelrecon.results;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/**
 * What became of every mismatch that any finished run of an incident lists. All runs are read once,
 * side by side: those partitions at a time that hold the same parcels, since a parcel's partition
 * is its hash modulo their number, which runs of an incident have multiples of.
 */
public final class IncidentEnds {

  /** Runs of one incident and window, hourly for six weeks; each has some parcels in memory. */
  static final int RUNS_MAX = 1_000;

  /** Parcels of all runs together that are looked up at once where a run kept no records. */
  private static final int BATCH_PARCELS = 4_096;

  private final ResultsDatabase database;
  private final List<RunRow> runs;

  /**
   * @param runs of one incident and window, oldest first; at least one
   * @throws ProblemException USAGE when they are more than are read side by side
   */
  public IncidentEnds(ResultsDatabase database, List<RunRow> runs) {
    if (runs.size() > RUNS_MAX) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              "incident " + runs.get(0).incident().id(),
              "has " + runs.size() + " finished runs, expected at most " + RUNS_MAX,
              "It is not told what became of its mismatches",
              "Go on under a new id: what is open is found there again"));
    }
    this.database = database;
    this.runs = List.copyOf(runs);
  }

  /** Hands on each mismatch once, those of a parcel together, in no order of the parcels. */
  public void forEach(Consumer<MismatchEnd> end) {
    List<RunSide> sides = runs.stream().map(run -> RunSide.of(database, run.run())).toList();
    List<ParcelLookup> lookups =
        runs.stream().map(run -> new ParcelLookup(database, run.run())).toList();
    int modulus =
        runs.stream()
            .map(run -> BigInteger.valueOf(new PlanStore(database).partitions(run.run())))
            .reduce(BigInteger.ZERO, BigInteger::gcd)
            .intValueExact();
    database
        .jdbi()
        .useHandle(
            handle -> {
              for (int rest = 0; rest < modulus; rest++) {
                read(
                    new IncidentParcels(handle, sides, partitions(handle, modulus, rest)),
                    new Reading(sides, lookups, end));
              }
            });
  }

  private record Reading(
      List<RunSide> sides, List<ParcelLookup> lookups, Consumer<MismatchEnd> end) {}

  private List<List<Integer>> partitions(Handle handle, int modulus, int rest) {
    return runs.stream()
        .map(
            run ->
                PartitionStore.numbers(handle, run.run()).stream()
                    .filter(number -> number % modulus == rest)
                    .toList())
        .toList();
  }

  private static void read(IncidentParcels parcels, Reading reading) {
    while (parcels.hasNext()) {
      List<IncidentParcel> batch = new ArrayList<>();
      for (long stored = 0; stored < BATCH_PARCELS && parcels.hasNext(); ) {
        IncidentParcel parcel = parcels.next();
        batch.add(parcel);
        stored += parcel.kept();
      }
      List<Map<String, UnlistedParcel>> unlisted = new ArrayList<>();
      for (int run = 0; run < reading.sides().size(); run++) {
        int at = run;
        unlisted.add(
            reading
                .lookups()
                .get(run)
                .unlisted(
                    batch.stream()
                        .filter(parcel -> parcel.asks(at))
                        .map(IncidentParcel::id)
                        .toList()));
      }
      batch.forEach(parcel -> parcel.ends(reading.sides(), unlisted).forEach(reading.end()));
    }
  }
}
