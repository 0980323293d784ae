package parcelrecon.results;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Verdict;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Standing;

/** Everything a run counted over parcels, added up by the database. */
final class ParcelCounts {

  private static final List<MismatchClass> COUNTED_CLASSES =
      List.of(
          MismatchClass.COUNTER,
          MismatchClass.MONEY,
          MismatchClass.GOODS,
          MismatchClass.DOWNSTREAM);

  private final Handle handle;
  private final long run;

  ParcelCounts(Handle handle, long run) {
    this.handle = handle;
    this.run = run;
  }

  Totals read() {
    List<StandingCount> standings = standings();
    Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict, affected(standings, Optional.of(verdict)));
    }
    return new Totals(
        parcels(standings),
        Collections.unmodifiableMap(verdicts),
        affected(standings, Optional.empty()),
        classes(),
        KindCounts.read(handle, run),
        suggestions(),
        slowerThan());
  }

  long affected() {
    return count(standings(), Standing.AFFECTED);
  }

  Totals.Found found() {
    Map<MismatchKind, Long> parcels = byPartition("found_parcels", "kind", MismatchKind.class);
    for (MismatchKind kind : MismatchKind.values()) {
      parcels.putIfAbsent(kind, 0L);
    }
    long pickUps =
        handle.createQuery(Sql.of("pick_up_total")).bind("run", run).mapTo(Long.class).one();
    return new Totals.Found(pickUps, Collections.unmodifiableMap(parcels));
  }

  private record StandingCount(Standing standing, Optional<Verdict> verdict, long parcels) {}

  private List<StandingCount> standings() {
    return handle
        .createQuery(Sql.of("standing_totals"))
        .bind("run", run)
        .map(
            (row, context) ->
                new StandingCount(
                    Standing.valueOf(row.getString("standing")),
                    Columns.optional(row, "verdict", Verdict.class),
                    row.getLong("parcels")))
        .list();
  }

  private Totals.Parcels parcels(List<StandingCount> standings) {
    return handle
        .createQuery(Sql.of("parcel_totals"))
        .bind("run", run)
        .map(
            (row, context) ->
                new Totals.Parcels(
                    row.getLong("parcels_in_scope"),
                    count(standings, Standing.AFFECTED),
                    count(standings, Standing.DOWNSTREAM_ONLY),
                    count(standings, Standing.INFORMATIONAL),
                    row.getLong("parcels_clean") + count(standings, Standing.CLEAN)))
        .one();
  }

  private static long count(List<StandingCount> standings, Standing standing) {
    return standings.stream()
        .filter(count -> count.standing() == standing)
        .mapToLong(StandingCount::parcels)
        .sum();
  }

  private static long affected(List<StandingCount> standings, Optional<Verdict> verdict) {
    return standings.stream()
        .filter(count -> count.standing() == Standing.AFFECTED && count.verdict().equals(verdict))
        .mapToLong(StandingCount::parcels)
        .sum();
  }

  private Map<MismatchClass, Long> classes() {
    Map<MismatchClass, Long> parcels = byPartition("class_totals", "class", MismatchClass.class);
    parcels.keySet().retainAll(COUNTED_CLASSES);
    COUNTED_CLASSES.forEach(counted -> parcels.putIfAbsent(counted, 0L));
    return Collections.unmodifiableMap(parcels);
  }

  private Map<Suggestion, Long> suggestions() {
    return Collections.unmodifiableMap(
        byPartition("suggestion_totals", "suggestion", Suggestion.class));
  }

  private <E extends Enum<E>> Map<E, Long> byPartition(
      String statement, String column, Class<E> type) {
    Map<E, Long> parcels = new EnumMap<>(type);
    for (int partition : PartitionStore.numbers(handle, run)) {
      Rows.forEach(
          handle.createQuery(Sql.of(statement)).bind("run", run).bind("partition_no", partition),
          row ->
              parcels.merge(
                  Enum.valueOf(type, row.getString(column)), row.getLong("parcels"), Long::sum));
    }
    return parcels;
  }

  private Map<Integer, Long> slowerThan() {
    Map<Integer, Long> outbounds = new TreeMap<>();
    Rows.forEach(
        handle.createQuery(Sql.of("slow_totals")).bind("run", run),
        row -> outbounds.put(row.getInt("seconds"), row.getLong("outbounds")));
    return Collections.unmodifiableMap(outbounds);
  }
}
