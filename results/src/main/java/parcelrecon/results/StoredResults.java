package parcelrecon.results;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parcelrecon.clock.ClockCount;
import parcelrecon.clock.ClockOffset;
import parcelrecon.clock.ClockPair;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.model.Store;
import parcelrecon.model.Utf8Order;
import parcelrecon.outcome.Outcome;
import parcelrecon.rule.JudgingContext;

/** The results of one settled run, read from the database; its totals are counted once. */
public final class StoredResults implements RunResults {

  private static final int FETCH_ROWS = 1_000;

  private final ResultsDatabase database;
  private final Jdbi jdbi;
  private final long run;
  private Totals totals;
  private Totals.Found found;
  private FirstFound firstFound;

  /**
   * @param run a run that is there
   */
  public StoredResults(ResultsDatabase database, long run) {
    this.database = database;
    this.jdbi = database.jdbi();
    this.run = run;
  }

  @Override
  public RunRow run() {
    return read(handle -> RunStore.required(handle, run));
  }

  @Override
  public JudgingContext context() {
    return new ContextStore(database)
        .find(run)
        .orElseThrow(() -> new IllegalStateException("run " + run + " was never judged"));
  }

  @Override
  public List<SourceRow> sources() {
    return read(
        handle -> new SourceCounts(handle, run, new ContextStore(database).find(run)).read());
  }

  @Override
  public synchronized Totals totals() {
    if (totals == null) {
      totals =
          read(
              handle ->
                  RunTotals.find(handle, run)
                      .orElseGet(() -> new ParcelCounts(handle, run).read()));
    }
    return totals;
  }

  @Override
  public Totals.Minutes minutes(int pointsMax) {
    return read(
        handle ->
            new Minutes(handle, run)
                .of(RunStore.required(handle, run).incident().window(), pointsMax));
  }

  @Override
  public List<Totals.StoreTotals> stores() {
    return read(handle -> new StoreCounts(handle, run).read());
  }

  @Override
  public List<Store> storeList() {
    return read(
        handle ->
            PlanStore.stores(handle, run).stream()
                .sorted(Comparator.comparing(Store::storeId, Utf8Order.COMPARATOR))
                .toList());
  }

  @Override
  public List<Totals.Stage> stages() {
    return read(
        handle ->
            handle
                .createQuery(Sql.of("stages"))
                .bind("run", run)
                .map(
                    (row, context) ->
                        new Totals.Stage(
                            row.getString("name"),
                            row.getLong("millis"),
                            row.getLong("stage_rows")))
                .list());
  }

  @Override
  public SortedMap<SourceName, String> snapshots() {
    SortedMap<SourceName, String> snapshots = new TreeMap<>();
    jdbi.useHandle(
        handle ->
            Rows.forEach(
                handle.createQuery(Sql.of("snapshots")).bind("run", run),
                row ->
                    snapshots.put(
                        SourceName.valueOf(row.getString("source")), row.getString("snapshot"))));
    return snapshots;
  }

  @Override
  public Totals.Receipts receipts() {
    return read(
        handle ->
            handle
                .createQuery(Sql.of("receipts"))
                .bind("run", run)
                .map(
                    (row, context) ->
                        new Totals.Receipts(
                            row.getLong("receipts"), row.getLong("receipt_parcels")))
                .one());
  }

  @Override
  public synchronized Totals.Found found() {
    if (found == null) {
      found = read(handle -> new ParcelCounts(handle, run).found());
    }
    return found;
  }

  @Override
  public Optional<RunResults> control() {
    return read(handle -> RunStore.control(handle, run))
        .map(control -> new StoredResults(database, control));
  }

  @Override
  public Optional<RunResults> firstFound() {
    return sinceFirstFound().shown().map(first -> new StoredResults(database, first));
  }

  @Override
  public Map<Outcome, Totals.Outcomes> outcomes() {
    return sinceFirstFound().outcomes();
  }

  @Override
  public long stillAffected() {
    return sinceFirstFound().stillAffected();
  }

  /**
   * Keeps what was counted of the parcels that another run first found, for whoever looks at the
   * run later.
   */
  public void keepFollowed() {
    sinceFirstFound().keep();
  }

  /**
   * Keeps the totals with the run. It has ended, and does not change any more, or is this process's
   * and has come to its outputs.
   */
  public void keepTotals() {
    Totals all = totals();
    if (run().state().hasResults()) {
      database.inTurn(
          handle -> {
            RunTotals.keep(handle, run, all);
            return null;
          });
    } else {
      database.write(run, handle -> RunTotals.keep(handle, run, all));
    }
  }

  @Override
  public List<OpenAt> openSeries() {
    return new IncidentRuns(database).seriesKnownTo(run());
  }

  @Override
  public void forEachFollowed(Consumer<Followed> parcel) {
    sinceFirstFound().forEach(parcel);
  }

  private synchronized FirstFound sinceFirstFound() {
    if (firstFound == null) {
      firstFound = new FirstFound(database, run);
    }
    return firstFound;
  }

  @Override
  public Optional<SortedMap<String, TieOut>> tieOut() {
    boolean hasPayments =
        new ContextStore(database)
            .find(run)
            .filter(context -> context.sources().has(SourceName.PAYMENTS))
            .isPresent();
    return hasPayments ? read(handle -> TieOutSums.read(handle, run)) : Optional.empty();
  }

  @Override
  public Map<ClockPair, ClockOffset> clocks() {
    List<ClockCount> counts =
        read(
            handle ->
                handle
                    .createQuery(Sql.of("clock_totals"))
                    .bind("run", run)
                    .map(
                        (row, context) ->
                            new ClockCount(
                                ClockPair.valueOf(row.getString("pair")),
                                row.getLong("difference_millis"),
                                row.getLong("pairs")))
                    .list());
    Map<ClockPair, ClockOffset> clocks = new EnumMap<>(ClockPair.class);
    for (ClockPair pair : ClockPair.values()) {
      ClockOffset.of(pair, counts).ifPresent(offset -> clocks.put(pair, offset));
    }
    return Collections.unmodifiableMap(clocks);
  }

  @Override
  public void forEachParcel(Consumer<ParcelRow> parcel) {
    jdbi.useHandle(
        handle ->
            MergedParcels.withMismatch(handle, run)
                .forEachRemaining(stored -> parcel.accept(stored.row())));
  }

  @Override
  public void forEachReject(Consumer<Reject> reject) {
    jdbi.useTransaction(
        handle -> {
          for (SourceName source : SourceName.values()) {
            handle
                .createQuery(Sql.of("rejects"))
                .bind("run", run)
                .bind("source", source.name())
                .setFetchSize(FETCH_ROWS)
                .map(
                    (row, context) ->
                        new Reject(
                            source,
                            Refs.read(row.getString("ref")).get(0),
                            row.getString("parcel_id"),
                            row.getString("reason"),
                            row.getString("row_text")))
                .forEach(reject);
          }
        });
  }

  private <T> T read(Function<Handle, T> reader) {
    return jdbi.withHandle(reader::apply);
  }
}
