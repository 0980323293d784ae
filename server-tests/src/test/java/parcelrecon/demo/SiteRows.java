package parcelrecon.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Rows of the demo's site, taken from where it keeps them, to be written in another kind of source.
 *
 * @param values in the order of the columns; texts, numbers and local times as the source has them
 */
record SiteRows(String table, List<String> columns, List<Object[]> values) {

  private static final int BATCH_ROWS = 2_000;
  private static final DateTimeFormatter TILL_TIME =
      DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss");

  private static final List<String> OUTBOUND =
      List.of(
          "outbound_id",
          "parcel_id",
          "movement",
          "store_id",
          "order_id",
          "checkout_id",
          "payment_method",
          "amount_due",
          "currency",
          "status",
          "requested_at",
          "completed_at",
          "pickup_deadline",
          "payout_at",
          "row_version");

  /** The table's columns, and what the till calls them. */
  private static final List<String> TILL =
      List.of("批次", "流水號", "物流單號", "金額", "幣別", "付款時間", "狀態", "類型", "交易別", "通路");

  private static final List<String> SETTLEMENT =
      List.of(
          "batch",
          "serial",
          "parcel_id",
          "amount",
          "currency",
          "paid_at",
          "status",
          "type",
          "direction",
          "channel");

  /** Of the outbound system's database. */
  static SiteRows outbound(Path site) {
    String url = "jdbc:h2:file:" + site.resolve("database/network") + ";IFEXISTS=TRUE";
    String sql = "select " + String.join(", ", OUTBOUND) + " from parcel_outbound";
    List<Object[]> values = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, "network", "network");
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        values.add(outboundRow(rows));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new SiteRows("parcel_outbound", OUTBOUND, values);
  }

  private static Object[] outboundRow(ResultSet rows) throws SQLException {
    Object[] row = new Object[OUTBOUND.size()];
    for (int i = 0; i < row.length; i++) {
      boolean isTime = OUTBOUND.get(i).endsWith("_at") || OUTBOUND.get(i).endsWith("_deadline");
      row[i] = isTime ? rows.getObject(i + 1, LocalDateTime.class) : rows.getObject(i + 1);
    }
    return row;
  }

  /** Of the till's files, in their order: times as times, all else as the till wrote it. */
  static SiteRows settlement(Path site) {
    List<Object[]> values = new ArrayList<>();
    try (Stream<Path> files = Files.list(site.resolve("settlement"))) {
      for (Path file : files.sorted().toList()) {
        read(file, values);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SiteRows("settlement", SETTLEMENT, values);
  }

  private static void read(Path file, List<Object[]> values) throws IOException {
    boolean isZipped = file.toString().endsWith(".gz");
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = isZipped ? new GZIPInputStream(bytes) : bytes;
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord line : csv) {
        values.add(TILL.stream().map(column -> till(line, column)).toArray());
      }
    }
  }

  private static Object till(NamedCsvRecord line, String column) {
    String text = line.getField(column);
    return column.equals("付款時間") ? LocalDateTime.parse(text, TILL_TIME) : text;
  }

  int index(String column) {
    return columns.indexOf(column);
  }

  /**
   * Makes their table and fills it.
   *
   * @param statements what stands after a line {@code -- filled} is run when all rows are there
   */
  void into(Connection connection, String statements) throws SQLException {
    String[] parts = statements.split("-- filled\n", 2);
    run(connection, parts[0]);
    connection.setAutoCommit(false);
    insert(connection);
    connection.commit();
    connection.setAutoCommit(true);
    run(connection, parts[1]);
  }

  private static void run(Connection connection, String statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (String one : statements.split(";")) {
        if (!one.isBlank()) {
          statement.execute(one);
        }
      }
    }
  }

  private void insert(Connection connection) throws SQLException {
    String marks = String.join(", ", columns.stream().map(column -> "?").toList());
    String sql =
        "insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks + ")";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int rows = 0;
      for (Object[] row : values) {
        for (int i = 0; i < row.length; i++) {
          insert.setObject(i + 1, row[i]);
        }
        insert.addBatch();
        if (++rows % BATCH_ROWS == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }
}
