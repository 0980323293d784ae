package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Lists of runs where there is more than a year of hourly windows. What a list costs is told by the
 * rows the database reads for it, which its plans say.
 */
class RunListTest extends OnResults {

  private static final int RUNS = 10_000;

  /** Every so many windows something was affected. */
  private static final int AFFECTED_EVERY = 50;

  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

  private RunList list;

  /** The windows of a schedule, most of them quiet, and before them a run of an incident. */
  @BeforeEach
  void years() {
    new RunStore(database).end(Runs.begin(database), RunState.COMPLETE, 0, Runs.AS_OF);
    new StoredResults(database, 1).keepTotals();
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute("insert into schedule (schedule, since) values ('hourly', 'then')");
              insert(
                  handle.prepareBatch(
                      """
                      insert into run (
                        run, incident_id, incident, as_of, state, exit_code, answers_through,
                        out_directory, language, callers, script_form, fail_on_mismatch,
                        configuration_sha256, configuration_version, settings, started_at, ended_at)
                      select
                        :run, 'hourly-' || :run, incident, as_of, state, exit_code, answers_through,
                        out_directory, language, callers, script_form, fail_on_mismatch,
                        configuration_sha256, configuration_version, settings, started_at, ended_at
                      from run where run = 1
                      """));
              insert(
                  handle.prepareBatch(
                      """
                      insert into run_total (run, totals)
                      select :run, totals from run_total where run = 1
                      """));
              PreparedBatch windows =
                  handle.prepareBatch(
                      """
                      insert into scheduled_window (
                        schedule, window_to, window_from, due_at, state, run, begun_at, affected)
                      values ('hourly', 'to-' || :run, 'from', 'due', 'JUDGED', :run, 'then', :affected)
                      """);
              IntStream.rangeClosed(2, RUNS)
                  .forEach(
                      run ->
                          windows
                              .bind("run", (long) run)
                              .bind("affected", run % AFFECTED_EVERY == 0 ? 7L : 0L)
                              .add());
              windows.execute();
            });
    analyze();
    list = new RunList(database);
  }

  private static void insert(PreparedBatch rows) {
    IntStream.rangeClosed(2, RUNS).forEach(run -> rows.bind("run", (long) run).add());
    rows.execute();
  }

  /** As a database does by itself once tables have grown. */
  protected void analyze() {
    database.jdbi().useHandle(handle -> handle.execute("analyze"));
  }

  protected long scanned(String plan) {
    Matcher scanned = SCANNED.matcher(plan);
    long rows = 0;
    while (scanned.find()) {
      rows += Long.parseLong(scanned.group(1));
    }
    return rows;
  }

  private void costsAtMost(long rows, Runnable reading) {
    List<String> plans = Plans.of(database.jdbi(), reading);
    assertThat(plans).hasSize(1);
    assertThat(scanned(plans.get(0))).as(plans.get(0)).isLessThanOrEqualTo(rows);
  }

  /** Filling the table takes longest, so everything is asked in turn. */
  @Test
  void lists_readWhatTheyShow_ofTenThousandRuns() {
    newest();
    ofIncidents();
    ofInterest();
    states();
    countedOnce();
  }

  private void newest() {
    assertThat(list.newest(RunList.END, 100))
        .hasSize(100)
        .allSatisfy(run -> assertThat(run.totals()).isPresent())
        .first()
        .satisfies(run -> assertThat(run.row().run()).isEqualTo(RUNS));
    assertThat(list.newest(3, 100)).extracting(run -> run.row().run()).containsExactly(2L, 1L);
    costsAtMost(1_000, () -> list.newest(RunList.END, 100));
    costsAtMost(1_000, () -> list.newest(5_000, 100));
  }

  private void ofIncidents() {
    assertThat(list.ofIncident("2022-04-13-kafka", RunList.END, 100))
        .extracting(RunRow::run)
        .containsExactly(1L);
    assertThat(list.latestOfIncidents(20))
        .hasSize(20)
        .startsWith(new RunList.Latest("hourly-10000", 10_000));
    costsAtMost(100, () -> list.ofIncident("2022-04-13-kafka", RunList.END, 100));
    costsAtMost(200, () -> list.latestOfIncidents(20));
  }

  /** Quiet windows are passed over: no run and no window is read twice. */
  private void ofInterest() {
    assertThat(list.ofInterest(RunList.END, 1_000))
        .extracting(run -> run.row().run())
        .hasSize(201)
        .startsWith(10_000L, 9_950L)
        .endsWith(50L, 1L);
    costsAtMost(2 * RUNS + 1_000, () -> list.ofInterest(RunList.END, 101));
  }

  private void states() {
    assertThat(list.states())
        .containsEntry(RunState.COMPLETE, 10_000L)
        .containsEntry(RunState.RUNNING, 0L);
    costsAtMost(RUNS + 1, () -> list.states());
  }

  /** As of an earlier version, which kept no totals. */
  private void countedOnce() {
    database.jdbi().useHandle(handle -> handle.execute("delete from run_total where run > 9990"));
    assertThat(list.newest(RunList.END, 10))
        .allSatisfy(run -> assertThat(run.totals()).isPresent());
    costsAtMost(1_000, () -> list.newest(RunList.END, 10));
  }
}
