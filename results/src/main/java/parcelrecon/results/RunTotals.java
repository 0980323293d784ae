package parcelrecon.results;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import parcelrecon.rule.MismatchKind;

/**
 * What runs counted, kept with them once they have come to their outputs: a list of a thousand runs
 * counts none of them, and a run whose findings were taken away still tells how many there were.
 */
final class RunTotals {

  private static final Totals.KindTotals NONE =
      new Totals.KindTotals(0, 0, 0, 0, 0, Map.of(), Map.of());

  private RunTotals() {}

  /** Absent where they were not kept yet. */
  static Optional<Totals> find(Handle handle, long run) {
    return handle
        .createQuery(Sql.of("run_total"))
        .bind("run", run)
        .mapTo(String.class)
        .findOne()
        .map(RunTotals::read);
  }

  /** A version that knew fewer kinds found none of the others. */
  static Totals read(String json) {
    Totals kept = Json.read(json, Totals.class);
    Map<MismatchKind, Totals.KindTotals> kinds = new EnumMap<>(MismatchKind.class);
    for (MismatchKind kind : MismatchKind.values()) {
      kinds.put(kind, kept.kinds().getOrDefault(kind, NONE));
    }
    return new Totals(
        kept.parcels(),
        kept.verdicts(),
        kept.verdictsNone(),
        kept.classes(),
        kinds,
        kept.datafixes(),
        kept.slowerThan());
  }

  /** Does nothing where some are kept. */
  static void keep(Handle handle, long run, Totals totals) {
    if (find(handle, run).isEmpty()) {
      handle
          .createUpdate(Sql.of("insert_run_total"))
          .bind("run", run)
          .bind("totals", Json.write(totals))
          .execute();
    }
  }

  /** What was counted of a run that goes on holds no more. */
  static void forget(Handle handle, long run) {
    handle.createUpdate(Sql.of("delete_run_total")).bind("run", run).execute();
  }
}
