package parcelrecon.datafix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.h2.tools.RunScript;
import parcelrecon.server.Client;
import parcelrecon.server.Client.Outcome;
import parcelrecon.server.MariaDbServer;
import parcelrecon.server.PostgresServer;

/** Scripts run by the client of the server that a table is in, as docs/datafix.md says. */
final class ClientRun {

  private static final String POSTGRESQL_UNFRIENDLY =
      "-c standard_conforming_strings=off -c backslash_quote=off -c DateStyle=SQL,DMY"
          + " -c TimeZone=America/New_York";

  private ClientRun() {}

  /** What a client does after an error. */
  enum AtErrors {
    /** What the scripts ask for. */
    STOP,
    /** As with {@code --force}, or from a window that statements are pasted into. */
    GO_ON
  }

  /** In one session where the client takes several scripts. */
  static Outcome of(OutboundTable table, List<Path> scripts) {
    return of(table, scripts, AtErrors.STOP);
  }

  static Outcome of(OutboundTable table, List<Path> scripts, AtErrors atErrors) {
    boolean stops = atErrors == AtErrors.STOP;
    return switch (table.shape().server()) {
      case POSTGRESQL -> client(table).run(stops ? scripts : unstopped(scripts));
      case MARIADB -> (stops ? client(table) : client(table).with("--force")).run(scripts);
      case H2 -> runScript(table.url(), scripts, stops);
    };
  }

  /**
   * In a session with the settings that a ticket could be misread by. The zone is another than the
   * site's, unless docs/datafix.md asks for that.
   */
  static Outcome unfriendly(OutboundTable table, List<Path> tickets) {
    TableShape shape = table.shape();
    boolean isElsewhere = !shape.server().mindsTheSessionsZone(shape.deadlineType());
    return switch (shape.server()) {
      case POSTGRESQL ->
          client(table)
              .withEnvironment("PGOPTIONS", POSTGRESQL_UNFRIENDLY)
              .withEnvironment("PGCLIENTENCODING", "LATIN1")
              .run(tickets);
      case MARIADB ->
          client(table)
              .with(
                  "--default-character-set=latin1",
                  "--safe-updates",
                  "--init-command=set sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES', time_zone = "
                      + (isElsewhere ? "'-05:00'" : "'+08:00'"))
              .run(tickets);
      case H2 ->
          runScript(
              table.url() + ";TIME ZONE=" + (isElsewhere ? "America/New_York" : shape.zone()),
              tickets,
              true);
    };
  }

  /** Copies that do not tell psql to stop. */
  private static List<Path> unstopped(List<Path> scripts) {
    return scripts.stream().map(ClientRun::unstopped).toList();
  }

  private static Path unstopped(Path script) {
    try {
      Path copy = script.resolveSibling("unstopped-" + script.getFileName());
      String text = Files.readString(script);
      Files.writeString(copy, text.replace("ON_ERROR_STOP on", "ON_ERROR_STOP off"));
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came from the server. H2's tool repeats the statements, and marks what they return. */
  static Stream<String> shownLines(OutboundTable table, Outcome outcome) {
    boolean repeats = table.shape().server() == Server.H2;
    return outcome.output().lines().filter(line -> !repeats || line.startsWith("-->"));
  }

  /** The client of a server that has one outside this JVM. */
  static Client client(OutboundTable table) {
    String database = table.database();
    return switch (table.shape().server()) {
      case POSTGRESQL -> Client.psql(PostgresServer.shared(), database);
      case MARIADB -> Client.mariaDb(MariaDbServer.shared(), database);
      case H2 -> throw new IllegalArgumentException("H2's client runs in this JVM");
    };
  }

  /** H2's own tool; it stops at the first error. */
  private static Outcome runScript(String url, List<Path> scripts, boolean stops) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(output, true, StandardCharsets.UTF_8);
    int exit = 0;
    try {
      for (Path script : scripts) {
        RunScript tool = new RunScript();
        tool.setOut(print);
        List<String> options = new ArrayList<>(List.of("-url", url, "-user", "sa"));
        options.addAll(List.of("-script", script.toString(), "-showResults"));
        if (!stops) {
          options.add("-continueOnError");
        }
        tool.runTool(options.toArray(String[]::new));
      }
    } catch (SQLException e) {
      print.println(e.getMessage());
      exit = 1;
    }
    return new Outcome(exit, output.toString(StandardCharsets.UTF_8));
  }
}
