package parcelrecon.source.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.source.CollectingSink;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.SourcePlan;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Amounts;
import parcelrecon.source.SourceSettings.Calls;
import parcelrecon.source.SourceSettings.Jdbc;
import parcelrecon.source.SourceSettings.Mapping;
import parcelrecon.source.SourceSettings.Sql;
import parcelrecon.source.SourceSettings.Times;

/** A site's database file, its statements, and the source that reads it. */
final class H2Site {

  static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
  static final Window WINDOW =
      new Window(
          Instant.parse("2022-04-13T11:33:00Z"), Instant.parse("2022-04-13T12:22:00Z"), TAIPEI);

  private final String url;
  private SourceName name = SourceName.OUTBOUND;
  private String password = "p4ssw0rd";
  private boolean zoneIsOwn;
  private final Map<String, List<String>> columns = new HashMap<>();
  private String query;
  private String byKey;
  private String dayTotal;
  private String suffix = "";
  private String file;

  H2Site(Path folder) {
    this.url = "jdbc:h2:file:" + folder.resolve("network");
    this.file = url;
  }

  /** A connection of the site's own, which writes. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, "recon", "p4ssw0rd");
  }

  H2Site run(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return this;
  }

  H2Site of(SourceName source) {
    name = source;
    return this;
  }

  H2Site query(String sql) {
    query = sql;
    return this;
  }

  H2Site byKey(String sql) {
    byKey = sql;
    return this;
  }

  H2Site dayTotal(String sql) {
    dayTotal = sql;
    return this;
  }

  H2Site password(String wrong) {
    password = wrong;
    return this;
  }

  H2Site withUrl(String whole) {
    file = whole;
    return this;
  }

  H2Site withSettings(String settings) {
    suffix = settings;
    return this;
  }

  H2Site column(String column, String theirs) {
    columns.put(column, List.of(theirs));
    return this;
  }

  /** As if the source itself set the zone. */
  H2Site ownZone() {
    zoneIsOwn = true;
    return this;
  }

  JdbcSource source() {
    Jdbc jdbc =
        new Jdbc(
            file + suffix,
            Optional.of("recon"),
            Optional.of(password),
            new Sql("sql/rows.sql", query),
            Optional.ofNullable(byKey).map(text -> new Sql("sql/by_key.sql", text)),
            Optional.ofNullable(dayTotal).map(text -> new Sql("sql/day_total.sql", text)),
            Optional.empty(),
            1,
            Duration.ofHours(1),
            Duration.ofDays(7));
    Mapping mapping =
        new Mapping(
            Map.copyOf(columns),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Amounts.STANDARD,
            Times.STANDARD,
            Calls.STANDARD,
            "TWD",
            "");
    return new JdbcSource(
        new SourceSettings(
            name, Path.of("/site"), jdbc, mapping, TAIPEI, zoneIsOwn, true, Optional.empty()),
        jdbc);
  }

  SourcePlan plan() {
    try (JdbcSource source = source()) {
      return plan(source);
    }
  }

  static SourcePlan plan(JdbcSource source) {
    return source.plan(new PlanRequest(WINDOW, 1 << 20));
  }

  CollectingSink readAll() {
    try (JdbcSource source = source()) {
      return readAll(source);
    }
  }

  static CollectingSink readAll(JdbcSource source) {
    CollectingSink sink = new CollectingSink();
    List<Reason> learnt = source.read(plan(source).splits().get(0), sink);
    if (!learnt.isEmpty()) {
      throw new AssertionError(learnt);
    }
    return sink;
  }
}
