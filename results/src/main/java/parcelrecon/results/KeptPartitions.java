package parcelrecon.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import parcelrecon.clock.ClockCount;
import parcelrecon.clock.ClockPair;
import parcelrecon.model.SourceName;
import parcelrecon.model.Utf8Order;
import parcelrecon.results.PartitionTotals.SourceTotals;
import parcelrecon.results.PartitionTotals.StoreOutbounds;
import parcelrecon.results.Totals.Minute;
import parcelrecon.rule.CodBalance;
import parcelrecon.spill.UnlistedBlock;
import parcelrecon.spill.UnlistedWriter;

/** Reads the partitions of a finished run, for a run that goes on from there. */
public final class KeptPartitions {

  private static final int PAGE_ROWS = 512;
  private static final long SECONDS = 60;

  private final Jdbi jdbi;
  private final long run;

  public KeptPartitions(ResultsDatabase database, long run) {
    this.jdbi = database.jdbi();
    this.run = run;
  }

  /** Hands on the ids of all parcels of which records are kept, in no order. */
  public void forEachId(Consumer<String> id) {
    jdbi.useHandle(
        handle ->
            Rows.forEach(
                handle.createQuery(Sql.of("recheck/kept_ids")).bind("run", run),
                row -> id.accept(KeptParcel.id(row.getBytes("parcel_key")))));
  }

  /** One partition, the records of its parcels encoded. */
  public KeptPartition read(int partition) {
    return jdbi.inTransaction(
        handle ->
            new KeptPartition(
                parcels(handle, partition),
                unlisted(handle, partition),
                totals(handle, partition)));
  }

  private List<KeptParcel> parcels(Handle handle, int partition) {
    List<KeptParcel> parcels = new ArrayList<>();
    Set<String> candidates = new HashSet<>();
    Rows.forEach(
        query(handle, "recheck/partition_candidates", partition),
        row -> candidates.add(KeptParcel.id(row.getBytes("parcel_key"))));
    all(new ParcelPage(handle, run, partition))
        .forEachRemaining(
            parcel ->
                parcels.add(
                    new KeptParcel(
                        parcel, false, candidates.contains(KeptParcel.id(parcel.key())))));
    all(new FollowedPage(handle, run, partition))
        .forEachRemaining(parcel -> parcels.add(new KeptParcel(parcel, true, false)));
    parcels.sort(Comparator.comparing(KeptParcel::parcelId, Utf8Order.COMPARATOR));
    return parcels;
  }

  private static ParcelCursor all(ParcelCursor.Pages pages) {
    return new ParcelCursor(pages, any -> true, PAGE_ROWS, ParcelCursor.BEFORE_THE_FIRST);
  }

  /** None where a run of an earlier version kept none. */
  private UnlistedBlock unlisted(Handle handle, int partition) {
    return query(handle, "partition_unlisted", partition)
        .map(
            (row, context) ->
                new UnlistedBlock(
                    row.getLong("parcels"), row.getLong("left_out"), row.getBytes("unlisted")))
        .findOne()
        .orElseGet(() -> new UnlistedWriter().finish());
  }

  private PartitionTotals totals(Handle handle, int partition) {
    return query(handle, "recheck/partition", partition)
        .map(
            (row, context) ->
                new PartitionTotals(
                    sources(handle, partition),
                    row.getLong("parcels_in_scope"),
                    row.getLong("parcels_clean"),
                    row.getLong("completed_on_days"),
                    row.getLong("pick_ups"),
                    list(handle, "recheck/partition_minute", partition, KeptPartitions::minute),
                    list(handle, "recheck/partition_store", partition, KeptPartitions::store),
                    slowerThan(handle, partition),
                    list(handle, "recheck/partition_cod_balance", partition, KeptPartitions::cod),
                    list(handle, "recheck/partition_clock", partition, KeptPartitions::clock)))
        .one();
  }

  private Query query(Handle handle, String statement, int partition) {
    return handle.createQuery(Sql.of(statement)).bind("run", run).bind("partition_no", partition);
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> list(Handle handle, String statement, int partition, RowReader<T> reader) {
    return query(handle, statement, partition).map((row, context) -> reader.read(row)).list();
  }

  private static Minute minute(ResultSet row) throws SQLException {
    return new Minute(
        Instant.ofEpochSecond(row.getLong("epoch_minute") * SECONDS),
        row.getLong("outbounds"),
        row.getLong("shown_as_failed"),
        row.getLong("events"));
  }

  private static StoreOutbounds store(ResultSet row) throws SQLException {
    return new StoreOutbounds(row.getString("store_id"), row.getLong("outbounds"));
  }

  private static CodBalance cod(ResultSet row) throws SQLException {
    return new CodBalance(
        row.getString("currency"),
        row.getLong("due_minus_paid_minor"),
        row.getLong("within_tolerance_minor"));
  }

  private static ClockCount clock(ResultSet row) throws SQLException {
    return new ClockCount(
        ClockPair.valueOf(row.getString("pair")),
        row.getLong("difference_millis"),
        row.getLong("pairs"));
  }

  private Map<Integer, Long> slowerThan(Handle handle, int partition) {
    Map<Integer, Long> slow = new HashMap<>();
    Rows.forEach(
        query(handle, "recheck/partition_slow", partition),
        row -> slow.put(row.getInt("seconds"), row.getLong("outbounds")));
    return slow;
  }

  private Map<SourceName, SourceTotals> sources(Handle handle, int partition) {
    Map<SourceName, SourceTotals> sources = new EnumMap<>(SourceName.class);
    Rows.forEach(
        query(handle, "recheck/partition_source", partition),
        row ->
            sources.put(
                SourceName.valueOf(row.getString("source")), PartitionStore.sourceTotals(row)));
    return sources;
  }
}
