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
import parcelrecon.results.RunStore;
import parcelrecon.results.Runs;
import parcelrecon.results.SettleStore;
import parcelrecon.results.listing.ListedMismatch;
import parcelrecon.results.listing.Listing;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.Standing;

/** Runs of one incident whose lists hold what a test says. */
public final class ListedRuns {

  private static final String INCIDENT = "2022-04-13-kafka";

  private final ResultsDatabase database;
  private final String incidentId;
  private final ListedMismatch.Stake stake;

  public ListedRuns(ResultsDatabase database) {
    this(database, INCIDENT, new ListedMismatch.Stake(null, null, null));
  }

  /**
   * @param stake of every mismatch
   */
  public ListedRuns(ResultsDatabase database, String incidentId, ListedMismatch.Stake stake) {
    this.database = database;
    this.incidentId = incidentId;
    this.stake = stake;
  }

  /** Begins a run and lists mismatches of it. */
  public long list(Map<MismatchId, String> facts) {
    long run =
        new RunStore(database)
            .begin(
                Runs.incident(incidentId),
                Runs.AS_OF,
                Runs.options(),
                Runs.configuration(),
                Runs.AS_OF);
    list(run, facts);
    return run;
  }

  /** Lists mismatches of a run, in place of earlier ones. */
  public void list(long run, Map<MismatchId, String> facts) {
    commit(run, facts);
    new Listing(database).finish(run);
  }

  /** As far as the list's rows: nothing is carried over yet. */
  public void commit(long run, Map<MismatchId, String> facts) {
    List<ListedMismatch> rows =
        new TreeMap<>(facts)
            .entrySet().stream().map(each -> row(each.getKey(), each.getValue())).toList();
    new PartitionStore(database)
        .finish(run, 0, Collections.emptyIterator(), Runs.unlisted(), Runs.totals(0, 0));
    new SettleStore(database)
        .savePlanned(
            run, 0, Collections.emptyIterator(), new Listing(database).keeping(run, 0, rows));
  }

  private ListedMismatch row(MismatchId id, String facts) {
    return new ListedMismatch(
        id.parcelId(),
        id.kind(),
        id.group(),
        Proof.CONFIRMED,
        Standing.AFFECTED,
        Optional.empty(),
        "",
        List.of(),
        stake,
        null,
        null,
        facts,
        ListedMismatch.Review.NONE);
  }

  public static MismatchId id(String parcelId) {
    return new MismatchId(parcelId, MismatchKind.UNCOLLECTED, "");
  }

  public static Map<MismatchId, String> facts(String facts, String... parcelIds) {
    Map<MismatchId, String> all = new TreeMap<>();
    Stream.of(parcelIds).forEach(parcelId -> all.put(id(parcelId), facts));
    return all;
  }

  /** How a run's list shows a mismatch. */
  public record Shown(String decision, String assignee, Long number) {}

  public Shown shown(long run, MismatchId id) {
    return shown(run, List.of(id)).get(id);
  }

  public Map<MismatchId, Shown> shown(long run, Collection<MismatchId> ids) {
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
