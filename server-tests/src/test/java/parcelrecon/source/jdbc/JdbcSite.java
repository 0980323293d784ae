package parcelrecon.source.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.Window;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.RecordSink;
import parcelrecon.source.SourcePlan;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Amounts;
import parcelrecon.source.SourceSettings.Calls;
import parcelrecon.source.SourceSettings.Jdbc;
import parcelrecon.source.SourceSettings.Mapping;
import parcelrecon.source.SourceSettings.Sql;
import parcelrecon.source.SourceSettings.Times;
import parcelrecon.source.Split;

/** A site's database, its statements, and the source that reads it. */
final class JdbcSite {

  static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
  static final Instant FROM = Instant.parse("2022-04-13T11:33:00Z");
  static final Instant TO = Instant.parse("2022-04-13T12:22:00Z");

  final SiteDatabase database;
  private final String url;
  private SourceName source = SourceName.OUTBOUND;
  private Window window = new Window(FROM, TO, TAIPEI);
  private String settings = "";
  private String user;
  private String password;
  private ZoneId zone = TAIPEI;
  private boolean zoneIsOwn;
  private String query = "";
  private String byKey;
  private String dayTotal;
  private String heartbeat;
  private int ranges = 1;
  private Limits limits = Limits.STANDARD;

  JdbcSite(SiteDatabase database) {
    this(database, database.newUrl());
  }

  JdbcSite(SiteDatabase database, String url) {
    this.database = database;
    this.url = url;
    this.user = database.user();
    this.password = database.password();
  }

  String url() {
    return url;
  }

  /** Of the database, as its server calls it. */
  String name() {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  Connection connect() throws SQLException {
    return database.connect(url);
  }

  JdbcSite run(String... statements) throws SQLException {
    try (Connection connection = connect()) {
      SiteDatabase.run(connection, statements);
    }
    return this;
  }

  JdbcSite of(SourceName name) {
    source = name;
    return this;
  }

  JdbcSite window(String from, String to) {
    window = new Window(Instant.parse(from), Instant.parse(to), zone);
    return this;
  }

  JdbcSite all() {
    window = Window.all(zone);
    return this;
  }

  JdbcSite login(String otherUser, String otherPassword) {
    user = otherUser;
    password = otherPassword;
    return this;
  }

  JdbcSite withSettings(String suffix) {
    settings = suffix;
    return this;
  }

  JdbcSite zone(String id, boolean isOwn) {
    zone = ZoneId.of(id);
    zoneIsOwn = isOwn;
    window = new Window(window.from(), window.to(), zone);
    return this;
  }

  JdbcSite query(String sql) {
    query = sql;
    return this;
  }

  JdbcSite byKey(String sql) {
    byKey = sql;
    return this;
  }

  JdbcSite dayTotal(String sql) {
    dayTotal = sql;
    return this;
  }

  JdbcSite heartbeat(String sql) {
    heartbeat = sql;
    return this;
  }

  JdbcSite ranges(int count) {
    ranges = count;
    return this;
  }

  JdbcSite limits(Duration statement, Duration lock) {
    limits = new Limits(statement, lock);
    return this;
  }

  JdbcSource source() {
    Jdbc jdbc = jdbc();
    return new JdbcSource(settings(jdbc), jdbc, limits);
  }

  /** The same database as the table that datafixes change. */
  TableRows table(RowNames names) {
    Jdbc jdbc = jdbc();
    return new TableRows(settings(jdbc), jdbc, names, limits);
  }

  private Jdbc jdbc() {
    return new Jdbc(
        url + settings,
        Optional.of(user),
        Optional.of(password),
        new Sql("sql/rows.sql", query),
        Optional.ofNullable(byKey).map(text -> new Sql("sql/by_key.sql", text)),
        Optional.ofNullable(dayTotal).map(text -> new Sql("sql/day_total.sql", text)),
        Optional.ofNullable(heartbeat).map(text -> new Sql("sql/heartbeat.sql", text)),
        ranges,
        Duration.ofHours(1),
        Duration.ofDays(7));
  }

  private SourceSettings settings(Jdbc jdbc) {
    Mapping mapping =
        new Mapping(
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Amounts.STANDARD,
            Times.STANDARD,
            Calls.STANDARD,
            "TWD",
            "");
    return new SourceSettings(
        source, Path.of("/site"), jdbc, mapping, zone, zoneIsOwn, true, Optional.empty());
  }

  SourcePlan plan() {
    try (JdbcSource source = source()) {
      return plan(source);
    }
  }

  SourcePlan plan(JdbcSource source) {
    return source.plan(new PlanRequest(window, 1 << 20));
  }

  Rows readAll() {
    try (JdbcSource source = source()) {
      return readAll(source);
    }
  }

  Rows readAll(JdbcSource source) {
    Rows rows = new Rows();
    for (Split split : plan(source).splits()) {
      source.read(split, rows);
    }
    return rows;
  }

  static Rows lookUp(JdbcSource source, String... parcelIds) {
    Rows rows = new Rows();
    source.byKey().orElseThrow().lookUp(List.of(parcelIds), rows);
    return rows;
  }

  /** All that came, in the order it came. */
  static class Rows implements RecordSink {

    final List<SourceRecord> accepted = new ArrayList<>();
    final List<Reject> rejected = new ArrayList<>();

    @Override
    public void accept(SourceRecord row) {
      accepted.add(row);
    }

    @Override
    public void reject(Reject reject) {
      rejected.add(reject);
    }

    @Override
    public void filter() {
      throw new AssertionError("nothing is left out");
    }

    List<String> parcels() {
      if (!rejected.isEmpty()) {
        throw new AssertionError(rejected);
      }
      return accepted.stream().map(SourceRecord::parcelId).toList();
    }
  }
}
