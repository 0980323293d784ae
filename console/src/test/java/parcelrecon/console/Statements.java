package parcelrecon.console;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** The statements that the results database was given while something was done. */
final class Statements implements SqlLogger {

  private final List<String> given = new CopyOnWriteArrayList<>();

  private Statements() {}

  static Statements of(ConsoleUnderTest console, Runnable act) {
    Statements statements = new Statements();
    console.database().jdbi().setSqlLogger(statements);
    try {
      act.run();
    } finally {
      console.database().jdbi().setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    }
    return statements;
  }

  @Override
  public void logAfterExecution(StatementContext context) {
    given.add(context.getRenderedSql());
  }

  @Override
  public void logException(StatementContext context, SQLException thrown) {
    given.add(context.getRenderedSql());
  }

  long count() {
    return given.size();
  }

  /** How many read from a table. */
  long reading(String table) {
    Pattern from = Pattern.compile("(from|join)\\s+" + table + "\\b");
    return given.stream().filter(sql -> from.matcher(sql).find()).count();
  }
}
