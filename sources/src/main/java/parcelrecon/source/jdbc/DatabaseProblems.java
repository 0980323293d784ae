package parcelrecon.source.jdbc;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Set;
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
record DatabaseProblems(String source, String url) {

  /** Wrong password and unknown user, of all databases. */
  private static final String NOT_AUTHORIZED = "28";

  /** H2: no such file, in use by another process, not readable. */
  private static final Set<String> NOT_THERE = Set.of("90146", "90013");

  /** H2 after its connection or database went away, or the memory was too small for it. */
  private static final Set<String> GONE =
      Set.of("90067", "90098", "90108", "90121", "90028", "90030");

  ProblemException cannotConnect(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    String what;
    String remedy;
    if (state.startsWith(NOT_AUTHORIZED)) {
      what = "refused user or password";
      remedy = "Check user and password";
    } else if (NOT_THERE.contains(state)) {
      what = "database not found";
      remedy = "Check the URL; a database is never created";
    } else if (message(e).contains("store is read-only")) {
      what = "was not closed in order, and mending it would write to it";
      remedy = "Open and close it once with the program it belongs to";
    } else {
      what = "cannot be reached (" + message(e) + ")";
      remedy = "See that the database is up and that the URL is right";
    }
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
    String state = String.valueOf(e.getSQLState());
    if (e instanceof SQLTimeoutException || state.equals("57014")) {
      return gone(file, "was not answered within " + Snapshot.STATEMENT_LIMIT, e);
    }
    if (state.startsWith("08") || state.startsWith("57") || GONE.contains(state)) {
      return gone(file, "connection lost (" + message(e) + ")", e);
    }
    return new ProblemException(ExitCode.CONFIGURATION, wrong(file, message(e)), e);
  }

  private ProblemException gone(String file, String what, SQLException e) {
    return new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(
            source,
            file + " " + what + " by " + url,
            "The source was not read to its end",
            "See that the database is up, then resume"),
        e);
  }

  private static Problem wrong(String file, String what) {
    return new Problem(file, what, "The source was not read", "Correct the statement");
  }

  private static String message(SQLException e) {
    return firstLine(String.valueOf(e.getMessage()));
  }

  /** H2 appends the whole statement to its message. */
  private static String firstLine(String message) {
    return message.split("; SQL statement:|\\R", 2)[0].strip();
  }
}
