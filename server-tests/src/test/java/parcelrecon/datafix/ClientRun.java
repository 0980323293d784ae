package parcelrecon.datafix;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.h2.tools.RunScript;
import parcelrecon.server.Client;
import parcelrecon.server.Client.Outcome;
import parcelrecon.server.MariaDbServer;
import parcelrecon.server.PostgresServer;

/** Scripts run by the client of the server that a table is in, as docs/datafix.md says. */
final class ClientRun {

  private ClientRun() {}

  /** In one session where the client takes several scripts. */
  static Outcome of(OutboundTable table, List<Path> scripts) {
    return table.shape().server() == Server.H2
        ? runScript(table.url(), scripts)
        : client(table).run(scripts);
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
  private static Outcome runScript(String url, List<Path> scripts) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(output, true, StandardCharsets.UTF_8);
    int exit = 0;
    try {
      for (Path script : scripts) {
        RunScript tool = new RunScript();
        tool.setOut(print);
        tool.runTool("-url", url, "-user", "sa", "-script", script.toString(), "-showResults");
      }
    } catch (SQLException e) {
      print.println(e.getMessage());
      exit = 1;
    }
    return new Outcome(exit, output.toString(StandardCharsets.UTF_8));
  }
}
