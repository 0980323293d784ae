package parcelrecon.datafix;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import parcelrecon.report.datafix.change.DatafixSettings;

/** A site's outbound table: filled and read as the site would, without the product. */
record OutboundTable(TableShape shape, String url) {

  private static final List<String> WAYS_TO_MOVE =
      List.of(
          "update parcel_outbound set status = 'LOST'",
          "update parcel_outbound set row_version = row_version + 1",
          "update parcel_outbound set due = '2022-05-01 00:00:00'",
          "update parcel_outbound set row_version = 7, status = 'F', due = null",
          "delete from parcel_outbound");

  /**
   * @param id as the table gives it
   * @param deadline null when there is none
   */
  record Row(String id, String state, long version, Instant deadline, String note) {

    Row with(String newState, Instant newDeadline) {
      return new Row(id, newState, version + 1, newDeadline, note);
    }
  }

  static OutboundTable create(TableShape shape, String url, Collection<Row> rows)
      throws SQLException {
    OutboundTable table = new OutboundTable(shape, url);
    try (Connection connection = shape.server().connect(url)) {
      Server.run(connection, shape.createTable());
      connection.setAutoCommit(false);
      table.insert(connection, rows);
      connection.commit();
    }
    return table;
  }

  /** What the site's configuration says of it. */
  DatafixSettings settings() {
    return shape.settings(database());
  }

  String database() {
    return url.replaceAll("[;?].*", "").replaceAll(".*[/:]", "");
  }

  private void insert(Connection connection, Collection<Row> rows) throws SQLException {
    boolean hasDeadline = shape.deadlineType() != null;
    String sql =
        "insert into " + shape.table() + " values (?, ?, ?, ?" + (hasDeadline ? ", ?)" : ")");
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Row row : rows) {
        insert.setString(1, row.id());
        insert.setString(2, row.state());
        insert.setLong(3, row.version());
        if (hasDeadline) {
          insert.setObject(4, columnValue(row.deadline()));
        }
        insert.setString(hasDeadline ? 5 : 4, row.note());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private Object columnValue(Instant deadline) {
    if (deadline == null) {
      return null;
    }
    boolean takesOffset =
        shape.server() != Server.MARIADB && !shape.server().isLocal(shape.deadlineType());
    return takesOffset
        ? deadline.atOffset(ZoneOffset.UTC)
        : LocalDateTime.ofInstant(deadline, shape.zoneOfText());
  }

  /** All rows by their id. */
  Map<String, Row> rows() throws SQLException {
    String deadline = shape.deadlineType() == null ? "null" : shape.server().timeText("due");
    String sql =
        "select outbound_id, status, row_version, " + deadline + ", note from " + shape.table();
    try (Connection connection = shape.server().connect(url);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      Map<String, Row> rows = new TreeMap<>();
      while (result.next()) {
        Row row =
            new Row(
                result.getString(1),
                result.getString(2).stripTrailing(),
                result.getLong(3),
                instant(result.getString(4)),
                result.getString(5));
        rows.put(row.id(), row);
      }
      return rows;
    }
  }

  private Instant instant(String text) {
    return text == null
        ? null
        : LocalDateTime.parse(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .atZone(shape.zoneOfText())
            .toInstant();
  }

  /** Of every value of every row, in the order of the ids. */
  String checksum() throws SQLException {
    return checksum(rows().values());
  }

  static String checksum(Collection<Row> rows) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<Row> ordered = new ArrayList<>(rows);
      ordered.sort((a, b) -> a.id().compareTo(b.id()));
      ordered.forEach(row -> digest.update(row.toString().getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  long count(String where) throws SQLException {
    try (Connection connection = shape.server().connect(url);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select count(*) from " + shape.table() + " where " + where)) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Somebody else changes, or deletes, every twentieth of the rows, each in another way than the
   * one before.
   *
   * @return the ids of those
   */
  Set<String> moveOneInTwenty(List<String> ids) throws SQLException {
    Set<String> moved = new TreeSet<>();
    for (int at = 0; at < ids.size(); at += 20) {
      moved.add(ids.get(at));
      String way = WAYS_TO_MOVE.get(at / 20 % WAYS_TO_MOVE.size());
      run(way + " where outbound_id = '" + ids.get(at) + "'");
    }
    return moved;
  }

  /** Runs statements as the site does, each on its own. */
  void run(String... statements) throws SQLException {
    try (Connection connection = shape.server().connect(url)) {
      Server.run(connection, statements);
    }
  }
}
