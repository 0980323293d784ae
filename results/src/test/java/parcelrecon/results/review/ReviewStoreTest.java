package parcelrecon.results.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static parcelrecon.results.review.ListedRuns.facts;
import static parcelrecon.results.review.ListedRuns.id;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.results.OnResults;
import parcelrecon.results.RunStore;
import parcelrecon.results.Runs;
import parcelrecon.rule.MismatchKind;

/** Reviews as every kind of results database keeps them. */
public class ReviewStoreTest extends OnResults {

  private static final Instant NOW = Instant.parse("2022-04-18T02:00:00Z");
  private static final ReviewAct CONFIRM = new ReviewAct.Decide(ReviewDecision.CONFIRMED, "");
  private static final ReviewAct REJECT =
      new ReviewAct.Decide(ReviewDecision.REJECTED, "paid, see voucher 7");

  private ReviewStore reviews;
  private ListedRuns runs;

  @BeforeEach
  void stores() {
    reviews = new ReviewStore(database, InstantSource.fixed(NOW));
    runs = new ListedRuns(database);
  }

  @Test
  void review_isKeptAndShown_whenAMismatchIsDecided() {
    long run = runs.list(facts("a", "TW1", "TW2"));
    Reviewed reviewed = reviews.append(selected(run, facts("a", "TW1")), REJECT, "lin");

    assertThat(reviewed).isEqualTo(new Reviewed(1, List.of()));
    assertThat(reviews.ofParcel(run, "TW1"))
        .containsExactly(new Review(1, run, id("TW1"), "a", REJECT, "lin", NOW));
    assertThat(runs.shown(run, id("TW1"))).isEqualTo(new ListedRuns.Shown("REJECTED", null, 1L));
    assertThat(runs.shown(run, id("TW2"))).isEqualTo(new ListedRuns.Shown(null, null, null));
  }

  @Test
  void reviews_areAddedNeverChanged_whateverIsDone() {
    long run = runs.list(facts("a", "TW1"));
    ReviewAct assign = new ReviewAct.Assign(Optional.of("陳"), "");
    ReviewAct release = new ReviewAct.Assign(Optional.empty(), "on leave");
    ReviewAct comment = new ReviewAct.Comment("line 1\nline 2 \"門市\"");
    List<ReviewAct> acts = List.of(CONFIRM, assign, comment, REJECT, release);
    acts.forEach(act -> reviews.append(selected(run, facts("a", "TW1")), act, "lin"));

    List<Review> latestFirst = reviews.ofParcel(run, "TW1");
    assertThat(latestFirst).extracting(Review::number).containsExactly(5L, 4L, 3L, 2L, 1L);
    assertThat(latestFirst)
        .extracting(Review::act)
        .containsExactly(release, REJECT, comment, assign, CONFIRM);
    assertThat(runs.shown(run, id("TW1"))).isEqualTo(new ListedRuns.Shown("REJECTED", null, 5L));
  }

  @Test
  void mismatch_isLeftAlone_whenSomebodyReviewedItSinceItWasSeen() {
    long run = runs.list(facts("a", "TW1", "TW2", "TW3"));
    Selection seen = selected(run, facts("a", "TW1", "TW2", "TW3"));
    reviews.append(selected(run, facts("a", "TW2")), CONFIRM, "lin");
    reviews.append(selected(run, facts("a", "TW2")), new ReviewAct.Comment("sure"), "lin");

    Reviewed reviewed = reviews.append(seen, REJECT, "wu");

    assertThat(reviewed.mismatches()).isEqualTo(2);
    assertThat(reviewed.conflicts())
        .extracting(Review::number, Review::mismatch, Review::by)
        .containsExactly(tuple(2L, id("TW2"), "lin"));
    assertThat(runs.shown(run, id("TW1")).decision()).isEqualTo("REJECTED");
    assertThat(runs.shown(run, id("TW2")).decision()).isEqualTo("CONFIRMED");
    assertThat(reviews.ofParcel(run, "TW3"))
        .extracting(Review::number)
        .as("numbers have no gaps")
        .containsExactly(4L);
  }

  @Test
  void comment_isAdded_whateverOthersDidMeanwhile() {
    long run = runs.list(facts("a", "TW1"));
    Selection seen = selected(run, facts("a", "TW1"));
    reviews.append(seen, CONFIRM, "lin");
    assertThat(reviews.append(seen, new ReviewAct.Comment("ask the store"), "wu"))
        .isEqualTo(new Reviewed(1, List.of()));
    assertThat(runs.shown(run, id("TW1"))).isEqualTo(new ListedRuns.Shown("CONFIRMED", null, 2L));
  }

  @Test
  void nobodysDecision_isOverwritten_whenTwoDecideTheSameSetAtOnce() throws Exception {
    Map<MismatchId, String> many = new TreeMap<>();
    IntStream.range(0, 1_200).forEach(number -> many.put(id("TW" + number), "f" + number % 7));
    long run = runs.list(many);
    Selection seen = selected(run, many);
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService reviewers = Executors.newFixedThreadPool(2);
    try {
      Future<Reviewed> lin = reviewers.submit(() -> decide(start, seen, CONFIRM, "lin"));
      Future<Reviewed> wu = reviewers.submit(() -> decide(start, seen, REJECT, "wu"));
      Reviewed first = lin.get().mismatches() > 0 ? lin.get() : wu.get();
      Reviewed second = first == lin.get() ? wu.get() : lin.get();
      String winner = first == lin.get() ? "lin" : "wu";
      assertThat(first).isEqualTo(new Reviewed(1_200, List.of()));
      assertThat(second.mismatches()).isZero();
      assertThat(second.conflicts())
          .hasSize(1_200)
          .allSatisfy(conflict -> assertThat(conflict.by()).isEqualTo(winner));
      assertThat(reviews.latest(run)).isEqualTo(1_200);
    } finally {
      reviewers.shutdownNow();
    }
  }

  private Reviewed decide(CyclicBarrier start, Selection seen, ReviewAct act, String by)
      throws Exception {
    start.await();
    return reviews.append(seen, act, by);
  }

  @Test
  void nothing_isDone_whenOneIsNotListedAsItWasSelected() {
    long run = runs.list(facts("a", "TW1"));
    for (Map<MismatchId, String> wrong :
        List.of(facts("b", "TW1"), facts("a", "TW9"), facts("a", "tw1"))) {
      Map<MismatchId, String> both = new TreeMap<>(facts("a", "TW1"));
      both.putAll(wrong);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> reviews.append(selected(run, both), CONFIRM, "lin"))
          .withMessageContaining("not listed as they were selected");
      assertThat(reviews.latest(run)).isZero();
    }
    assertThat(runs.shown(run, id("TW1")).decision()).isNull();
  }

  @Test
  void decision_isShownInEveryRunOfTheIncident_whereTheFactsAreEqual() {
    long first = runs.list(facts("a", "TW1", "TW2"));
    long second = runs.list(facts("a", "TW1", "TW2"));
    reviews.append(selected(first, facts("a", "TW1")), CONFIRM, "lin");
    reviews.append(
        selected(second, facts("a", "TW2")), new ReviewAct.Assign(Optional.of("wu"), ""), "lin");
    assertThat(runs.shown(second, id("TW1")).decision()).isEqualTo("CONFIRMED");
    assertThat(runs.shown(first, id("TW2")).assignee()).isEqualTo("wu");
  }

  @Test
  void earlierRun_keepsWhatWasDecidedOnItsFacts_whenALaterOneIsDecidedOnOthers() {
    long first = runs.list(facts("a", "TW1", "TW2"));
    reviews.append(selected(first, facts("a", "TW1")), CONFIRM, "lin");
    long second = runs.list(facts("b", "TW1", "TW2"));
    reviews.append(selected(second, facts("b", "TW1", "TW2")), REJECT, "wu");

    assertThat(runs.shown(first, id("TW1")).decision()).isEqualTo("CONFIRMED");
    assertThat(runs.shown(first, id("TW2")).decision()).isNull();
    assertThat(runs.shown(second, id("TW1")).decision()).isEqualTo("REJECTED");
  }

  @Test
  void mismatchesOfOneParcel_areDecidedApart() {
    MismatchId counter = new MismatchId("TW1", MismatchKind.SHOWN_AS_FAILED, "");
    MismatchId billing = new MismatchId("TW1", MismatchKind.EVENT_NOT_CONSUMED, "billing");
    MismatchId mail = new MismatchId("TW1", MismatchKind.EVENT_NOT_CONSUMED, "mail");
    Map<MismatchId, String> all = Map.of(counter, "a", billing, "b", mail, "c");
    long run = runs.list(all);
    reviews.append(selected(run, Map.of(mail, "c")), CONFIRM, "lin");
    List<String> decisions = new ArrayList<>();
    runs.shown(run, all.keySet()).forEach((id, shown) -> decisions.add(shown.decision()));
    assertThat(decisions).containsExactly(null, "CONFIRMED", null);
  }

  @Test
  void otherIncident_hasItsOwnReviews() {
    long run = runs.list(facts("a", "TW1"));
    reviews.append(selected(run, facts("a", "TW1")), CONFIRM, "lin");
    long other =
        new RunStore(database)
            .begin(Runs.incident("another"), Runs.AS_OF, Runs.options(), Runs.configuration(), NOW);
    runs.list(other, facts("a", "TW1"));
    assertThat(reviews.latest(other)).isZero();
    assertThat(runs.shown(other, id("TW1"))).isEqualTo(new ListedRuns.Shown(null, null, null));
  }

  @Test
  void selection_isRefused_whenItIsEmptyOrTooLarge() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Selection(1, 0, Map.of()));
    Map<MismatchId, String> many = new TreeMap<>();
    IntStream.rangeClosed(0, Selection.MISMATCHES_MAX)
        .forEach(number -> many.put(id("TW" + number), "a"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Selection(1, 0, many));
  }

  private Selection selected(long run, Map<MismatchId, String> facts) {
    return new Selection(run, reviews.latest(run), facts);
  }
}
