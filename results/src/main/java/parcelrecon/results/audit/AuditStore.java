package parcelrecon.results.audit;

import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.Sql;

/** Keeps what was done. Entries are added one at a time, over all threads and processes. */
public final class AuditStore {

  private final ResultsDatabase database;
  private final InstantSource clock;

  public AuditStore(ResultsDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Keeps an act in a transaction of its own. */
  public AuditHead append(AuditAct act) {
    return database.inTurn(handle -> append(handle, act));
  }

  /**
   * Keeps an act in the transaction of a handle: it stands there if, and only if, the rest of the
   * transaction does. From here to its end the transaction has the turn.
   */
  public AuditHead append(Handle handle, AuditAct act) {
    database.takeTurn(handle);
    AuditEntry entry = AuditEntry.after(head(handle), clock.instant(), act);
    handle
        .createUpdate(Sql.of("insert_audit_entry"))
        .bind("entry_no", entry.number())
        .bind("done_at", entry.doneAt())
        .bind("actor", entry.actor())
        .bind("action", entry.action())
        .bind("subject", entry.subject())
        .bind("detail", entry.detail())
        .bind("previous_hash", entry.previousHash())
        .bind("hash", entry.hash())
        .execute();
    return entry.head();
  }

  /**
   * Makes a change in the results database and keeps the act, both or neither. The change may use
   * any store of the same database, in this thread; their transactions become part of this one.
   *
   * @param act of what the change returned
   */
  public <T> T keep(Supplier<T> change, Function<T, AuditAct> act) {
    return database.inTurn(
        handle -> {
          T changed = change.get();
          append(handle, act.apply(changed));
          return changed;
        });
  }

  /** Of the audit as it is now. */
  public AuditHead head() {
    return database.jdbi().withHandle(AuditStore::head);
  }

  private static AuditHead head(Handle handle) {
    return handle
        .createQuery(Sql.of("audit_head"))
        .map((row, context) -> new AuditHead(row.getLong("entry_no"), row.getString("hash")))
        .findOne()
        .orElse(AuditHead.EMPTY);
  }
}
