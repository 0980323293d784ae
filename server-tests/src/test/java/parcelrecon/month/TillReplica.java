package parcelrecon.month;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import parcelrecon.server.MariaDbServer;

/** Where payments are reported from: a MariaDB that says how far it follows the tills. */
final class TillReplica {

  private record Payment(PickUp pickUp, int number) {}

  private final String url;
  private final Outbox<Payment> outbox = new Outbox<>();
  private Instant through;
  private boolean follows = true;

  TillReplica(Instant beginning) throws SQLException {
    url = MariaDbServer.shared().newDatabase();
    through = beginning;
    try (Connection connection = MariaDbServer.connect(url);
        Statement statement = connection.createStatement()) {
      for (String one : Resource.text("create_till.sql").split(";\n")) {
        statement.execute(one);
      }
    }
  }

  String url() {
    return url;
  }

  /** Up to when it has what the tills took. */
  Instant through() {
    return through;
  }

  void stopFollowing() {
    follows = false;
  }

  void followAgain() {
    follows = true;
  }

  void add(PickUp pickUp) {
    for (int number = 1; number <= pickUp.fate().payments(); number++) {
      outbox.add(pickUp.paidAt(), new Payment(pickUp, number));
    }
  }

  /** Follows the tills up to then, if it does. */
  void write(Instant now) throws SQLException {
    if (!follows) {
      return;
    }
    through = now;
    try (Connection connection = MariaDbServer.connect(url);
        PreparedStatement insert = connection.prepareStatement(Resource.text("insert_till.sql"));
        PreparedStatement beat = connection.prepareStatement(Resource.text("beat_till.sql"))) {
      for (Payment payment : outbox.take(now)) {
        insert.setString(1, payment.pickUp().parcelId());
        insert.setString(2, "M-" + payment.pickUp().parcelId() + "-" + payment.number());
        insert.setLong(3, payment.pickUp().dueMinor());
        insert.setObject(4, utc(payment.pickUp().paidAt()));
        insert.addBatch();
      }
      insert.executeBatch();
      beat.setObject(1, utc(now));
      beat.execute();
    }
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
