package parcelrecon.source.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.JdbiException;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/**
 * Tells what a database refused: the site's statement (CONFIGURATION), or everything else
 * (UNREACHABLE). Never shows a password.
 *
 * @param source the configuration's name of the source
 * @param url without secrets
 */
record DatabaseProblems(String source, String url, Limits limits) {

  ProblemException cannotConnect(SQLException e) {
    return switch (Refusal.of(e)) {
      case LOGIN -> unread("refused user or password", "Check user and password", e);
      case NOT_THERE ->
          unread("database not found", "Check the URL; a database is never created", e);
      default ->
          message(e).contains("store is read-only")
              ? unread(
                  "was not closed in order, and mending it would write to it",
                  "Open and close it once with the program it belongs to",
                  e)
              : unread(
                  "cannot be reached (" + message(e) + ")",
                  "See that the database is up and that the URL is right",
                  e);
    };
  }

  /** What we ask before any statement of the site's was refused. */
  ProblemException noSnapshot(Exception e) {
    Throwable cause = e instanceof JdbiException && e.getCause() != null ? e.getCause() : e;
    return unread(
        "gives no read-only snapshot (" + firstLine(String.valueOf(cause.getMessage())) + ")",
        "See what the database's version and the account's rights allow",
        e);
  }

  private ProblemException unread(String what, String remedy, Exception e) {
    return new ProblemException(
        ExitCode.UNREACHABLE, new Problem(source, url + " " + what, "Nothing was read", remedy), e);
  }

  ProblemException wrongStatement(String file, String what) {
    return new ProblemException(ExitCode.CONFIGURATION, wrong(file, what));
  }

  /** What went wrong with the statement of {@code file}, while it was prepared, run or read. */
  ProblemException failed(String file, JdbiException e) {
    return e.getCause() instanceof SQLException cause
        ? failed(file, cause)
        : wrongStatement(file, firstLine(String.valueOf(e.getMessage())));
  }

  ProblemException failed(String file, SQLException e) {
    return switch (Refusal.of(e)) {
      case LOCKED ->
          gone(
              file,
              "waited " + text(limits.lock()) + " for a lock that somebody else holds, asked",
              "See who holds it, then resume",
              e);
      case TOO_SLOW ->
          gone(
              file,
              "was not answered within " + text(limits.statement()),
              "See that the database is up and has the index it wants, then resume",
              e);
      case GONE ->
          gone(
              file,
              "connection lost (" + message(e) + ")",
              "See that the database is up, then resume",
              e);
      case WOULD_WRITE -> refused(wrong(file, "the statement would write (" + message(e) + ")"), e);
      case LOGIN, NOT_THERE, STATEMENT -> refused(wrong(file, message(e)), e);
    };
  }

  /** What went wrong when rows of the table that datafixes change were asked for by key. */
  ProblemException rowsNotRead(String table, JdbiException e) {
    Refusal refusal =
        e.getCause() instanceof SQLException cause ? Refusal.of(cause) : Refusal.STATEMENT;
    String why =
        e.getCause() instanceof SQLException cause
            ? message(cause)
            : firstLine(String.valueOf(e.getMessage()));
    boolean isOurs =
        switch (refusal) {
          case LOCKED, TOO_SLOW, GONE -> false;
          case LOGIN, NOT_THERE, WOULD_WRITE, STATEMENT -> true;
        };
    return new ProblemException(
        isOurs ? ExitCode.CONFIGURATION : ExitCode.UNREACHABLE,
        new Problem(
            source,
            url + " did not show rows of " + table + " (" + why + ")",
            "How its rows are now is not known",
            isOurs
                ? "See that the names in the section datafix are the table's, and that the account"
                    + " may read it"
                : "See that the database is up and that nobody holds a lock, then repeat"),
        e);
  }

  /** The column by which rows were asked for tells none from another. */
  ProblemException noKey(String table, String key, int rows) {
    return new ProblemException(
        ExitCode.CONFIGURATION,
        new Problem(
            source,
            url + ": " + key + " of " + table + " is no key, more than " + rows + " rows share it",
            "How the rows are now is not known",
            "Name the table's key in the section datafix"));
  }

  private ProblemException gone(String file, String what, String remedy, SQLException e) {
    return new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(
            source, file + " " + what + " by " + url, "The source was not read to its end", remedy),
        e);
  }

  private static ProblemException refused(Problem problem, SQLException e) {
    return new ProblemException(ExitCode.CONFIGURATION, problem, e);
  }

  private static Problem wrong(String file, String what) {
    return new Problem(file, what, "The source was not read", "Correct the statement");
  }

  private static String text(Duration duration) {
    return duration.toSeconds() % 60 == 0
        ? duration.toMinutes() + " min"
        : duration.toSeconds() + " s";
  }

  private static String message(SQLException e) {
    return firstLine(String.valueOf(e.getMessage()));
  }

  /** H2 appends the whole statement to its message; MariaDB's begins with its connection. */
  private static String firstLine(String message) {
    return message
        .split("; SQL statement:|\\R", 2)[0]
        .replaceFirst("^\\(conn=\\d+\\) ", "")
        .strip();
  }
}
