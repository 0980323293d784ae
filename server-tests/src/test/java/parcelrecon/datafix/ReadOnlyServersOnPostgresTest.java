package parcelrecon.datafix;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import parcelrecon.datafix.ClientRun.AtErrors;
import parcelrecon.server.Client.Outcome;

@Tag("clients")
class ReadOnlyServersOnPostgresTest extends ReadOnlyServers {

  ReadOnlyServersOnPostgresTest() {
    super(Server.POSTGRESQL);
  }

  /** By a session that was told to write: one without would be read-only itself. */
  @Override
  void setReadOnly(OutboundTable table, boolean readOnly) throws SQLException {
    table.run(
        "set session characteristics as transaction read write",
        "alter database "
            + table.database()
            + " set default_transaction_read_only = "
            + (readOnly ? "on" : "off"));
  }

  @Override
  Outcome run(OutboundTable table, List<Path> scripts, AtErrors atErrors) {
    return ClientRun.of(table, scripts, atErrors);
  }
}
