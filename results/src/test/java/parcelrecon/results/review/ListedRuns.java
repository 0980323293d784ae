package parcelrecon.results.review;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import parcelrecon.results.PartitionStore;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.Runs;
import parcelrecon.results.SettleStore;
import parcelrecon.results.listing.ListedMismatch;
import parcelrecon.results.listing.Listing;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.Standing;

/** Runs of one incident whose lists hold what a test says. */
final class ListedRuns {

  private final ResultsDatabase database;

  ListedRuns(ResultsDatabase database) {
    this.database = database;
  }

  /** Begins a run and lists mismatches of it. */
  long list(Map<MismatchId, String> facts) {
    long run = Runs.begin(database);
    list(run, facts);
    return run;
  }

  /** Lists mismatches of a run, in place of earlier ones. */
  void list(long run, Map<MismatchId, String> facts) {
    commit(run, facts);
    new Listing(database).finish(run);
  }

  /** As far as the list's rows: nothing is carried over yet. */
  void commit(long run, Map<MismatchId, String> facts) {
    List<ListedMismatch> rows =
        new TreeMap<>(facts)
            .entrySet().stream().map(each -> row(each.getKey(), each.getValue())).toList();
    new PartitionStore(database)
        .finish(run, 0, Collections.emptyIterator(), Runs.unlisted(), Runs.totals(0, 0));
    new SettleStore(database)
        .savePlanned(
            run, 0, Collections.emptyIterator(), new Listing(database).keeping(run, 0, rows));
  }

  private static ListedMismatch row(MismatchId id, String facts) {
    return new ListedMismatch(
        id.parcelId(),
        id.kind(),
        id.group(),
        Proof.CONFIRMED,
        Standing.AFFECTED,
        Optional.empty(),
        "",
        List.of(),
        new ListedMismatch.Stake(null, null, null),
        null,
        null,
        facts,
        ListedMismatch.Review.NONE);
  }

  static MismatchId id(String parcelId) {
    return new MismatchId(parcelId, MismatchKind.UNCOLLECTED, "");
  }

  static Map<MismatchId, String> facts(String facts, String... parcelIds) {
    Map<MismatchId, String> all = new TreeMap<>();
    Stream.of(parcelIds).forEach(parcelId -> all.put(id(parcelId), facts));
    return all;
  }

  /** How a run's list shows a mismatch. */
  record Shown(String decision, String assignee, Long number) {}

  Shown shown(long run, MismatchId id) {
    return shown(run, List.of(id)).get(id);
  }

  Map<MismatchId, Shown> shown(long run, Collection<MismatchId> ids) {
    Map<MismatchId, Shown> shown = new TreeMap<>();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select parcel_id, kind, consumer_group, decision, assignee, review_no
                        from listed_mismatch where run = :run
                        """)
                    .bind("run", run)
                    .map(
                        (row, context) ->
                            Map.entry(
                                new MismatchId(
                                    row.getString("parcel_id"),
                                    MismatchKind.valueOf(row.getString("kind")),
                                    row.getString("consumer_group")),
                                new Shown(
                                    row.getString("decision"),
                                    row.getString("assignee"),
                                    row.getObject("review_no", Long.class))))
                    .filter(entry -> ids.contains(entry.getKey()))
                    .forEach(entry -> shown.put(entry.getKey(), entry.getValue())));
    return shown;
  }
}
