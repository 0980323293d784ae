package parcelrecon.report.packages;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.model.Incident;
import parcelrecon.report.SampleRun;
import parcelrecon.results.ContextStore;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.PartitionStore;
import parcelrecon.results.PartitionTotals;
import parcelrecon.results.Plan;
import parcelrecon.results.PlanStore;
import parcelrecon.results.PlannedParcel;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.SettleStore;
import parcelrecon.results.StoredResults;
import parcelrecon.results.listing.ListedMismatch;
import parcelrecon.results.listing.Listing;
import parcelrecon.results.review.CarryOver;
import parcelrecon.results.review.MismatchId;
import parcelrecon.results.review.ReviewAct;
import parcelrecon.results.review.ReviewDecision;
import parcelrecon.results.review.ReviewStore;
import parcelrecon.results.review.Selection;
import parcelrecon.rule.Judgement;
import parcelrecon.spill.UnlistedWriter;

/** The sample run as a database keeps it, finished and listed. */
public final class StoredSample {

  private final ResultsDatabase database;
  private final List<ListedMismatch> listed = new ArrayList<>();
  private final long run;

  /**
   * @param out where the run's outputs go
   */
  public StoredSample(ResultsDatabase database, Path out) {
    this.database = database;
    SampleRun sample = SampleRun.incident();
    List<ParcelRow> parcels = new ArrayList<>();
    sample.forEachParcel(parcels::add);
    RunRow row = sample.run();
    RunRow.Options options = new RunRow.Options(out, "en", 2, ScriptForm.SCRIPT, false);
    this.run =
        new RunStore(database)
            .begin(row.incident(), row.asOf(), options, row.configuration(), row.startedAt());
    new PlanStore(database).save(run, new Plan(1, List.of(), List.of(), OptionalLong.empty()));
    new ContextStore(database).save(run, sample.context());
    keep(parcels, row.incident());
    new CarryOver(database).into(run);
    new RunStore(database).end(run, RunState.COMPLETE, 0, Instant.EPOCH);
  }

  private void keep(List<ParcelRow> parcels, Incident incident) {
    List<Judgement> judgements = parcels.stream().map(StoredSample::judgement).toList();
    new PartitionStore(database)
        .finish(
            run,
            0,
            judgements.iterator(),
            new PartitionStore.Others(new UnlistedWriter().finish(), Collections.emptyIterator()),
            new PartitionTotals(
                Map.of(),
                parcels.size(),
                0,
                0,
                0,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of()));
    judgements.forEach(each -> listed.addAll(ListedMismatch.of(each, incident)));
    Listing listing = new Listing(database);
    new SettleStore(database)
        .savePlanned(
            run,
            0,
            parcels.stream()
                .map(each -> new PlannedParcel(each.parcelId(), each.standing(), each.datafixes()))
                .iterator(),
            listing.keeping(run, 0, listed));
    listing.finish(run);
  }

  private static Judgement judgement(ParcelRow row) {
    return new Judgement(
        row.evidence(),
        true,
        row.verdict(),
        Optional.empty(),
        row.mismatches().stream().map(each -> each.mismatch()).toList());
  }

  public long run() {
    return run;
  }

  public StoredResults results() {
    return new StoredResults(database, run);
  }

  /** Decides about all that are meant. */
  public void decide(ReviewDecision decision, Predicate<MismatchId> which) {
    Map<MismatchId, String> facts =
        listed.stream()
            .filter(each -> which.test(id(each)))
            .collect(Collectors.toMap(StoredSample::id, ListedMismatch::facts));
    ReviewStore reviews = new ReviewStore(database, InstantSource.system());
    reviews.append(
        new Selection(run, reviews.latest(run), facts), new ReviewAct.Decide(decision, ""), "chen");
  }

  private static MismatchId id(ListedMismatch each) {
    return new MismatchId(each.parcelId(), each.kind(), each.group());
  }
}
