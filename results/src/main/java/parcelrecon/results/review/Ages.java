package parcelrecon.results.review;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import parcelrecon.due.BusinessDays;
import parcelrecon.due.Sla;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;
import parcelrecon.results.Sql;

/** How old the mismatches of one run's incident are today. Asks the database for each. */
public final class Ages {

  private final ResultsDatabase database;
  private final RunRow run;
  private final Sla sla;
  private final LocalDate today;
  private final Map<Long, LocalDate> days = new HashMap<>();

  /**
   * @param run any of the incident that is no control
   * @param today in the incident's zone
   */
  public Ages(ResultsDatabase database, RunRow run, Sla sla, LocalDate today) {
    this.database = database;
    this.run = run;
    this.sla = sla;
    this.today = today;
  }

  /**
   * @param decision absent while it is open
   */
  public Age of(MismatchId mismatch, Sla.Money money, Optional<ReviewDecision> decision) {
    LocalDate found = day(firstRun(mismatch));
    Optional<LocalDate> due =
        decision.map(ReviewDecision::isAwaited).orElse(true)
            ? sla.due(found, mismatch.kind(), money)
            : Optional.empty();
    return new Age(
        found,
        BusinessDays.between(found, today),
        due,
        due.filter(last -> last.isBefore(today)).isPresent());
  }

  private long firstRun(MismatchId mismatch) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                ReviewWriter.bindMismatch(handle.createQuery(Sql.of("review/first_run")), mismatch)
                    .bind("incident_id", run.incident().id())
                    .mapTo(Long.class)
                    .findOne()
                    .orElse(run.run()));
  }

  private synchronized LocalDate day(long firstRun) {
    return days.computeIfAbsent(
        firstRun,
        number -> {
          RunRow first = new RunStore(database).find(number).orElseThrow();
          ZoneId zone = run.incident().window().zone();
          return first.startedAt().atZone(zone).toLocalDate();
        });
  }
}
