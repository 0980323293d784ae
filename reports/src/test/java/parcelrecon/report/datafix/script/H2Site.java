package parcelrecon.report.datafix.script;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.h2.tools.RunScript;
import org.h2.tools.Shell;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.datafix.Suggestion;
import parcelrecon.report.datafix.change.Change;
import parcelrecon.report.datafix.change.ChangesFile;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.text.Texts;
import parcelrecon.rule.MismatchKind;

/** A site's table on H2 in a session of another zone, and scripts that put its rows back. */
final class H2Site implements AutoCloseable {

  static final String FIX = "001-revert-outbound.sql";
  static final String ROLLBACK = "001-revert-outbound.rollback.sql";

  private static final Instant SEEN = Instant.parse("2022-04-19T15:59:59Z");
  private static final Instant EXTENDED = Instant.parse("2022-04-23T04:00:00.123456Z");
  private static int databases;

  private final String url;
  private final Connection database;

  private H2Site(String url) throws SQLException {
    this.url = url;
    this.database = DriverManager.getConnection(url);
  }

  static H2Site open() throws SQLException {
    databases++;
    return new H2Site("jdbc:h2:mem:site" + databases + ";TIME ZONE=America/New_York");
  }

  /** Rows OB-0001, OB-0002 and so on, every third without a deadline. */
  H2Site withRows(int rows, String columns) throws SQLException {
    execute("create table parcel_outbound (" + columns + ")");
    execute("set time zone 'Asia/Taipei'");
    execute(
        "insert into parcel_outbound (outbound_id, status, row_version, pickup_deadline)"
            + " select 'OB-' || lpad(x, 4, '0'), 'PICKED_UP', mod(x, 4), case when mod(x, 3) > 0"
            + " then timestamp '2022-04-19 23:59:59' end from system_range(1, "
            + rows
            + ")");
    execute("set time zone 'America/New_York'");
    return this;
  }

  H2Site withRows(int rows) throws SQLException {
    return withRows(
        rows,
        "outbound_id varchar(40) primary key, status varchar_ignorecase(20), row_version int,"
            + " pickup_deadline timestamp with time zone");
  }

  /** The changes of the first rows. */
  static List<Change> changes(int rows) {
    return IntStream.rangeClosed(1, rows)
        .mapToObj(
            row ->
                new Change(
                    "P-" + row,
                    "OB-%04d".formatted(row),
                    "PICKED_UP",
                    "AWAITING_PICKUP",
                    row % 4,
                    row % 3 > 0 ? SEEN : null,
                    EXTENDED,
                    Suggestion.REVERT_OUTBOUND,
                    MismatchKind.SHOWN_AS_FAILED,
                    List.of()))
        .toList();
  }

  static String script(
      String file, List<Change> changes, DatafixSettings site, Optional<Instant> expiresAt)
      throws IOException {
    return script(file, changes, new Rendering(site, Texts.of("en"), ScriptForm.SCRIPT, expiresAt));
  }

  static String script(String file, List<Change> changes, Rendering rendering) throws IOException {
    Path path = Files.createTempFile("script", ChangesFile.SUFFIX);
    try {
      StringBuilder lines = new StringBuilder();
      changes.forEach(change -> lines.append(ChangesFile.line(change)));
      Files.writeString(path, lines);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (Script script : Scripts.of(ChangesFile.open(path), rendering)) {
        if (script.file().equals(file)) {
          script.content().write(bytes);
        }
      }
      return bytes.toString(StandardCharsets.UTF_8);
    } finally {
      Files.delete(path);
    }
  }

  /** As the tool runs a file: it stops at the first error. */
  void run(String script) throws SQLException {
    try {
      RunScript.execute(database, new StringReader(script));
    } finally {
      database.rollback();
      database.setAutoCommit(true);
    }
  }

  /** As people feed it to H2's shell, which goes on after an error; returns what it prints. */
  String shell(String script) throws SQLException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Shell shell = new Shell();
    shell.setIn(new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)));
    shell.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    shell.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    shell.runTool("-url", url);
    return printed.toString(StandardCharsets.UTF_8);
  }

  int execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  /** All rows of a query, cells joined. */
  List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          cells.add(result.getString(i));
        }
        rows.add(String.join("|", cells));
      }
    }
    return rows;
  }

  /** The whole table, times in the zone of the site. */
  List<String> table() throws SQLException {
    execute("set time zone 'Asia/Taipei'");
    List<String> rows =
        rows(
            "select outbound_id, status, row_version, coalesce(formatdatetime(cast(pickup_deadline"
                + " as timestamp(6)), 'yyyy-MM-dd HH:mm:ss.SSSSSS'), '-') from parcel_outbound"
                + " order by outbound_id");
    execute("set time zone 'America/New_York'");
    return rows;
  }

  long changed() throws SQLException {
    return Long.parseLong(
        rows("select count(*) from parcel_outbound where status = 'AWAITING_PICKUP'").get(0));
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
