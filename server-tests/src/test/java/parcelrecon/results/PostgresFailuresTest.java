package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;
import parcelrecon.server.PostgresServer;

/** What is told when a PostgreSQL for results is not as it has to be. */
class PostgresFailuresTest {

  @Test
  void open_tellsThatTheServerIsAway_whenNobodyListens() {
    assertRefused(Runs.settings("jdbc:postgresql://127.0.0.1:1/recon"))
        .withMessageStartingWith("results database 127.0.0.1:1/recon: it cannot be reached (\"")
        .withMessageEndingWith(
            ". Nothing was started. Check results.url, the network and that the server is up.");
  }

  @Test
  void open_tellsThatTheDatabaseIsMissing_whenItIs() {
    assertRefused(Runs.settings(PostgresServer.shared().url("nowhere")))
        .withMessageContaining("/nowhere: there is no such database (\"");
  }

  @Test
  void open_tellsThatTheUserIsRefused_whenThePasswordIsWrong() throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      String url = server.url("postgres");
      PostgresResults.execute(url, "create role recon login password 'right'");
      askForPasswords(url);
      assertRefused(new ResultsSettings(url, Optional.empty(), Optional.of("hush")))
          .withMessageContaining("/postgres: it refuses the user (\"")
          .withMessageEndingWith("Check results.user and results.password.")
          .withMessageNotContaining("hush");
    }
  }

  @Test
  void open_tellsWhatToGrant_whenTheUserMayMakeNoTables() {
    ResultsSettings settings = PostgresResults.fresh();
    PostgresResults.execute(
        settings.url(), "create schema others", "grant usage on schema others to recon");
    assertRefused(Runs.settings(settings.url() + "?currentSchema=others"))
        .withMessageContaining(": the user may not do this (\"")
        .withMessageContaining("grant create, usage on schema NAME to USER");
  }

  @Test
  void look_tellsWhatOpeningWould_andMakesNoTables() throws SQLException {
    ResultsSettings fresh = PostgresResults.fresh();
    assertThat(ResultsDatabase.look(fresh).state()).isEqualTo(ResultsLook.State.OPENS);
    try (Connection connection = PostgresServer.connect(fresh.url());
        ResultSet tables = connection.getMetaData().getTables(null, "public", "%", null)) {
      assertThat(tables.next()).as("a table").isFalse();
    }
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () -> ResultsDatabase.look(Runs.settings("jdbc:postgresql://127.0.0.1:1/recon")))
        .withMessageStartingWith("results database 127.0.0.1:1/recon: it cannot be reached (\"");
  }

  @Test
  void open_makesTheSchema_whenTheUserMay() {
    ResultsSettings team =
        Runs.settings(PostgresResults.fresh().url() + "?currentSchema=not_there_yet");
    try (ResultsDatabase database = ResultsDatabase.open(team)) {
      assertThat(Runs.begin(database)).isEqualTo(1);
    }
  }

  @Test
  void open_leavesTablesOfOthersAlone_whenTheSchemaHoldsSome() {
    ResultsSettings settings = PostgresResults.fresh();
    PostgresResults.execute(settings.url(), "create table run (theirs integer)");
    assertRefused(settings)
        .withMessageContaining("its schema holds tables that are not ours")
        .withMessageContaining("currentSchema=NAME in results.url");
  }

  @Test
  void open_tellsThatItCannotBeWritten_whenAllTransactionsAreReadOnly() {
    ResultsSettings settings = PostgresResults.fresh();
    PostgresResults.execute(
        settings.url(),
        "alter role recon in database "
            + database(settings)
            + " set default_transaction_read_only = on");
    assertRefused(settings).withMessageContaining("cannot be written");
  }

  @Test
  void failure_tellsNoValuesOfRows_whenTheServerQuotesThem() {
    try (ResultsDatabase database = ResultsDatabase.open(PostgresResults.fresh())) {
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(
              () ->
                  database
                      .jdbi()
                      .useHandle(
                          handle ->
                              handle.execute(
                                  "insert into listed_store values (null, 1, 'S1', 'n', 'a', '王',"
                                      + " '02-2712')")))
          .satisfies(
              failure -> {
                assertThat(failure.getCause()).hasMessageNotContaining("02-2712");
                assertThat(database.problem(failure, "")).isEmpty();
              });
    }
  }

  private static String database(ResultsSettings settings) {
    return settings.url().replaceAll(".*/", "");
  }

  private static ThrowableAssertAlternative<ProblemException> assertRefused(
      ResultsSettings settings) {
    return assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ResultsDatabase.open(settings).close())
        .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE));
  }

  /** The server trusts everybody on the loopback interface until then. */
  private static void askForPasswords(String url) throws SQLException, IOException {
    try (Connection connection = PostgresServer.connect(url);
        var statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("show hba_file")) {
        row.next();
        Files.writeString(Path.of(row.getString(1)), "host all all 127.0.0.1/32 scram-sha-256\n");
      }
      statement.execute("select pg_reload_conf()");
    }
  }
}
