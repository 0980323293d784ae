package parcelrecon.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.server.MariaDbServer;
import parcelrecon.server.PostgresServer;

/** The statements that {@code init} writes, each on the database it is written for. */
class InitStatementsTest {

  private static final Map<String, String> PASSWORD = Map.of("OUTBOUND_PASSWORD", "CHANGE-ME");

  /** What the configuration says instead of its comments: both sources from tables. */
  private static final String SITE =
      """
      zone: Asia/Taipei
      sources:
        outbound:
          jdbc: { url: "URL", user: recon_ro, password: "${OUTBOUND_PASSWORD}" }
          query: sql/DATABASE/outbound.sql
          by-key: sql/DATABASE/outbound_by_key.sql
          day-total: sql/DATABASE/outbound_day_total.sql
          zone: Asia/Taipei
          values:
            payment: { PAY_AT_STORE: COD, PAID_ONLINE: PREPAID }
            status: { PICKED_UP: COMPLETED, REQUESTED: PENDING, FAILED: FAILED, AWAITING_PICKUP: REVERSED }
        payments:
          independent: true
          jdbc: { url: "URL", user: recon_ro, password: "${OUTBOUND_PASSWORD}" }
          query: sql/DATABASE/payments.sql
          by-key: sql/DATABASE/payments_by_key.sql
          zone: Asia/Taipei
      """;

  @TempDir Path folder;

  @Test
  void statements_readTheTables_onPostgres() throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      String url = server.newDatabase();
      try (Connection owner = PostgresServer.connect(url)) {
        assertReconciles(owner, url, "postgresql", "timestamp");
      }
    }
  }

  @Test
  void statements_readTheTables_onMariaDb() throws Exception {
    String url = MariaDbServer.shared().newDatabase();
    try (Connection owner = MariaDbServer.connect(url)) {
      assertReconciles(owner, url, "mariadb", "datetime");
    }
  }

  @Test
  void statements_readTheTables_onH2() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("network");
    Connection owner = DriverManager.getConnection(url, "owner", "owner");
    prepare(owner, "h2", "timestamp");
    owner.close();
    reconcile(url, "h2");
  }

  private void assertReconciles(Connection owner, String url, String database, String timeType)
      throws Exception {
    prepare(owner, database, timeType);
    reconcile(url, database);
  }

  private void prepare(Connection owner, String database, String timeType) throws Exception {
    TypedCommand init = TypedCommand.in(folder, Map.of(), "init", "my-site");
    assertThat(init.exitCode()).as(init.said()).isZero();
    Tables.make(owner, timeType);
    Path account = folder.resolve("my-site/sql").resolve(database).resolve("account.sql");
    Tables.makeReader(owner, Files.readString(account));
  }

  private void reconcile(String url, String database) throws Exception {
    Files.writeString(
        folder.resolve("my-site/recon.yaml"),
        SITE.replace("URL", url).replace("DATABASE", database));
    TypedCommand done =
        TypedCommand.in(
            folder,
            PASSWORD,
            "reconcile",
            "-c",
            "my-site/recon.yaml",
            "--incident",
            "my-site/incidents/example.yaml");
    assertThat(done.exitCode()).as(done.said()).isZero();
    assertThat(done.said()).contains("1 of 2 (50.0 %)");
    assertThat(folder.resolve("out/2022-04-13-kafka/run-001/mismatches.csv"))
        .content()
        .contains("P1,SHOWN_AS_FAILED")
        .contains("P1,UNCOLLECTED")
        .doesNotContain("P2,")
        .doesNotContain("P3,");
  }
}
