package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import parcelrecon.app.SiteOnPostgres.SiteProcess;
import parcelrecon.results.IncidentRuns;
import parcelrecon.results.OpenStore;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.listing.Facet;
import parcelrecon.results.listing.ListedMismatch;
import parcelrecon.results.listing.ListingFilter;
import parcelrecon.results.listing.ListingSearch;
import parcelrecon.results.review.MismatchId;
import parcelrecon.results.review.Review;
import parcelrecon.results.review.ReviewAct;
import parcelrecon.results.review.ReviewDecision;
import parcelrecon.results.review.ReviewStore;
import parcelrecon.results.review.Selection;
import parcelrecon.results.schedule.ScheduledWindow;
import parcelrecon.server.PostgresServer;

/** A window that is judged by the clock and by hand, and by hand twice, all at once. */
@Timeout(900)
@Execution(ExecutionMode.CONCURRENT)
class RunsOfOneIncidentTest {

  private static final Map<String, Long> DECIDED = Map.of("CONFIRMED", 3L, "REJECTED", 1L);

  @TempDir Path folder;

  @Test
  void runs_allEndAlikeAndTheNewestCounts_whenReviewersDecideMeanwhile() throws Exception {
    try (Team team = new Team(folder, PostgresServer.shared().newDatabase())) {
      SiteProcess console = team.serve();
      Team.atWork(List.of(console));
      console.suspend();
      ScheduledWindow window = Team.last(team.windows());
      ended(team.reconcile(window));
      long first = team.runs().get(0).run();
      decide(team, first, List.of(0, 1), ReviewDecision.CONFIRMED);
      SiteProcess one = team.reconcile(window);
      SiteProcess two = team.reconcile(window);
      decide(team, first, List.of(2), ReviewDecision.REJECTED);
      console.goOn();
      decide(team, first, List.of(3), ReviewDecision.CONFIRMED);
      ended(one);
      ended(two);
      team.upTo(Instant.now());

      List<RunRow> runs = team.runsOf(window);
      assertThat(runs).hasSize(4).extracting(RunRow::state).containsOnly(RunState.COMPLETE);
      assertThat(team.window(window.to()).run()).hasValue(window.run().orElseThrow());
      assertThat(team.window(window.to()).affected()).hasValue(Team.AFFECTED);
      team.on(database -> check(database, Team.incident(window), runs));
    }
  }

  private static Void check(ResultsDatabase database, String incident, List<RunRow> runs) {
    for (RunRow run : runs) {
      assertThat(new OpenStore(database).of(run).parcels()).isEqualTo(Team.AFFECTED);
      assertThat(decisions(database, run.run())).as("run %s", run.run()).isEqualTo(DECIDED);
    }
    assertThat(new IncidentRuns(database).latest(incident).orElseThrow().run())
        .isEqualTo(runs.stream().mapToLong(RunRow::run).max().orElseThrow());
    List<Review> reviews = new ArrayList<>();
    new ReviewStore(database, InstantSource.system())
        .forEach(incident, Long.MAX_VALUE, reviews::add);
    assertThat(reviews).extracting(Review::number).containsExactly(1L, 2L, 3L, 4L);
    return null;
  }

  /** What the rows of a list say, which its totals have to say, too. */
  private static Map<String, Long> decisions(ResultsDatabase database, long run) {
    ListingSearch list = new ListingSearch(database, run);
    Map<String, Long> decisions = new TreeMap<>();
    list.first(ListingFilter.ALL).rows().stream()
        .filter(row -> row.review().decision() != null)
        .forEach(row -> decisions.merge(row.review().decision(), 1L, Long::sum));
    assertThat(list.totals(Facet.DECISION)).isEqualTo(decisions);
    return decisions;
  }

  private static void decide(Team team, long run, List<Integer> rows, ReviewDecision decision) {
    team.on(
        database -> {
          ReviewStore reviews = new ReviewStore(database, InstantSource.system());
          List<ListedMismatch> listed =
              new ListingSearch(database, run).first(ListingFilter.ALL).rows();
          Map<MismatchId, String> facts = new TreeMap<>();
          rows.stream()
              .map(listed::get)
              .forEach(
                  row ->
                      facts.put(
                          new MismatchId(row.parcelId(), row.kind(), row.group()), row.facts()));
          return reviews.append(
              new Selection(run, reviews.latest(run), facts),
              new ReviewAct.Decide(decision, ""),
              "wu");
        });
  }

  private static void ended(SiteProcess process) throws Exception {
    assertThat(process.exitCode()).as(process.said()).isZero();
  }
}
