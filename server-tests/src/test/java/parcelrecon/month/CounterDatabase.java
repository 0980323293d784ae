package parcelrecon.month;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import parcelrecon.server.PostgresServer;
import parcelrecon.server.RestartablePostgres;

/** Where pick-ups are reported from: a PostgreSQL that gets later what happens while it is away. */
final class CounterDatabase implements AutoCloseable {

  private final RestartablePostgres server;
  private final Outbox<PickUp> outbox = new Outbox<>();

  CounterDatabase(Path data) throws SQLException {
    server = new RestartablePostgres(data);
    try (Connection connection = PostgresServer.connect(server.url());
        Statement statement = connection.createStatement()) {
      statement.execute(Resource.text("create_outbound.sql"));
    }
  }

  String url() {
    return server.url();
  }

  RestartablePostgres server() {
    return server;
  }

  void add(PickUp pickUp) {
    outbox.add(pickUp.completedAt(), pickUp);
  }

  /** Writes what has happened by then, if it can. */
  void write(Instant through) throws SQLException {
    if (!server.isUp()) {
      return;
    }
    List<PickUp> pickUps = outbox.take(through);
    try (Connection connection = PostgresServer.connect(server.url());
        PreparedStatement insert =
            connection.prepareStatement(Resource.text("insert_outbound.sql"))) {
      for (PickUp pickUp : pickUps) {
        insert.setString(1, "O-" + pickUp.parcelId());
        insert.setString(2, pickUp.parcelId());
        insert.setString(3, pickUp.storeId());
        insert.setString(4, pickUp.fate() == Fate.PREPAID ? "PREPAID" : "COD");
        insert.setLong(5, pickUp.dueMinor());
        insert.setObject(6, pickUp.requestedAt().atOffset(ZoneOffset.UTC));
        insert.setObject(7, pickUp.completedAt().atOffset(ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
