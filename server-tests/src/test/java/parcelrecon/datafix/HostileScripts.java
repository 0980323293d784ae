package parcelrecon.datafix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.datafix.OutboundTable.Row;
import parcelrecon.report.HostileTexts;
import parcelrecon.report.datafix.change.PlainText;

/** Every hostile text that can be an id in a script is nothing but an id to the server. */
abstract class HostileScripts {

  private static final long SEED = 20220413;
  private static final Set<String> TABLES =
      Set.of(
          "canary",
          "parcel_outbound",
          "parcel_recon_batch",
          "parcel_recon_fix",
          "parcel_recon_kept");

  @TempDir Path directory;

  private final Server server;

  HostileScripts(Server server) {
    this.server = server;
  }

  @Test
  void ids_executeNothing_andOnlyTheRowsMeantAreChanged() throws Exception {
    List<Row> rows =
        HostileTexts.readable().stream()
            .filter(PlainText::is)
            .map(text -> new Row(text, "PICKED_UP", 1, RandomRows.INCIDENT, "n"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(350);
    OutboundTable table = OutboundTable.create(shape(), server.newDatabase(), rows);
    table.run("create table canary (v int)", "insert into canary values (1)");
    Map<String, Row> before = table.rows();
    RandomFix fix =
        RandomFix.of(
            table.shape(), new ArrayList<>(before.values()), rows.size() / 2, new Random(SEED));
    FixFiles files =
        FixFiles.write(
            fix.changes(),
            FixFiles.rendering(table.settings(), ScriptForm.SCRIPT, null),
            directory);
    Map<String, Row> intended = new TreeMap<>(before);
    intended.putAll(fix.intended());
    assertThat(ClientRun.of(table, files.fixes()).exit()).isZero();
    assertThat(table.rows()).isEqualTo(intended);
    assertThat(ClientRun.of(table, files.rollbacks()).exit()).isZero();
    assertThat(table.rows()).isEqualTo(before);
    assertThat(tables(table)).isEqualTo(TABLES);
    assertThat(canary(table)).isEqualTo("1");
  }

  private TableShape shape() {
    String key =
        server == Server.MARIADB
            ? "varchar(500) character set utf8mb4 collate utf8mb4_nopad_bin"
            : "varchar(500)";
    return new TableShape(
        server,
        "parcel_outbound",
        key,
        server.textTypes().get(0),
        "int",
        server.timeTypes().get(0),
        ZoneId.of("Asia/Taipei"));
  }

  private static String canary(OutboundTable table) throws SQLException {
    try (Connection connection = table.shape().server().connect(table.url());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select max(v) from canary")) {
      row.next();
      return row.getString(1);
    }
  }

  private static Set<String> tables(OutboundTable table) throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (Connection connection = table.shape().server().connect(table.url());
        ResultSet row =
            connection
                .getMetaData()
                .getTables(
                    connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (row.next()) {
        tables.add(row.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return tables;
  }
}
