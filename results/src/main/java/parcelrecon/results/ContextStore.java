package parcelrecon.results;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import parcelrecon.rule.JudgingContext;

/** Keeps what the rules know in a run besides its parcels. */
public final class ContextStore {

  private final ResultsDatabase database;
  private final Jdbi jdbi;

  public ContextStore(ResultsDatabase database) {
    this.database = database;
    this.jdbi = database.jdbi();
  }

  /** Saves it, in place of an earlier one. */
  public void save(long run, JudgingContext context) {
    database.write(
        run,
        handle -> {
          handle.createUpdate(Sql.of("delete_context")).bind("run", run).execute();
          handle
              .createUpdate(Sql.of("insert_context"))
              .bind("run", run)
              .bind("context", Json.write(context))
              .execute();
        });
  }

  public Optional<JudgingContext> find(long run) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(Sql.of("context"))
                .bind("run", run)
                .map((row, context) -> row.getString("context"))
                .findOne()
                .map(json -> Json.read(json, JudgingContext.class)));
  }
}
