package parcelrecon.console.runs;

import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;
import parcelrecon.console.sign.Person;
import parcelrecon.job.ReconcileRequest;
import parcelrecon.job.RunDesk;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.audit.AuditAct;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.audit.AuditStore;

/** What people do with runs; each act is kept in the audit. */
@Component
class RunActs {

  private final RunDesk desk;
  private final AuditStore audit;

  RunActs(RunDesk desk, ResultsDatabase database) {
    this.desk = desk;
    this.audit = new AuditStore(database, InstantSource.system());
  }

  /** The run this process works on. */
  OptionalLong inHand() {
    return desk.inHand();
  }

  /**
   * @return the run's number
   */
  long start(ReconcileRequest request, Person person) {
    Map<String, String> detail =
        Map.of(
            "incident", request.incident().id(),
            "from", request.incident().window().from().toString(),
            "to", request.incident().window().to().toString());
    return desk.start(request, begin -> keep(begin, person, AuditAction.RUN_STARTED, detail));
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
