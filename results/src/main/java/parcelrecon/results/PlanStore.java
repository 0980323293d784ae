package parcelrecon.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.model.Store;
import parcelrecon.rule.JudgingContext.GroupOffsets;
import tools.jackson.core.type.TypeReference;

/** Keeps what a run froze before reading. */
public final class PlanStore {

  static final TypeReference<List<Coverage.Reason>> REASONS = new TypeReference<>() {};
  private static final TypeReference<List<GroupOffsets>> GROUPS = new TypeReference<>() {};

  private final ResultsDatabase database;
  private final Jdbi jdbi;

  public PlanStore(ResultsDatabase database) {
    this.database = database;
    this.jdbi = database.jdbi();
  }

  /** Saves the plan in one transaction, in place of an earlier one and what was read by it. */
  public void save(long run, Plan plan) {
    database.write(
        run,
        handle -> {
          handle.createUpdate(Sql.of("delete_plan")).bind("run", run).execute();
          handle
              .createUpdate(Sql.of("insert_plan"))
              .bind("run", run)
              .bind("partitions", plan.partitions())
              .bind("day_total", plan.dayTotal().isEmpty() ? null : plan.dayTotal().getAsLong())
              .execute();
          plan.sources().forEach(source -> insertSource(handle, run, source));
          insertSplits(handle, run, plan);
          insertStores(handle, run, plan.stores());
        });
  }

  /**
   * Into how many partitions a planned run's parcels go; reads nothing else of the plan.
   *
   * @throws IllegalArgumentException when there is no plan
   */
  public int partitions(long run) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery(Sql.of("plan"))
                    .bind("run", run)
                    .map((row, context) -> row.getInt("partitions"))
                    .findOne())
        .orElseThrow(() -> new IllegalArgumentException("run " + run + " has no plan"));
  }

  public Optional<Plan> find(long run) {
    return jdbi.inTransaction(
        handle ->
            handle
                .createQuery(Sql.of("plan"))
                .bind("run", run)
                .map(
                    (row, context) ->
                        new Plan(
                            row.getInt("partitions"),
                            List.of(),
                            List.of(),
                            Columns.optionalLong(row, "day_total")))
                .findOne()
                .map(
                    plan ->
                        new Plan(
                            plan.partitions(),
                            sources(handle, run),
                            stores(handle, run),
                            plan.dayTotal())));
  }

  static List<PlannedSource> sources(Handle handle, long run) {
    List<SplitRow> splits = SplitStore.rows(handle, run);
    return handle
        .createQuery(Sql.of("planned_sources"))
        .bind("run", run)
        .map((row, context) -> source(row, splits))
        .list()
        .stream()
        .sorted(Comparator.comparing(PlannedSource::name))
        .toList();
  }

  static List<Store> stores(Handle handle, long run) {
    return handle
        .createQuery(Sql.of("listed_stores"))
        .bind("run", run)
        .map(
            (row, context) ->
                new Store(
                    row.getString("store_id"),
                    row.getString("name"),
                    row.getString("area"),
                    row.getString("supervisor"),
                    row.getString("phone")))
        .list();
  }

  private static PlannedSource source(ResultSet row, List<SplitRow> splits) throws SQLException {
    SourceName name = SourceName.valueOf(row.getString("source"));
    return new PlannedSource(
        name,
        row.getString("type"),
        row.getBoolean("by_key"),
        Json.read(row.getString("reasons"), REASONS),
        Columns.optionalInstant(row, "complete_through"),
        Json.read(row.getString("consumer_groups"), GROUPS),
        Optional.ofNullable(row.getString("snapshot")),
        Reading.valueOf(row.getString("reading")),
        splits.stream().map(SplitRow::split).filter(split -> split.source() == name).toList());
  }

  private static void insertSource(Handle handle, long run, PlannedSource source) {
    handle
        .createUpdate(Sql.of("insert_planned_source"))
        .bind("run", run)
        .bind("source", source.name().name())
        .bind("type", source.type())
        .bind("by_key", source.byKey())
        .bind("reasons", Json.write(source.reasons()))
        .bind("complete_through", Columns.text(source.completeThrough()))
        .bind("consumer_groups", Json.write(source.groups()))
        .bind("snapshot", source.snapshot().orElse(null))
        .bind("reading", source.reading().name())
        .execute();
  }

  private static void insertSplits(Handle handle, long run, Plan plan) {
    BatchedInsert splits = new BatchedInsert(handle, "insert_planned_split");
    for (PlannedSource source : plan.sources()) {
      for (PlannedSplit split : source.splits()) {
        splits.add(
            row ->
                row.bind("run", run)
                    .bind("source", split.source().name())
                    .bind("ordinal", split.ordinal())
                    .bind("planned_bytes", split.plannedBytes())
                    .bind("located_at", Json.write(split.at())));
      }
    }
    splits.flush();
  }

  private static void insertStores(Handle handle, long run, List<Store> listed) {
    BatchedInsert stores = new BatchedInsert(handle, "insert_listed_store");
    for (int position = 0; position < listed.size(); position++) {
      Store store = listed.get(position);
      int at = position;
      stores.add(
          row ->
              row.bind("run", run)
                  .bind("position", at)
                  .bind("store_id", store.storeId())
                  .bind("name", store.name())
                  .bind("area", store.area())
                  .bind("supervisor", store.supervisor())
                  .bind("phone", store.phone()));
    }
    stores.flush();
  }
}
