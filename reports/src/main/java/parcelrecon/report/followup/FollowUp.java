package parcelrecon.report.followup;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import parcelrecon.outcome.Outcome;
import parcelrecon.results.RunResults;
import parcelrecon.results.Totals;

/**
 * What was first found of an incident beside what is found now, and what became of its parcels.
 *
 * @param outcomes of the parcels affected at the time; an outcome without any is absent
 * @param fresh parcels affected now that were not at the time
 */
public record FollowUp(
    Figures then, Figures now, Map<Outcome, Totals.Outcomes> outcomes, long fresh) {

  /** Absent of an incident's first run, and where nothing differs since. */
  public static Optional<FollowUp> of(RunResults run) {
    return run.firstFound().map(first -> of(run, first));
  }

  private static FollowUp of(RunResults run, RunResults first) {
    Figures now = Figures.of(run);
    return new FollowUp(
        Figures.of(first), now, run.outcomes(), now.affected() - run.stillAffected());
  }

  /** Parcels affected at the time; every progress has an entry, and their sum is all of them. */
  public Map<Progress, Long> progress() {
    Map<Progress, Long> parcels = new EnumMap<>(Progress.class);
    for (Progress progress : Progress.values()) {
      parcels.put(progress, 0L);
    }
    outcomes.forEach(
        (outcome, counts) -> {
          Progress done = Progress.ofDone(outcome);
          long open = done == Progress.NOT_KNOWN ? 0 : counts.withLeft();
          parcels.merge(Progress.OPEN, open, Long::sum);
          parcels.merge(done, counts.parcels() - open, Long::sum);
        });
    return Collections.unmodifiableMap(parcels);
  }
}
