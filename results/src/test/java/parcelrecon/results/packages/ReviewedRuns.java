package parcelrecon.results.packages;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.results.PartitionStore;
import parcelrecon.results.PlannedParcel;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.Runs;
import parcelrecon.results.SettleStore;
import parcelrecon.results.listing.ListedMismatch;
import parcelrecon.results.listing.Listing;
import parcelrecon.results.review.CarryOver;
import parcelrecon.results.review.MismatchId;
import parcelrecon.results.review.ReviewAct;
import parcelrecon.results.review.ReviewDecision;
import parcelrecon.results.review.ReviewStore;
import parcelrecon.results.review.Selection;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;

/** Finished runs of one incident, of parcels a test names, and what was decided about them. */
final class ReviewedRuns {

  private final ResultsDatabase database;
  private final ReviewStore reviews;

  ReviewedRuns(ResultsDatabase database) {
    this.database = database;
    this.reviews = new ReviewStore(database, InstantSource.system());
  }

  /** A parcel, its mismatches, and what stands on them. */
  record Parcel(String id, List<Mismatch> mismatches, List<Datafix> datafixes) {

    static Parcel of(String id) {
      return new Parcel(id, List.of(), List.of());
    }

    /** One more mismatch, about which nothing is to be done. */
    Parcel with(MismatchKind kind, long toCollect) {
      Mismatch mismatch =
          new Mismatch(
              id,
              kind,
              "",
              Proof.CONFIRMED,
              false,
              new Mismatch.Amounts("TWD", toCollect, 0L, toCollect, null),
              null,
              List.of());
      return new Parcel(
          id, Stream.concat(mismatches.stream(), Stream.of(mismatch)).toList(), datafixes);
    }

    /** Something to be done about the mismatch named last. */
    Parcel suggesting(Suggestion suggestion, Datafix.Form form) {
      MismatchKind kind = mismatches.get(mismatches.size() - 1).kind();
      Datafix datafix = new Datafix(suggestion, form, kind, "", null, null);
      return new Parcel(
          id, mismatches, Stream.concat(datafixes.stream(), Stream.of(datafix)).toList());
    }

    Judgement judgement() {
      ParcelEvidence evidence =
          new ParcelEvidence(id, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
      return new Judgement(evidence, true, Optional.empty(), Optional.empty(), mismatches);
    }
  }

  /** A parcel for which money is to be collected. */
  static Parcel unpaid(String id, long toCollect) {
    return Parcel.of(id)
        .with(MismatchKind.UNCOLLECTED, toCollect)
        .suggesting(Suggestion.CHECK_COLLECTION, Datafix.Form.FINANCE_TASK);
  }

  /** A parcel whose pick-up is to be taken back. */
  static Parcel onShelf(String id) {
    return Parcel.of(id)
        .with(MismatchKind.SHOWN_AS_FAILED, 0)
        .suggesting(Suggestion.REVERT_OUTBOUND, Datafix.Form.SQL)
        .with(MismatchKind.TRIED_AGAIN, 0);
  }

  /** A finished run, with everything carried over to its list. */
  long finish(Parcel... parcels) {
    long run = Runs.begin(database);
    List<Judgement> judgements = Stream.of(parcels).map(Parcel::judgement).toList();
    new PartitionStore(database)
        .finish(run, 0, judgements.iterator(), Runs.unlisted(), Runs.totals(parcels.length, 0));
    List<ListedMismatch> listed =
        judgements.stream()
            .flatMap(each -> ListedMismatch.of(each, Runs.incident("any")).stream())
            .sorted((one, other) -> one.position().compareTo(other.position()))
            .toList();
    new SettleStore(database)
        .savePlanned(
            run,
            0,
            Arrays.stream(parcels)
                .map(
                    each ->
                        new PlannedParcel(each.id(), each.judgement().standing(), each.datafixes()))
                .iterator(),
            new Listing(database).keeping(run, 0, listed));
    new Listing(database).finish(run);
    new CarryOver(database).into(run);
    new RunStore(database).end(run, RunState.COMPLETE, 0, Runs.AS_OF);
    return run;
  }

  void decide(long run, ReviewDecision decision, MismatchId... ids) {
    Map<MismatchId, String> facts =
        Arrays.stream(ids).collect(Collectors.toMap(id -> id, id -> facts(run, id)));
    reviews.append(
        new Selection(run, reviews.latest(run), facts),
        new ReviewAct.Decide(decision, ""),
        "finance");
  }

  void comment(long run, MismatchId id) {
    reviews.append(
        new Selection(run, reviews.latest(run), Collections.singletonMap(id, facts(run, id))),
        new ReviewAct.Comment("seen"),
        "finance");
  }

  private String facts(long run, MismatchId id) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select facts from listed_mismatch"
                            + " where run = :run and parcel_id = :id and kind = :kind")
                    .bind("run", run)
                    .bind("id", id.parcelId())
                    .bind("kind", id.kind().name())
                    .mapTo(String.class)
                    .one());
  }

  static MismatchId id(String parcelId, MismatchKind kind) {
    return new MismatchId(parcelId, kind, "");
  }

  static MismatchId unpaid(String parcelId) {
    return id(parcelId, MismatchKind.UNCOLLECTED);
  }
}
