package parcelrecon.results.closing;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.EndStore;
import parcelrecon.results.EndSums;
import parcelrecon.results.IncidentEnds;
import parcelrecon.results.MismatchEnd;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;
import parcelrecon.results.listing.Listing;
import parcelrecon.results.review.MismatchId;
import parcelrecon.results.review.Review;
import parcelrecon.results.review.ReviewDecision;
import parcelrecon.results.review.ReviewStore;

/** How every mismatch that the runs of an incident found had ended when it was closed. */
public final class ClosingEnds {

  /**
   * What takes a mismatch off the list of what is to be done. One that is CONFIRMED stays there.
   */
  private static final Set<ReviewDecision> ENDING =
      EnumSet.of(ReviewDecision.REJECTED, ReviewDecision.FIXED);

  private final ResultsDatabase database;
  private final Closing closing;

  public ClosingEnds(ResultsDatabase database, Closing closing) {
    this.database = database;
    this.closing = closing;
  }

  /**
   * Hands on each mismatch once, in no order of the parcels.
   *
   * @return how many ended which way; every way has an entry
   * @throws ProblemException DEFECT when they do not add up to what was found
   */
  public Map<Ended.Way, Long> forEach(Consumer<Ended> each) {
    Listing listing = new Listing(database);
    closing.frozen().runs().forEach(listing::build);
    RunStore runs = new RunStore(database);
    List<RunRow> rows =
        closing.frozen().runs().stream().map(run -> runs.find(run).orElseThrow()).toList();
    Map<Ended.Way, Long> ways = new EnumMap<>(Ended.Way.class);
    for (Ended.Way way : Ended.Way.values()) {
      ways.put(way, 0L);
    }
    database
        .jdbi()
        .useHandle(
            handle ->
                new IncidentEnds(database, rows)
                    .forEach(
                        found -> {
                          Ended ended = ended(handle, found);
                          ways.merge(ended.way(), 1L, Long::sum);
                          each.accept(ended);
                        }));
    requireAll(new EndStore(database).of(rows.get(rows.size() - 1)), ways);
    return ways;
  }

  private Ended ended(Handle handle, MismatchEnd found) {
    return switch (found.state()) {
      case NOTHING_TO_DO -> new Ended(found, Ended.Way.NOTHING_TO_DO, Optional.empty());
      case HEALED -> new Ended(found, Ended.Way.HEALED, Optional.empty());
      case OPEN, NOT_KNOWN -> left(handle, found);
    };
  }

  private Ended left(Handle handle, MismatchEnd found) {
    Optional<Review> reviewed =
        ReviewStore.decided(
                handle,
                closing.incidentId(),
                new MismatchId(
                    found.mismatch().parcelId(), found.mismatch().kind(), found.mismatch().group()),
                found.lastListed(),
                closing.frozen().reviewsThrough())
            .filter(review -> review.decision().filter(ENDING::contains).isPresent());
    return new Ended(
        found, reviewed.isPresent() ? Ended.Way.REVIEWED : Ended.Way.CLOSED_WITH_REASON, reviewed);
  }

  /** What was first found and what came later is what has ended, one way or another. */
  private static void requireAll(EndSums sums, Map<Ended.Way, Long> ways) {
    long ended = ways.values().stream().mapToLong(Long::longValue).sum();
    long left = ways.get(Ended.Way.REVIEWED) + ways.get(Ended.Way.CLOSED_WITH_REASON);
    if (ended != sums.found() || left != sums.left()) {
      throw new ProblemException(
          ExitCode.DEFECT,
          new Problem(
              "runs " + sums.runs().get(0) + " to " + sums.runs().get(sums.runs().size() - 1),
              ended
                  + " mismatches have an end, "
                  + left
                  + " of them left, expected "
                  + sums.found()
                  + " and "
                  + sums.left(),
              "No closing pack was made",
              "Report this as a defect of parcel-recon"));
    }
  }
}
