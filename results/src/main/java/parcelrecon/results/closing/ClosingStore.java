package parcelrecon.results.closing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import parcelrecon.results.AnswerStore;
import parcelrecon.results.EndStore;
import parcelrecon.results.EndSums;
import parcelrecon.results.IncidentRuns;
import parcelrecon.results.Json;
import parcelrecon.results.MismatchEnd;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.Sql;
import parcelrecon.results.audit.AuditAct;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.audit.AuditHead;
import parcelrecon.results.audit.AuditStore;
import parcelrecon.results.closing.ClosingRefusal.Why;
import parcelrecon.results.review.ReviewStore;
import parcelrecon.rule.MismatchClass;

/** Closes incidents and opens them again; each act is in the audit. */
public final class ClosingStore {

  private final ResultsDatabase database;
  private final AuditStore audit;
  private final InstantSource clock;

  public ClosingStore(ResultsDatabase database, InstantSource clock) {
    this.database = database;
    this.audit = new AuditStore(database, clock);
    this.clock = clock;
  }

  /**
   * Closes an incident.
   *
   * @param run the finished run the person looked at
   * @param reason may be empty where nothing is left
   * @throws ClosingRefusal where it may not be closed
   */
  public Closing close(RunRow run, String by, String reason) {
    EndSums sums = new EndStore(database).of(run);
    if (sums.left() > 0 && reason.isBlank()) {
      throw new ClosingRefusal(Why.NO_REASON);
    }
    String incident = run.incident().id();
    return database.inTurn(
        handle -> {
          requireLatest(handle, run);
          if (Closings.isClosedIn(handle, incident)) {
            throw new ClosingRefusal(Why.ALREADY_CLOSED);
          }
          if (!sums.runs().equals(numbers(run))) {
            throw new ClosingRefusal(Why.OTHER_RUN);
          }
          return keep(handle, new Act(run, Closing.What.CLOSED, by, reason), frozen(run, sums));
        });
  }

  /**
   * Opens a closed incident again.
   *
   * @param reason not empty
   * @throws ClosingRefusal where it is not closed, or nobody says why
   */
  public Closing openAgain(String incidentId, String by, String reason) {
    if (reason.isBlank()) {
      throw new ClosingRefusal(Why.NO_REASON);
    }
    return database.inTurn(
        handle -> {
          Closing closed =
              Closings.standingIn(handle, incidentId)
                  .orElseThrow(() -> new ClosingRefusal(Why.NOT_CLOSED));
          RunRow run = IncidentRuns.latestIn(handle, incidentId).orElseThrow();
          return keep(handle, new Act(run, Closing.What.OPENED_AGAIN, by, reason), closed.frozen());
        });
  }

  private static void requireLatest(Handle handle, RunRow run) {
    String incident = run.incident().id();
    long latest =
        IncidentRuns.latestIn(handle, incident)
            .orElseThrow(() -> new ClosingRefusal(Why.NO_RUN))
            .run();
    if (isInHand(handle, incident)) {
      throw new ClosingRefusal(Why.RUN_IN_HAND);
    }
    if (latest != run.run()) {
      throw new ClosingRefusal(Why.OTHER_RUN);
    }
  }

  private static boolean isInHand(Handle handle, String incident) {
    return handle
            .createQuery(Sql.of("closing/runs_in_hand"))
            .bind("incident_id", incident)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  private List<Long> numbers(RunRow run) {
    return new IncidentRuns(database).upTo(run).stream().map(RunRow::run).toList();
  }

  private Closing.Frozen frozen(RunRow run, EndSums sums) {
    Map<MismatchClass, Long> open = new EnumMap<>(MismatchClass.class);
    sums.states()
        .get(MismatchEnd.State.OPEN)
        .forEach((about, sum) -> open.put(about, sum.mismatches()));
    return new Closing.Frozen(
        sums.runs(),
        open,
        sums.sum(MismatchEnd.State.NOT_KNOWN).mismatches(),
        new ReviewStore(database, clock).latest(run.run()),
        new AnswerStore(database).latest(run.incident().id()));
  }

  private record Act(RunRow run, Closing.What what, String by, String reason) {
    private Act {
      reason = reason.strip();
      if (reason.length() > Closing.REASON_LENGTH_MAX) {
        throw new ClosingRefusal(Why.LONG_REASON);
      }
    }
  }

  private Closing keep(Handle handle, Act act, Closing.Frozen frozen) {
    String incident = act.run().incident().id();
    long number = Closings.latest(handle, incident).map(Closing::number).orElse(0L) + 1;
    Instant at = clock.instant();
    AuditHead head = audit.append(handle, audited(act, frozen));
    Closing closing =
        new Closing(
            incident,
            number,
            act.what(),
            act.run().run(),
            act.by(),
            at,
            act.reason(),
            frozen,
            head);
    handle
        .createUpdate(Sql.of("closing/insert_closing"))
        .bind("incident_id", incident)
        .bind("closing_no", number)
        .bind("what", closing.what().name())
        .bind("run", closing.run())
        .bind("done_by", closing.by())
        .bind("done_at", at.toString())
        .bind("reason", closing.reason())
        .bind("frozen", Json.write(frozen))
        .bind("audit_no", head.number())
        .bind("audit_hash", head.hash())
        .execute();
    return closing;
  }

  private static AuditAct audited(Act act, Closing.Frozen frozen) {
    boolean isClosed = act.what() == Closing.What.CLOSED;
    Map<String, String> detail = new HashMap<>();
    detail.put("run", String.valueOf(act.run().run()));
    if (isClosed) {
      detail.put("open", String.valueOf(frozen.openMismatches()));
      detail.put("not-known", String.valueOf(frozen.notKnown()));
    }
    return new AuditAct(
        act.by(),
        isClosed ? AuditAction.INCIDENT_CLOSED : AuditAction.INCIDENT_OPENED_AGAIN,
        subject(act.run().incident().id()),
        detail);
  }

  /** What the audit calls an incident. */
  public static String subject(String incidentId) {
    return "incident " + incidentId;
  }
}
