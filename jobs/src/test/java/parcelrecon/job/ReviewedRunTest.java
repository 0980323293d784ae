package parcelrecon.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.RecordRef;
import parcelrecon.problem.ExitCode;
import parcelrecon.results.AnswerStore;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.listing.ListedMismatch;
import parcelrecon.results.listing.ListingFilter;
import parcelrecon.results.listing.ListingSearch;
import parcelrecon.results.review.MismatchId;
import parcelrecon.results.review.ReviewAct;
import parcelrecon.results.review.ReviewDecision;
import parcelrecon.results.review.ReviewStore;
import parcelrecon.results.review.Selection;

/** What people decided about a run, in the runs after it. */
class ReviewedRunTest {

  private static final Instant FIRST = Instant.parse("2022-04-13T13:30:00Z");
  private static final Instant LATER = FIRST.plus(Duration.ofHours(12));

  @TempDir Path folder;

  private TableSite site;
  private ResultsDatabase database;
  private ReviewStore reviews;

  @BeforeEach
  void makeSite() {
    site =
        TableSite.in(folder)
            .pickUp("SHELF", "COD", "COMPLETED", "2022-04-13T19:42:00", "2022-04-13T19:42:09")
            .event("SHELF", "OUT", "2022-04-13T19:42:09")
            .pickUp("SHOWN", "COD", "COMPLETED", "2022-04-13T19:45:00", "2022-04-13T19:45:09")
            .paid("SHOWN", "2022-04-13T19:45:05")
            .event("SHOWN", "OUT", "2022-04-13T19:45:09");
    database = ResultsDatabase.open(site.csv().results());
    reviews = new ReviewStore(database, InstantSource.fixed(FIRST));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void decisions_hold_whenTheNextRunFindsTheSame() {
    long first = reconcile(FIRST, Progress.SILENT);
    confirmAll(first);
    long second = reconcile(FIRST, Progress.SILENT);
    assertThat(decisions(second))
        .isEqualTo(
            Map.of(
                "SHELF SHOWN_AS_FAILED", "CONFIRMED",
                "SHELF UNCOLLECTED", "CONFIRMED",
                "SHOWN SHOWN_AS_FAILED", "CONFIRMED"));
  }

  @Test
  void decision_isOpenAgain_whenAnAnswerChangesTheVerdict() {
    long first = reconcile(FIRST, Progress.SILENT);
    confirmAll(first);
    answer("SHELF", StoreAnswer.ON_SHELF);
    long second = reconcile(LATER, Progress.SILENT);
    assertThat(decisions(second))
        .containsEntry("SHELF SHOWN_AS_FAILED", "REOPENED")
        .containsEntry("SHOWN SHOWN_AS_FAILED", "CONFIRMED");
    assertThat(decisions(first)).containsEntry("SHELF SHOWN_AS_FAILED", "CONFIRMED");
  }

  @Test
  void decisionOfWhileARunGoesOn_isInItsList() {
    long first = reconcile(FIRST, Progress.SILENT);
    for (Stage stage : List.of(Stage.MATCH, Stage.SETTLE, Stage.PUBLISH)) {
      long next = reconcile(FIRST, new ProgressThatConfirms(first, stage));
      assertThat(decisions(next).values()).as(stage.name()).containsOnly("CONFIRMED");
      decideAll(first, ReviewDecision.DEFERRED);
    }
  }

  /** Somebody confirms everything of an earlier run as a stage of another begins. */
  private final class ProgressThatConfirms implements Progress {
    private final long run;
    private final Stage stage;

    private ProgressThatConfirms(long run, Stage stage) {
      this.run = run;
      this.stage = stage;
    }

    @Override
    public void begin(String began, String part, long plannedBytes) {
      if (began.equals(stage.text())) {
        confirmAll(run);
      }
    }

    @Override
    public void advance(String at, String part, long rows, long bytes) {}

    @Override
    public void end(String at, long rows, long millis) {}
  }

  private void confirmAll(long run) {
    decideAll(run, ReviewDecision.CONFIRMED);
  }

  private void decideAll(long run, ReviewDecision decision) {
    Map<MismatchId, String> facts = new TreeMap<>();
    rows(run)
        .forEach(
            row -> facts.put(new MismatchId(row.parcelId(), row.kind(), row.group()), row.facts()));
    reviews.append(
        new Selection(run, reviews.latest(run), facts), new ReviewAct.Decide(decision, ""), "lin");
  }

  private Map<String, String> decisions(long run) {
    Map<String, String> decisions = new TreeMap<>();
    rows(run)
        .forEach(row -> decisions.put(row.parcelId() + " " + row.kind(), row.review().decision()));
    return decisions;
  }

  private List<ListedMismatch> rows(long run) {
    return new ListingSearch(database, run).first(ListingFilter.ALL).rows();
  }

  private void answer(String parcel, StoreAnswer answer) {
    new AnswerStore(database)
        .add(
            "kafka",
            List.of(new Answer(parcel, new RecordRef.AnswerRow(1, 0), answer, FIRST, "Lin", "")));
  }

  private long reconcile(Instant asOf, Progress progress) {
    RunOutcome outcome =
        new ReconcileJob(site.site(), database, progress).reconcile(site.request(asOf));
    assertThat(outcome.exitCode()).as(outcome.toString()).isIn(ExitCode.DONE, ExitCode.INCOMPLETE);
    return outcome.run();
  }
}
