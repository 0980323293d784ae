package parcelrecon.console.runs;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;
import parcelrecon.console.sign.Person;
import parcelrecon.job.ReconcileRequest;
import parcelrecon.job.RunDesk;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;
import parcelrecon.results.audit.AuditAct;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.audit.AuditStore;

/** What people do with runs; each act is kept in the audit. */
@Component
class RunActs {

  private final RunDesk desk;
  private final AuditStore audit;
  private final RunStore runs;

  RunActs(RunDesk desk, ResultsDatabase database) {
    this.desk = desk;
    this.audit = new AuditStore(database, InstantSource.system());
    this.runs = new RunStore(database);
  }

  /** The run this process works on. */
  OptionalLong inHand() {
    return desk.inHand();
  }

  /**
   * @return the run's number
   */
  long start(ReconcileRequest request, Person person) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("incident", request.incident().id());
    detail.put("from", request.incident().window().from().toString());
    detail.put("to", request.incident().window().to().toString());
    request
        .recheckOf()
        .ifPresent(earlier -> detail.put("recheckOf", String.valueOf(earlier.run())));
    return desk.start(request, begin -> keep(begin, person, AuditAction.RUN_STARTED, detail));
  }

  /**
   * Asks again for what the latest run of a run's incident and window kept.
   *
   * @return the number of the re-check
   */
  long recheck(RunRow row, Person person) {
    RunRow latest = runs.latestFinished(row).orElseThrow();
    Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    return start(ReconcileRequest.recheck(latest, now, latest.options()), person);
  }

  void resume(long run, Person person) {
    desk.resume(run, take -> keep(take, person, AuditAction.RUN_RESUMED, Map.of()));
  }

  /**
   * @return false when this process does not work on it
   */
  boolean stop(long run, Person person) {
    boolean isStopped = desk.stop(run);
    if (isStopped) {
      audit.append(new AuditAct(person.name(), AuditAction.RUN_STOPPED, subject(run)));
    }
    return isStopped;
  }

  void downloaded(RunRow row, RunFile file, String language, Person person) {
    audit.append(
        new AuditAct(
            person.name(),
            AuditAction.DOWNLOADED,
            subject(row.run()),
            Map.of("file", file.id(), "language", language)));
  }

  private long keep(
      LongSupplier change, Person person, AuditAction action, Map<String, String> detail) {
    return audit.keep(
        change::getAsLong, run -> new AuditAct(person.name(), action, subject(run), detail));
  }

  private static String subject(long run) {
    return "run " + run;
  }
}
