package parcelrecon.results.audit;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.Sql;
import parcelrecon.results.audit.AuditCheck.Misfit;

/** Reads the audit from its first entry to its last and tells the first that does not fit. */
public final class AuditChain {

  private static final int PAGE_ROWS = 500;

  private final ResultsDatabase database;

  public AuditChain(ResultsDatabase database) {
    this.database = database;
  }

  /** As it is from inside: entries missing at its end cannot be seen so. */
  public AuditCheck verify() {
    return verify(AuditHead.EMPTY);
  }

  /**
   * The same, and whether a head of earlier is still in it.
   *
   * @param written the head, kept elsewhere
   */
  public AuditCheck verify(AuditHead written) {
    return database.jdbi().inTransaction(handle -> verify(handle, written));
  }

  private static AuditCheck verify(Handle handle, AuditHead written) {
    AuditHead head = AuditHead.EMPTY;
    long after = Long.MIN_VALUE;
    for (List<AuditEntry> page = page(handle, after); !page.isEmpty(); page = page(handle, after)) {
      for (AuditEntry entry : page) {
        Optional<Misfit> misfit = misfit(head, entry, written);
        if (misfit.isPresent()) {
          return new AuditCheck(head, misfit);
        }
        head = entry.head();
      }
      after = head.number();
    }
    return new AuditCheck(
        head,
        head.number() < written.number()
            ? Optional.of(new Misfit(head.number() + 1, AuditCheck.Kind.CUT))
            : Optional.empty());
  }

  private static Optional<Misfit> misfit(AuditHead head, AuditEntry entry, AuditHead written) {
    if (entry.number() > head.number() + 1) {
      return Optional.of(new Misfit(head.number() + 1, AuditCheck.Kind.MISSING));
    }
    return kind(head, entry, written).map(kind -> new Misfit(entry.number(), kind));
  }

  private static Optional<AuditCheck.Kind> kind(
      AuditHead head, AuditEntry entry, AuditHead written) {
    if (entry.number() <= head.number()) {
      return Optional.of(AuditCheck.Kind.PUT_IN);
    }
    if (!entry.isWhole()) {
      return Optional.of(AuditCheck.Kind.CHANGED);
    }
    if (!entry.previousHash().equals(head.hash())) {
      return Optional.of(AuditCheck.Kind.OTHER_BEFORE);
    }
    return entry.number() == written.number() && !entry.hash().equals(written.hash())
        ? Optional.of(AuditCheck.Kind.MADE_ANEW)
        : Optional.empty();
  }

  private static List<AuditEntry> page(Handle handle, long after) {
    return handle
        .createQuery(Sql.of("audit_chain"))
        .bind("after", after)
        .bind("rows_max", PAGE_ROWS)
        .map((row, context) -> AuditEntry.of(row))
        .list();
  }
}
