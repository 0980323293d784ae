package parcelrecon.datafix;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import parcelrecon.report.datafix.change.DatafixSettings.Dialect;
import parcelrecon.server.MariaDbServer;
import parcelrecon.server.PostgresServer;

/** The servers that scripts are run on, with the kinds of tables that sites have in them. */
enum Server {
  POSTGRESQL(
      Dialect.POSTGRESQL,
      List.of("varchar(60)", "char(60)", "text", "varchar(60) collate \"C\""),
      List.of("timestamptz", "timestamp", "timestamp(0)", "timestamptz(3)"),
      List.of("Asia/Taipei", "Asia/Kathmandu", "UTC", "GMT+8", "America/New_York")),
  MARIADB(
      Dialect.MARIADB,
      List.of(
          "varchar(60) character set utf8mb4 collate utf8mb4_general_ci",
          "varchar(60) character set utf8mb4 collate utf8mb4_unicode_ci",
          "varchar(60) character set utf8mb4 collate utf8mb4_bin",
          "char(60) character set gbk",
          "varbinary(200)"),
      List.of("datetime(6)", "timestamp(6) null", "datetime", "timestamp null"),
      List.of("Asia/Taipei", "Asia/Kathmandu", "UTC", "GMT+8")),
  H2(
      Dialect.H2,
      List.of("varchar(60)", "char(60)", "varchar_ignorecase(60)"),
      List.of("timestamp with time zone", "timestamp", "timestamp(0)", "timestamp(9)"),
      List.of("Asia/Taipei", "Asia/Kathmandu", "UTC", "GMT+8", "America/New_York"));

  private static final AtomicInteger H2_DATABASES = new AtomicInteger();

  private final Dialect dialect;
  private final List<String> textTypes;
  private final List<String> timeTypes;
  private final List<String> zones;

  Server(Dialect dialect, List<String> textTypes, List<String> timeTypes, List<String> zones) {
    this.dialect = dialect;
    this.textTypes = textTypes;
    this.timeTypes = timeTypes;
    this.zones = zones;
  }

  Dialect dialect() {
    return dialect;
  }

  List<String> textTypes() {
    return textTypes;
  }

  List<String> timeTypes() {
    return timeTypes;
  }

  List<String> zones() {
    return zones;
  }

  /** The URL of a new, empty database. */
  String newDatabase() {
    return switch (this) {
      case POSTGRESQL -> PostgresServer.shared().newDatabase();
      case MARIADB -> MariaDbServer.shared().newDatabase();
      case H2 -> "jdbc:h2:mem:site" + H2_DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
    };
  }

  /** As the site's owner, in UTC. */
  Connection connect(String url) throws SQLException {
    Connection connection =
        switch (this) {
          case POSTGRESQL -> PostgresServer.connect(url);
          case MARIADB -> MariaDbServer.connect(url);
          case H2 -> DriverManager.getConnection(url, "sa", "");
        };
    run(connection, this == MARIADB ? "set time_zone = '+00:00'" : "set time zone 'UTC'");
    return connection;
  }

  static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Whether a column of the type holds local times, not instants. */
  boolean isLocal(String timeType) {
    return switch (this) {
      case POSTGRESQL -> !timeType.startsWith("timestamptz");
      case MARIADB -> timeType.startsWith("datetime");
      case H2 -> !timeType.endsWith("time zone");
    };
  }

  /** Whether the session's zone says which instant a literal means to a column of the type. */
  boolean mindsTheSessionsZone(String timeType) {
    return switch (this) {
      case POSTGRESQL -> false;
      case MARIADB -> !isLocal(timeType);
      case H2 -> isLocal(timeType);
    };
  }

  /** Makes every update of the outbound table add one to the version of its own. */
  String[] bumpingTrigger() {
    return switch (this) {
      case POSTGRESQL ->
          new String[] {
            "create function bump() returns trigger language plpgsql as"
                + " $$ begin new.row_version := new.row_version + 1; return new; end $$",
            "create trigger bump before update on parcel_outbound"
                + " for each row execute function bump()"
          };
      case MARIADB ->
          new String[] {
            "create trigger bump before update on parcel_outbound"
                + " for each row set new.row_version = new.row_version + 1"
          };
      case H2 ->
          new String[] {
            "create trigger bump before update on parcel_outbound for each row call \""
                + BumpingTrigger.class.getName()
                + "\""
          };
    };
  }

  /** A time column as text in ISO-8601 without an offset; instants in UTC. */
  String timeText(String column) {
    return switch (this) {
      case POSTGRESQL -> "to_char(" + column + ", 'YYYY-MM-DD\"T\"HH24:MI:SS.US')";
      case MARIADB -> "date_format(" + column + ", '%Y-%m-%dT%H:%i:%s.%f')";
      case H2 ->
          "formatdatetime(cast("
              + column
              + " as timestamp(9)), 'yyyy-MM-dd''T''HH:mm:ss.SSSSSSSSS')";
    };
  }
}
