package parcelrecon.results.review;

import static org.assertj.core.api.Assertions.assertThat;
import static parcelrecon.results.review.ListedRuns.facts;
import static parcelrecon.results.review.ListedRuns.id;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.results.OnResults;
import parcelrecon.results.Runs;
import parcelrecon.results.listing.Facet;
import parcelrecon.results.listing.Listing;
import parcelrecon.results.listing.ListingFilter;
import parcelrecon.results.listing.ListingSearch;

/** What later runs show of decisions, as every kind of results database carries them. */
public class CarryOverTest extends OnResults {

  private static final ReviewAct CONFIRM = new ReviewAct.Decide(ReviewDecision.CONFIRMED, "");
  private static final int PARCELS = 40;

  private ReviewStore reviews;
  private ListedRuns runs;

  @BeforeEach
  void stores() {
    reviews = new ReviewStore(database, InstantSource.fixed(Runs.AS_OF));
    runs = new ListedRuns(database);
  }

  @Test
  void decision_holds_whenALaterRunFindsTheSameFacts() {
    long first = runs.list(facts("a", "TW1"));
    append(first, facts("a", "TW1"), CONFIRM);
    append(first, facts("a", "TW1"), new ReviewAct.Assign(Optional.of("wu"), ""));
    long second = runs.list(facts("a", "TW1", "TW2"));
    assertThat(runs.shown(second, id("TW1")))
        .isEqualTo(new ListedRuns.Shown("CONFIRMED", "wu", 2L));
    assertThat(runs.shown(second, id("TW2"))).isEqualTo(new ListedRuns.Shown(null, null, null));
  }

  @Test
  void mismatch_isOpenAgain_whenALaterRunFindsOtherFacts() {
    long first = runs.list(facts("a", "TW1"));
    append(first, facts("a", "TW1"), CONFIRM);
    append(first, facts("a", "TW1"), new ReviewAct.Assign(Optional.of("wu"), ""));
    long second = runs.list(facts("b", "TW1"));
    assertThat(runs.shown(second, id("TW1"))).isEqualTo(new ListedRuns.Shown("REOPENED", "wu", 2L));
    long third = runs.list(facts("a", "TW1"));
    assertThat(runs.shown(third, id("TW1")).decision())
        .as("decided on these facts, though not in the run before")
        .isEqualTo("CONFIRMED");
  }

  @Test
  void decisionOnNewFacts_holds_whenTheMismatchWasOpenAgain() {
    long first = runs.list(facts("a", "TW1"));
    append(first, facts("a", "TW1"), CONFIRM);
    long second = runs.list(facts("b", "TW1"));
    append(second, facts("b", "TW1"), new ReviewAct.Decide(ReviewDecision.FIXED, ""));
    long third = runs.list(facts("b", "TW1"));
    assertThat(runs.shown(third, id("TW1")).decision()).isEqualTo("FIXED");
    assertThat(runs.shown(first, id("TW1")).decision()).isEqualTo("CONFIRMED");
  }

  @Test
  void commentsAlone_openNothing_whenFactsChange() {
    long first = runs.list(facts("a", "TW1"));
    append(first, facts("a", "TW1"), new ReviewAct.Comment("ask"));
    long second = runs.list(facts("b", "TW1"));
    assertThat(runs.shown(second, id("TW1"))).isEqualTo(new ListedRuns.Shown(null, null, 1L));
  }

  @Test
  void decisionOfWhileTheRunWentOn_isNotLost() {
    long first = runs.list(facts("a", "TW1", "TW2", "TW3"));
    long second = Runs.begin(database);
    append(first, facts("a", "TW1"), CONFIRM);
    runs.commit(second, facts("a", "TW1", "TW2", "TW3"));
    append(first, facts("a", "TW2"), CONFIRM);
    new Listing(database).finish(second);
    append(first, facts("a", "TW3"), CONFIRM);
    for (String parcelId : List.of("TW1", "TW2", "TW3")) {
      assertThat(runs.shown(second, id(parcelId)).decision()).isEqualTo("CONFIRMED");
    }
  }

  @Test
  void lists_sayWhatReviewsSay_whenReviewersDecideWhileRunsEnd() throws Exception {
    long seed = new Random().nextLong();
    List<Long> listed = new ArrayList<>(List.of(runs.list(randomFacts(new Random(seed)))));
    ExecutorService reviewers = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int reviewer = 0; reviewer < 3; reviewer++) {
        Random random = new Random(seed + reviewer + 1);
        ends.add(reviewers.submit(() -> review(listed.get(0), random)));
      }
      Random random = new Random(seed + 9);
      for (int run = 0; run < 4; run++) {
        listed.add(runs.list(randomFacts(random)));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      reviewers.shutdownNow();
    }
    for (long run : listed) {
      runs.shown(run, randomFacts(new Random(seed)).keySet())
          .forEach(
              (id, shown) ->
                  assertThat(shown.decision())
                      .as("seed %s, run %s, %s", seed, run, id)
                      .isEqualTo(expected(run, id)));
      assertThat(totals(run)).as("seed %s, run %s", seed, run).isEqualTo(counted(run));
    }
  }

  /** What the run's list says of how many rows have which decision, and are whose work. */
  private Map<String, Long> totals(long run) {
    ListingSearch search = new ListingSearch(database, run);
    Map<String, Long> totals = new TreeMap<>(search.totals(Facet.DECISION));
    search.totals(Facet.ASSIGNEE).forEach((name, rows) -> totals.put("of " + name, rows));
    totals.put(
        "open",
        search
            .count(
                new ListingFilter(
                    "", Map.of(), Optional.of(""), Optional.empty(), OptionalLong.empty()))
            .rows());
    return totals;
  }

  /** The same from the rows themselves. */
  private Map<String, Long> counted(long run) {
    Map<String, Long> counted = new TreeMap<>(Map.of("open", 0L));
    runs.shown(run, shownFacts(run).keySet())
        .values()
        .forEach(
            shown -> {
              counted.merge(shown.decision() == null ? "open" : shown.decision(), 1L, Long::sum);
              if (shown.assignee() != null) {
                counted.merge("of " + shown.assignee(), 1L, Long::sum);
              }
            });
    return counted;
  }

  /** Some parcels have the facts they had before, some others. */
  private static Map<MismatchId, String> randomFacts(Random random) {
    Map<MismatchId, String> facts = new TreeMap<>();
    IntStream.range(0, PARCELS)
        .forEach(number -> facts.put(id("TW" + number), "f" + random.nextInt(2)));
    return facts;
  }

  private void review(long run, Random random) {
    for (int turn = 0; turn < 25; turn++) {
      Map<MismatchId, String> some = new TreeMap<>();
      shownFacts(run)
          .forEach(
              (id, facts) -> {
                if (random.nextInt(8) == 0) {
                  some.put(id, facts);
                }
              });
      if (!some.isEmpty()) {
        ReviewDecision decision =
            ReviewDecision.values()[random.nextInt(ReviewDecision.values().length)];
        append(run, some, new ReviewAct.Decide(decision, ""));
        String name = random.nextBoolean() ? "wu" : "lin";
        append(run, some, new ReviewAct.Assign(Optional.of(name).filter("wu"::equals), ""));
      }
    }
  }

  private Map<MismatchId, String> shownFacts(long run) {
    Map<MismatchId, String> facts = new TreeMap<>();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createQuery("select parcel_id, facts from listed_mismatch where run = :run")
                    .bind("run", run)
                    .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(entry -> facts.put(id(entry.getKey()), entry.getValue())));
    return facts;
  }

  /** From the reviews alone: the latest decision on the facts, else whether others were decided. */
  private String expected(long run, MismatchId id) {
    String facts = shownFacts(run).get(id);
    List<Review> decided =
        reviews.ofParcel(run, id.parcelId()).stream()
            .filter(review -> review.decision().isPresent())
            .toList();
    return decided.stream()
        .filter(review -> review.facts().equals(facts))
        .findFirst()
        .map(review -> review.decision().orElseThrow().name())
        .orElse(decided.stream().anyMatch(review -> review.run() < run) ? "REOPENED" : null);
  }

  private void append(long run, Map<MismatchId, String> facts, ReviewAct act) {
    reviews.append(new Selection(run, reviews.latest(run), facts), act, "lin");
  }
}
