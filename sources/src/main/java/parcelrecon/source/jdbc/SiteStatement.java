package parcelrecon.source.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.ParsedParameters;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Script;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.TemplateEngine;
import parcelrecon.source.SourceSettings.Sql;

/** One of the site's statements, and the parameters it may name. */
final class SiteStatement {

  /** Where the by-key statement takes its list. */
  private static final String PARCEL_IDS = "<parcel_ids>";

  private final Sql sql;
  private final Set<String> parameters;
  private final boolean takesList;
  private final DatabaseProblems problems;

  private SiteStatement(
      Sql sql, Set<String> parameters, boolean takesList, DatabaseProblems problems) {
    this.sql = new Sql(sql.file(), sql.text().strip().replaceFirst("(;\\s*)+$", ""));
    this.parameters = parameters;
    this.takesList = takesList;
    this.problems = problems;
  }

  static SiteStatement named(Sql sql, Set<String> parameters, DatabaseProblems problems) {
    return new SiteStatement(sql, parameters, false, problems);
  }

  static SiteStatement byKey(Sql sql, DatabaseProblems problems) {
    return new SiteStatement(sql, Set.of(), true, problems);
  }

  String file() {
    return sql.file();
  }

  Query on(Session session) {
    Query query =
        session.handle().createQuery(sql.text()).setFetchSize(session.dialect().fetchRows());
    return takesList ? query : query.setTemplateEngine(TemplateEngine.NOP);
  }

  /** Sees without running it that it is one query with these columns. */
  void check(Session session, Set<String> siteColumns) {
    if (takesList && !sql.text().contains(PARCEL_IDS)) {
      throw problems.wrongStatement(
          file(), "the statement has no list, expected \"in (" + PARCEL_IDS + ")\"");
    }
    try {
      ParsedSql parsed = parse(session);
      checkParameters(parsed.getParameters());
      try (PreparedStatement prepared =
          session.handle().getConnection().prepareStatement(parsed.getSql())) {
        checkQuery(prepared.getMetaData(), session, siteColumns);
      }
    } catch (SQLException e) {
      throw problems.failed(file(), e);
    } catch (JdbiException e) {
      throw problems.failed(file(), e);
    }
  }

  private ParsedSql parse(Session session) {
    Handle handle = session.handle();
    String rendered =
        takesList ? sql.text().replace(PARCEL_IDS, session.dialect().someText()) : sql.text();
    checkOne(handle, rendered);
    try (Query query = handle.createQuery(rendered)) {
      StatementContext context = query.getContext();
      return new ColonPrefixSqlParser().parse(rendered, context);
    }
  }

  /** Some drivers would run all of them, one after another. */
  private void checkOne(Handle handle, String rendered) {
    try (Script script = handle.createScript(rendered).setTemplateEngine(TemplateEngine.NOP)) {
      int statements = script.getStatements().size();
      if (statements > 1) {
        throw problems.wrongStatement(file(), statements + " statements, expected one");
      }
    }
  }

  private void checkParameters(ParsedParameters found) {
    if (found.isPositional() && found.getParameterCount() > 0) {
      throw problems.wrongStatement(file(), "parameter \"?\" has no name, expected " + expected());
    }
    List<String> unknown =
        found.getParameterNames().stream().filter(name -> !parameters.contains(name)).toList();
    if (!found.isPositional() && !unknown.isEmpty()) {
      throw problems.wrongStatement(
          file(), "unknown parameter :" + String.join(", :", unknown) + ", expected " + expected());
    }
  }

  private String expected() {
    return takesList
        ? PARCEL_IDS
        : ":" + String.join(" and :", parameters.stream().sorted().toList());
  }

  private void checkQuery(ResultSetMetaData columns, Session session, Set<String> siteColumns)
      throws SQLException {
    if (columns == null || columns.getColumnCount() == 0) {
      throw problems.wrongStatement(file(), "the statement returns no rows, expected a select");
    }
    ResultColumns.of(columns, session).check(siteColumns, file(), problems);
  }
}
