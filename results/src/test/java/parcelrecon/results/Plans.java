package parcelrecon.results;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** What a database says it did for the queries of some work, with the values they had. */
final class Plans {

  private Plans() {}

  /** A plan of each; every query is run once more for it. */
  static List<String> of(Jdbi jdbi, Runnable work) {
    List<String> plans = new ArrayList<>();
    SqlLogger earlier = jdbi.getConfig(SqlStatements.class).getSqlLogger();
    jdbi.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logAfterExecution(StatementContext context) {
            if (!context.getRenderedSql().startsWith("explain")) {
              plans.add(plan(jdbi, context));
            }
          }
        });
    try {
      work.run();
    } finally {
      jdbi.setSqlLogger(earlier);
    }
    return plans;
  }

  /** No other call of the library gives the values of a statement. */
  @SuppressWarnings("removal")
  private static String plan(Jdbi jdbi, StatementContext context) {
    return jdbi.withHandle(
        handle -> {
          Query explain = handle.createQuery("explain analyze " + context.getRenderedSql());
          context
              .getBinding()
              .getNames()
              .forEach(
                  name ->
                      explain.bind(
                          name, context.getBinding().findForName(name, context).orElseThrow()));
          return String.join("\n", explain.mapTo(String.class).list());
        });
  }
}
