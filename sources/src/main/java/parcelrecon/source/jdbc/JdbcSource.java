package parcelrecon.source.jdbc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.source.KeyLookup;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.RecordSink;
import parcelrecon.source.SourceLook;
import parcelrecon.source.SourcePlan;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Jdbc;
import parcelrecon.source.Split;
import parcelrecon.source.mapping.RowMapping;
import parcelrecon.source.mapping.RowReceiver;
import parcelrecon.source.mapping.RowSource;

/**
 * A database, read by the site's own statements. All splits are read in one snapshot, opened at the
 * first need and kept until the source is closed; parcels are looked up by key in a later one.
 */
public final class JdbcSource implements RowSource {

  /**
   * What a database is planned as, since only running the statement could tell its size: enough
   * partitions for millions of rows, few enough for some hundred.
   */
  private static final long PLANNED_BYTES = 128L << 20;

  private final SourceSettings settings;
  private final RowMapping mapping;
  private final TableRef refs;
  private final DatabaseProblems problems;
  private final SiteStatements statements;
  private final Jdbc jdbc;
  private final Snapshots first;
  private final Snapshots later;

  /**
   * @throws parcelrecon.problem.ProblemException CONFIGURATION for a URL that could create, run or
   *     write something
   */
  public JdbcSource(SourceSettings settings, Jdbc jdbc) {
    this(settings, jdbc, Limits.STANDARD);
  }

  JdbcSource(SourceSettings settings, Jdbc jdbc, Limits limits) {
    String where = "sources." + settings.name().text();
    JdbcUrl url = JdbcUrl.of(jdbc.url(), where);
    this.settings = settings;
    this.mapping = new RowMapping(settings);
    this.refs = new TableRef(settings);
    this.problems = new DatabaseProblems(where, url.shown(), limits);
    this.statements = SiteStatements.of(jdbc, problems);
    this.jdbc = jdbc;
    Database database = new Database(url, jdbc, settings.zone(), limits, problems);
    this.first = new Snapshots(database, jdbc.ranges());
    this.later = new Snapshots(database, 1);
  }

  @Override
  public SourceName name() {
    return settings.name();
  }

  @Override
  public String type() {
    return settings.reader().type();
  }

  @Override
  public SourceLook look(Window window) {
    return first.with(snapshot -> look(window, snapshot));
  }

  private SourceLook look(Window window, Snapshot snapshot) {
    statements.check(snapshot.session(), siteColumns());
    ReadRange range = ReadRange.of(window, jdbc);
    List<Reason> reasons = new ArrayList<>();
    reasons.add(Reason.of(Code.ONE_SNAPSHOT, range.from(), range.to()));
    if (statements.byKey().isEmpty()) {
      reasons.add(Reason.of(Code.NO_BY_KEY));
    }
    Freshness freshness = freshness(snapshot);
    freshness.reason(window, snapshot.at()).ifPresent(reasons::add);
    return new SourceLook(
        problems.url(),
        statements.files(),
        reasons,
        Optional.of(freshness.reaches(snapshot.at())),
        List.of());
  }

  /** A heartbeat tells more than a database that only sees what reached it. */
  private Freshness freshness(Snapshot snapshot) {
    return statements
        .heartbeat()
        .map(statement -> new Heartbeat(statement, mapping, problems).read(snapshot.session()))
        .orElse(snapshot.freshness());
  }

  @Override
  public SourcePlan plan(PlanRequest request) {
    return first.with(snapshot -> plan(request, snapshot));
  }

  private SourcePlan plan(PlanRequest request, Snapshot snapshot) {
    SourceLook look = look(request.window(), snapshot);
    return new SourcePlan(
        splits(request.window()),
        look.reasons(),
        dayTotal(snapshot.session(), ReadRange.daysOf(request.window())),
        name() == SourceName.PAYMENTS
            ? settings.completeThrough().or(look::reaches)
            : Optional.empty(),
        List.of());
  }

  /** Of all that a database holds nobody knows where the middle is. */
  private List<Split> splits(Window window) {
    List<ReadRange> ranges = ReadRange.of(window, jdbc).cut(window.isAll() ? 1 : jdbc.ranges());
    List<Split> splits = new ArrayList<>();
    for (ReadRange range : ranges) {
      splits.add(new Split(name(), splits.size(), PLANNED_BYTES / ranges.size(), range.asSplit()));
    }
    return splits;
  }

  /** An outbound found twice is told by its id, so a source asked by key must have one. */
  private Set<String> siteColumns() {
    Set<String> columns = new HashSet<>(mapping.siteColumns());
    if (name() == SourceName.OUTBOUND && statements.byKey().isPresent()) {
      columns.addAll(refs.site("outbound_id"));
    }
    return columns;
  }

  private OptionalLong dayTotal(Session session, ReadRange days) {
    return statements
        .dayTotal()
        .map(statement -> new DayTotal(statement, problems))
        .map(total -> total.count(session, Bounds.of(days, settings, session.dialect())))
        .orElse(OptionalLong.empty());
  }

  @Override
  public List<Reason> read(Split split, RecordSink sink) {
    return readRows(split, mapping.into(sink));
  }

  @Override
  public List<Reason> readRows(Split split, RowReceiver rows) {
    ReadRange range = ReadRange.of(split);
    return first.with(
        snapshot -> {
          Session session = snapshot.session();
          Bounds bounds = Bounds.of(range, settings, session.dialect());
          session.use(bounds);
          try (Query reading = statements.query().on(session)) {
            reading.bind("from", bounds.from()).bind("to", bounds.to());
            scan(statements.query()).hand(session, reading, rows);
          }
          return List.of();
        });
  }

  @Override
  public Optional<String> snapshot() {
    return first.with(Snapshot::name);
  }

  private RowScan scan(SiteStatement statement) {
    return new RowScan(statement, siteColumns(), refs, problems);
  }

  @Override
  public Optional<KeyLookup> byKey() {
    return statements
        .byKey()
        .map(statement -> (parcelIds, sink) -> lookUp(statement, parcelIds, sink));
  }

  private void lookUp(SiteStatement statement, List<String> parcelIds, RecordSink sink) {
    if (parcelIds.isEmpty() || parcelIds.size() > KeyLookup.PARCELS_MAX) {
      throw new IllegalArgumentException(parcelIds.size() + " parcels in one look-up");
    }
    later.with(
        snapshot -> {
          try (Query reading = statement.on(snapshot.session())) {
            reading.bindList("parcel_ids", parcelIds);
            scan(statement)
                .hand(snapshot.session(), reading, mapping.into(new AskedParcels(parcelIds, sink)));
          }
          return null;
        });
  }

  @Override
  public void close() {
    first.close();
    later.close();
  }
}
