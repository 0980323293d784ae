package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Answer;
import parcelrecon.model.RecordRef;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;

/** Two processes on one PostgreSQL, as far as the database sees: each opens it for itself. */
class RunLeasesTest {

  private ResultsSettings settings;
  private ResultsDatabase one;
  private ResultsDatabase other;

  @BeforeEach
  void open() {
    settings = PostgresResults.fresh();
    one = ResultsDatabase.open(settings);
    other = ResultsDatabase.open(settings);
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void run_isRunningForOthers_whileItsProcessHasIt() {
    long run = Runs.begin(one);
    assertThat(new RunStore(other).interruptLeftRunning()).isZero();
    assertThat(new RunStore(other).take(run)).isFalse();
    assertThat(state(run)).isEqualTo(RunState.RUNNING);
  }

  @Test
  void run_isInterruptedAndFree_whenItsProcessIsGone() {
    long run = Runs.begin(one);
    one.close();
    assertThat(new RunStore(other).interruptLeftRunning()).isEqualTo(1);
    assertThat(state(run)).isEqualTo(RunState.INTERRUPTED);
    assertThat(new RunStore(other).take(run)).isTrue();
  }

  @Test
  void run_isFree_whenItsProcessReleasedIt() {
    long run = Runs.begin(one);
    new RunStore(one).release(run);
    assertThat(new RunStore(other).take(run)).isTrue();
    assertThat(new RunStore(one).take(run)).isFalse();
  }

  /** Its number is the next run's. */
  @Test
  void runThatWasNotBegunAfterAll_isFree() {
    PostgresResults.execute(
        settings.url(),
        """
        create function refuse() returns trigger language plpgsql as $$
        begin raise exception 'no more'; end $$
        """);
    PostgresResults.execute(
        settings.url(),
        "create trigger refuse before insert on run for each row execute function refuse()");
    assertThatExceptionOfType(JdbiException.class).isThrownBy(() -> Runs.begin(one));
    PostgresResults.execute(settings.url(), "drop trigger refuse on run");
    assertThat(Runs.begin(other)).isEqualTo(1);
  }

  @Test
  void runThatWasLost_isTakenAnew_andIsNotFreeWhileItIsHeld() {
    long run = Runs.begin(one);
    assertThat(new RunStore(one).takeFree(run)).isFalse();
    endLease();
    await(() -> new RunStore(one).lost(run).isPresent());
    assertThat(new RunStore(one).take(run)).isTrue();
    assertThat(new RunStore(one).lost(run)).isEmpty();
    assertThat(new RunStore(other).take(run)).isFalse();
    new PlanStore(one).save(run, Runs.plan(16, 1));
  }

  @Test
  void run_isHeldBySomebodyInItsOwnSchemaOnly_whenADatabaseHasSeveral() {
    PostgresResults.execute(settings.url(), "create schema team authorization recon");
    long run = Runs.begin(one);
    try (ResultsDatabase team =
        ResultsDatabase.open(Runs.settings(settings.url() + "?currentSchema=team"))) {
      assertThat(Runs.begin(team)).isEqualTo(run);
      one.close();
      assertThat(new RunStore(other).interruptLeftRunning()).isEqualTo(1);
      assertThat(new RunStore(team).interruptLeftRunning()).isZero();
    }
  }

  @Test
  void process_isTold_whenTheConnectionOfItsLeaseIsEnded() throws InterruptedException {
    long run = Runs.begin(one);
    CountDownLatch told = new CountDownLatch(1);
    new RunStore(one).whenLost(run, told::countDown);
    assertThat(new RunStore(one).lost(run)).isEmpty();
    endLease();
    assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(new RunStore(one).lost(run).orElseThrow().text())
        .startsWith("results database 127.0.0.1:")
        .contains(": the connection that holds run 1 was lost. The run stopped here, since");
  }

  @Test
  void lateWrites_areRefused_whenAnotherProcessTookTheRunOver() {
    long run = Runs.begin(one);
    endLease();
    awaitTaking(run);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> new PlanStore(one).save(run, Runs.plan(16, 1)))
        .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE))
        .withMessageContaining("the connection that holds run 1 was lost");
    assertThat(new PlanStore(other).find(run)).isEmpty();
    new PlanStore(other).save(run, Runs.plan(16, 1));
  }

  @Test
  void takingOver_waitsForTheWritesUnderWay_whenTheirProcessLostTheRun() throws Exception {
    long run = Runs.begin(one);
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> write =
          threads.submit(
              () ->
                  one.write(
                      run,
                      handle -> {
                        handle.execute("update run set day_total = 7 where run = " + run);
                        writing.countDown();
                        await(goOn);
                      }));
      assertThat(writing.await(20, TimeUnit.SECONDS)).isTrue();
      endLease();
      Future<?> taking = threads.submit(() -> awaitTaking(run));
      awaitStatement("%for update");
      assertThat(taking.isDone()).isFalse();
      goOn.countDown();
      write.get(20, TimeUnit.SECONDS);
      taking.get(20, TimeUnit.SECONDS);
    } finally {
      goOn.countDown();
      threads.shutdown();
    }
    assertThat(new RunStore(other).find(run).orElseThrow().dayTotal()).hasValue(7);
  }

  /** Those who wait for one would else wait for a process that is suspended in it. */
  @Test
  void transactionsThatOthersWaitFor_areEndedByTheServer_whenTheyStandStill() {
    long run = Runs.begin(one);
    one.write(run, handle -> assertThat(standingStillMax(handle)).isEqualTo("40s"));
    assertThat(one.<String>inTurn(RunLeasesTest::standingStillMax)).isEqualTo("40s");
    assertThat(one.jdbi().<String, RuntimeException>withHandle(RunLeasesTest::standingStillMax))
        .isEqualTo("0");
  }

  private static String standingStillMax(Handle handle) {
    return handle
        .createQuery("select current_setting('idle_in_transaction_session_timeout')")
        .mapTo(String.class)
        .one();
  }

  @Test
  void write_isADefect_whenTheRunWasNeverTaken() {
    long run = Runs.begin(one);
    assertThatIllegalStateException()
        .isThrownBy(() -> new RunStore(other).changeState(run, RunState.FAILED))
        .withMessage("run 1 was not taken");
  }

  @Test
  void runs_getNumbersOfTheirOwn_whenManyBeginAtOnce() throws Exception {
    List<Long> runs =
        atOnce(
            IntStream.range(0, 24)
                .<Callable<Long>>mapToObj(number -> () -> Runs.begin(number % 2 == 0 ? one : other))
                .toList());
    assertThat(runs)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 24).boxed().toList());
  }

  @Test
  void answers_getNumbersOfTheirOwn_whenTwoAreTakenInAtOnce() throws Exception {
    List<Callable<Integer>> takings = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      ResultsDatabase database = number % 2 == 0 ? one : other;
      List<Answer> answers = List.of(answer("A" + number), answer("B" + number), answer("same"));
      takings.add(() -> new AnswerStore(database).add("incident", answers));
    }
    assertThat(atOnce(takings)).hasSize(12);
    assertThat(new AnswerStore(one).latest("incident")).isEqualTo(25);
  }

  @Test
  void tables_areMadeOnce_whenManyOpenANewDatabaseAtOnce() throws Exception {
    ResultsSettings fresh = PostgresResults.fresh();
    List<Long> runs =
        atOnce(
            IntStream.range(0, 6)
                .<Callable<Long>>mapToObj(
                    number ->
                        () -> {
                          try (ResultsDatabase database = ResultsDatabase.open(fresh)) {
                            return Runs.begin(database);
                          }
                        })
                .toList());
    assertThat(runs).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<T> got = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(calls)) {
        got.add(future.get());
      }
      return got;
    } finally {
      threads.shutdown();
    }
  }

  private RunState state(long run) {
    return new RunStore(other).find(run).orElseThrow().state();
  }

  /** As an administrator does, or a restart of the server. */
  private void endLease() {
    PostgresResults.execute(
        settings.url(),
        """
        select pg_terminate_backend(pid)
        from pg_locks
        where locktype = 'advisory' and objid <> 0
          and database = (select oid from pg_database where datname = current_database())
        """);
  }

  private void awaitTaking(long run) {
    await(() -> new RunStore(other).take(run));
  }

  private void awaitStatement(String like) {
    await(
        () ->
            one.jdbi()
                .withHandle(
                    handle ->
                        handle
                            .createQuery(
                                "select exists (select 1 from pg_stat_activity where"
                                    + " wait_event_type = 'Lock' and query like :like)")
                            .bind("like", like)
                            .mapTo(Boolean.class)
                            .one()));
  }

  private static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for 30 s").isLessThan(until);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Answer answer(String parcelId) {
    return new Answer(
        parcelId, new RecordRef.AnswerRow(1, 1), Answer.StoreAnswer.ON_SHELF, Runs.AS_OF, "", "");
  }
}
