package parcelrecon.datafix;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import parcelrecon.datafix.ClientRun.AtErrors;
import parcelrecon.server.Client;
import parcelrecon.server.Client.Outcome;

class ReadOnlyServersOnMariaDbTest extends ReadOnlyServers {

  ReadOnlyServersOnMariaDbTest() {
    super(Server.MARIADB);
  }

  /** It does not hold for the owner of everything, who is not the one who runs scripts here. */
  @Override
  void setReadOnly(OutboundTable table, boolean readOnly) throws SQLException {
    table.run(
        "create user if not exists clerk identified by 'clerk'",
        "grant all on " + table.database() + ".* to clerk",
        "set global read_only = " + (readOnly ? "1" : "0"));
  }

  @Override
  Outcome run(OutboundTable table, List<Path> scripts, AtErrors atErrors) {
    Client clerk =
        ClientRun.client(table).with("--user=clerk").withEnvironment("MYSQL_PWD", "clerk");
    return (atErrors == AtErrors.STOP ? clerk : clerk.with("--force")).run(scripts);
  }
}
