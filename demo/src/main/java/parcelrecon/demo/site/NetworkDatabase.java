package parcelrecon.demo.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import parcelrecon.demo.story.IncidentDay;
import parcelrecon.demo.story.Term;
import parcelrecon.demo.story.Timeline;
import parcelrecon.demo.story.Written.OutboundRow;
import parcelrecon.demo.story.Written.PickUpState;

/** The outbound system's database: an H2 file with the table of pick-ups and other movements. */
final class NetworkDatabase {

  private static final int BATCH_ROWS = 2_000;

  /** Written once and then only read, so nothing need be safe before it is closed. */
  private static final String IN_ONE_GO = ";CACHE_SIZE=65536;WRITE_DELAY=10000";

  /** One parcel brought in for so many picked up. */
  private static final int ROWS_PER_DROP_OFF = 60;

  private final PreparedStatement insert;
  private int inserted;

  private NetworkDatabase(PreparedStatement insert) {
    this.insert = insert;
  }

  static void write(Path folder, IncidentDay day) {
    String url = "jdbc:h2:file:" + folder.toAbsolutePath().resolve("network") + IN_ONE_GO;
    try {
      Files.createDirectories(folder);
      try (Connection connection = DriverManager.getConnection(url, "network", "network");
          Statement statement = connection.createStatement()) {
        statement.execute(SiteResource.text("sql/create_outbound.sql"));
        connection.setAutoCommit(false);
        insert(connection, day);
        connection.setAutoCommit(true);
        statement.execute(SiteResource.text("sql/index_outbound.sql"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("database not written: " + url, e);
    }
  }

  private static void insert(Connection connection, IncidentDay day) throws SQLException {
    String text = SiteResource.text("sql/insert_outbound.sql");
    try (PreparedStatement insert = connection.prepareStatement(text)) {
      NetworkDatabase database = new NetworkDatabase(insert);
      int rows = 0;
      for (OutboundRow row : day.records().outbounds()) {
        database.add(row, "PICKUP");
        if (++rows % ROWS_PER_DROP_OFF == 0) {
          database.add(broughtIn(row), "DROP_OFF");
        }
      }
      insert.executeBatch();
      connection.commit();
    }
  }

  private void add(OutboundRow row, String movement) throws SQLException {
    insert.setString(1, row.outboundId());
    insert.setString(2, row.parcelId());
    insert.setString(3, movement);
    insert.setString(4, row.shopId());
    insert.setString(5, "OD-" + row.parcelId().substring(2));
    insert.setString(6, row.checkoutId());
    insert.setString(7, row.term() == Term.COD ? "PAY_AT_STORE" : "PAID_ONLINE");
    insert.setBigDecimal(8, BigDecimal.valueOf(row.dueMinor(), 2));
    insert.setString(9, "TWD");
    insert.setString(10, row.state().name());
    insert.setObject(11, local(row.requestedAt()));
    insert.setObject(12, local(row.completedAt()));
    insert.setObject(13, local(row.pickupDeadline()));
    insert.setObject(14, local(row.payoutAt()));
    insert.setInt(15, row.rowVersion());
    insert.addBatch();
    if (++inserted % BATCH_ROWS == 0) {
      insert.executeBatch();
      insert.getConnection().commit();
    }
  }

  /** A parcel brought in at the same moment, which is no pick-up. */
  private static OutboundRow broughtIn(OutboundRow row) {
    return new OutboundRow(
        row.outboundId().replace("OB-", "IN-"),
        "DP" + row.parcelId().substring(2),
        row.shopId(),
        null,
        Term.PREPAID,
        0,
        PickUpState.PICKED_UP,
        row.requestedAt(),
        row.requestedAt(),
        null,
        null,
        1);
  }

  private static LocalDateTime local(Instant instant) {
    return instant == null ? null : LocalDateTime.ofInstant(instant, Timeline.ZONE);
  }
}
