package parcelrecon.source.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
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
import parcelrecon.source.mapping.EventStamp;
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
  private final SiteStatement query;
  private final Optional<SiteStatement> byKey;
  private final Optional<SiteStatement> dayTotal;
  private final KeptSnapshot first;
  private final KeptSnapshot later;

  /**
   * @throws parcelrecon.problem.ProblemException CONFIGURATION for a URL that could create, run or
   *     write something
   */
  public JdbcSource(SourceSettings settings, Jdbc jdbc) {
    String where = "sources." + settings.name().text();
    JdbcUrl url = JdbcUrl.of(jdbc.url(), where);
    this.settings = settings;
    this.mapping = new RowMapping(settings);
    this.refs = new TableRef(settings);
    this.problems = new DatabaseProblems(where, url.shown());
    this.query = SiteStatement.named(jdbc.query(), Set.of("from", "to"), problems);
    this.byKey = jdbc.byKey().map(sql -> SiteStatement.byKey(sql, problems));
    this.dayTotal =
        jdbc.dayTotal()
            .map(sql -> SiteStatement.named(sql, Set.of("day_from", "day_to"), problems));
    Supplier<Snapshot> opening = () -> Snapshot.open(url, jdbc, settings.zone(), problems);
    this.first = new KeptSnapshot(opening);
    this.later = new KeptSnapshot(opening);
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
    query.check(snapshot.handle(), siteColumns());
    byKey.ifPresent(statement -> statement.check(snapshot.handle(), siteColumns()));
    dayTotal.ifPresent(statement -> statement.check(snapshot.handle(), Set.of()));
    ReadRange range = ReadRange.of(window, (Jdbc) settings.reader());
    Reason read = Reason.of(Code.ONE_SNAPSHOT, range.from(), range.to());
    return new SourceLook(
        problems.url(),
        Stream.of(Optional.of(query), byKey, dayTotal)
            .flatMap(Optional::stream)
            .map(SiteStatement::file)
            .toList(),
        byKey.isPresent() ? List.of(read) : List.of(read, Reason.of(Code.NO_BY_KEY)),
        Optional.of(snapshot.at()),
        List.of());
  }

  @Override
  public SourcePlan plan(PlanRequest request) {
    return first.with(snapshot -> plan(request, snapshot));
  }

  private SourcePlan plan(PlanRequest request, Snapshot snapshot) {
    SourceLook look = look(request.window(), snapshot);
    ReadRange range = ReadRange.of(request.window(), (Jdbc) settings.reader());
    return new SourcePlan(
        List.of(new Split(name(), 0, PLANNED_BYTES, range.asSplit())),
        look.reasons(),
        dayTotal(snapshot, ReadRange.daysOf(request.window())),
        name() == SourceName.PAYMENTS
            ? settings.completeThrough().or(look::reaches)
            : Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** An outbound found twice is told by its id, so a source asked by key must have one. */
  private Set<String> siteColumns() {
    Set<String> columns = new HashSet<>(mapping.siteColumns());
    if (name() == SourceName.OUTBOUND && byKey.isPresent()) {
      columns.addAll(refs.site("outbound_id"));
    }
    return columns;
  }

  private OptionalLong dayTotal(Snapshot snapshot, ReadRange days) {
    if (dayTotal.isEmpty()) {
      return OptionalLong.empty();
    }
    SiteStatement statement = dayTotal.get();
    try (Query counting = statement.on(snapshot.handle())) {
      Optional<BigDecimal> count =
          counting
              .bind("day_from", bound(days.from()))
              .bind("day_to", bound(days.to()))
              .mapTo(BigDecimal.class)
              .findFirst();
      return count
          .map(BigDecimal::longValueExact)
          .map(OptionalLong::of)
          .orElse(OptionalLong.empty());
    } catch (JdbiException e) {
      throw problems.failed(statement.file(), e);
    } catch (ArithmeticException e) {
      throw problems.wrongStatement(statement.file(), "the day's total is not a whole number");
    }
  }

  private Object bound(Instant instant) {
    return ReadRange.bound(instant, settings);
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
          try (Query reading = query.on(snapshot.handle())) {
            reading.bind("from", bound(range.from())).bind("to", bound(range.to()));
            hand(reading, query.file(), rows);
          }
          return List.of();
        });
  }

  private void hand(Query reading, String file, RowReceiver rows) {
    try {
      reading.scanResultSet(
          (results, context) -> {
            hand(results.get(), file, rows);
            return null;
          });
    } catch (JdbiException e) {
      throw problems.failed(file, e);
    }
  }

  private void hand(ResultSet results, String file, RowReceiver rows) {
    try {
      ResultColumns columns = ResultColumns.of(results.getMetaData());
      columns.check(siteColumns(), file, problems);
      while (results.next()) {
        JdbcRow row = JdbcRow.of(columns, results);
        if (row.damage() == null) {
          rows.row(row, refs.of(row), EventStamp.NONE);
        } else {
          rows.broken(row, refs.of(row), row.damage());
        }
      }
    } catch (SQLException e) {
      throw problems.failed(file, e);
    }
  }

  @Override
  public Optional<KeyLookup> byKey() {
    return byKey.map(statement -> (parcelIds, sink) -> lookUp(statement, parcelIds, sink));
  }

  private void lookUp(SiteStatement statement, List<String> parcelIds, RecordSink sink) {
    if (parcelIds.isEmpty() || parcelIds.size() > KeyLookup.PARCELS_MAX) {
      throw new IllegalArgumentException(parcelIds.size() + " parcels in one look-up");
    }
    later.with(
        snapshot -> {
          try (Query reading = statement.on(snapshot.handle())) {
            reading.bindList("parcel_ids", parcelIds);
            hand(reading, statement.file(), mapping.into(sink));
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
