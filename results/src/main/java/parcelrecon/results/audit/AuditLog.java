package parcelrecon.results.audit;

import java.util.List;
import java.util.function.Consumer;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.Sql;

/** Reads the audit for people, newest first. */
public final class AuditLog {

  private static final int PAGE_ROWS = 500;

  private final ResultsDatabase database;

  public AuditLog(ResultsDatabase database) {
    this.database = database;
  }

  /**
   * The newest entries before a number.
   *
   * @param before {@link Long#MAX_VALUE} for the newest of all
   */
  public List<AuditEntry> before(long before, AuditFilter filter, int rowsMax) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(Sql.of("audit_page"))
                    .bind("before", before)
                    .bind("actor", filter.actor().orElse(""))
                    .bind("action", filter.action().map(Enum::name).orElse(""))
                    .bind("subject", filter.subject().orElse(""))
                    .bind("from", filter.fromText())
                    .bind("to", filter.toText())
                    .bind("rows_max", rowsMax)
                    .map((row, context) -> AuditEntry.of(row))
                    .list());
  }

  /** Every entry up to a head, one page in memory; no connection is held meanwhile. */
  public void forEach(AuditHead through, AuditFilter filter, Consumer<AuditEntry> entry) {
    List<AuditEntry> page = before(through.number() + 1, filter, PAGE_ROWS);
    while (!page.isEmpty()) {
      page.forEach(entry);
      page = before(page.get(page.size() - 1).number(), filter, PAGE_ROWS);
    }
  }
}
