package parcelrecon.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;
import parcelrecon.server.PostgresServer;

/** Spring Batch on PostgreSQL. */
class BatchEngineTest {

  private String url;
  private ResultsDatabase database;

  @BeforeEach
  void open() {
    url = PostgresServer.shared().newDatabase();
    database = open(url);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void jobs_areAllDone_whenManyBeginAtOnceInANewDatabase() throws Exception {
    List<Callable<BatchStatus>> begins =
        LongStream.rangeClosed(1, 16)
            .<Callable<BatchStatus>>mapToObj(
                run ->
                    () -> {
                      BatchEngine engine = new BatchEngine(database);
                      return engine.execute(job(engine, done()), run).getStatus();
                    })
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<BatchStatus> ends = new ArrayList<>();
      for (Future<BatchStatus> begun : threads.invokeAll(begins)) {
        ends.add(begun.get());
      }
      assertThat(ends).hasSize(16).containsOnly(BatchStatus.COMPLETED);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void tables_areOurs_whenAnotherSchemaHasThemToo() throws Exception {
    BatchEngine first = new BatchEngine(database);
    first.execute(job(first, done()), 1);
    try (ResultsDatabase team = open(url + "?currentSchema=team")) {
      BatchEngine engine = new BatchEngine(team);
      assertThat(engine.repository().getJobNames()).isEmpty();
      assertThat(engine.execute(job(engine, done()), 1).getStatus())
          .isEqualTo(BatchStatus.COMPLETED);
    }
  }

  @Test
  void failure_isKept_whateverItsTextHolds() throws Exception {
    BatchEngine engine = new BatchEngine(database);
    JobExecution execution =
        engine.execute(
            job(
                engine,
                (contribution, context) -> {
                  throw new IllegalStateException("seen p\0a");
                }),
            1);
    assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
    assertThat(execution.getAllFailureExceptions().get(0)).hasMessage("seen p\0a");
    assertThat(engine.execute(job(engine, done()), 1).getStatus()).isEqualTo(BatchStatus.COMPLETED);
  }

  /** Whose end could not be saved, since the database was away: Spring Batch calls it UNKNOWN. */
  @Test
  void stepOfAnUnknownEnd_isGoneOnWith() throws Exception {
    BatchEngine engine = new BatchEngine(database);
    JobExecution execution =
        engine.execute(
            job(
                engine,
                (contribution, context) -> {
                  throw new IllegalStateException("the database is away");
                }),
            1);
    StepExecution step = execution.getStepExecutions().iterator().next();
    step.setStatus(BatchStatus.UNKNOWN);
    engine.repository().update(step);

    assertThat(engine.execute(job(engine, done()), 1).getStatus()).isEqualTo(BatchStatus.COMPLETED);
  }

  /** The database was away when the part ended, and was back when the job did. */
  @Test
  void partThatSaysThatItIsAtWork_isGoneOnWith_whenItsJobHasEnded() throws Exception {
    BatchEngine engine = new BatchEngine(database);
    JobExecution execution =
        engine.execute(
            inParts(
                engine,
                (contribution, context) -> {
                  throw new IllegalStateException("the database is away");
                }),
            1);
    assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
    for (StepExecution step : execution.getStepExecutions()) {
      step.setStatus(BatchStatus.STARTED);
      engine.repository().update(step);
    }

    assertThat(engine.execute(inParts(engine, done()), 1).getStatus())
        .isEqualTo(BatchStatus.COMPLETED);
  }

  /** Its process died before the first execution was written down. */
  @Test
  void jobThatWasOnlyNamed_isBegun() throws Exception {
    BatchEngine engine = new BatchEngine(database);
    engine.repository().createJobInstance(BatchEngine.JOB_NAME, BatchEngine.parameters(1));

    assertThat(engine.execute(job(engine, done()), 1).getStatus()).isEqualTo(BatchStatus.COMPLETED);
  }

  private static ResultsDatabase open(String url) {
    return ResultsDatabase.open(
        new ResultsSettings(url, Optional.of(PostgresServer.OWNER), Optional.empty()));
  }

  private static Tasklet done() {
    return (contribution, context) -> RepeatStatus.FINISHED;
  }

  private static Job job(BatchEngine engine, Tasklet tasklet) {
    return new JobBuilder(BatchEngine.JOB_NAME, engine.repository())
        .start(step(engine, tasklet))
        .build();
  }

  private static Job inParts(BatchEngine engine, Tasklet tasklet) {
    return new JobBuilder(BatchEngine.JOB_NAME, engine.repository())
        .start(
            new StepBuilder("parts", engine.repository())
                .partitioner("step", parts -> Map.of("first", new ExecutionContext()))
                .step(step(engine, tasklet))
                .build())
        .build();
  }

  private static Step step(BatchEngine engine, Tasklet tasklet) {
    return new StepBuilder("step", engine.repository())
        .tasklet(tasklet, engine.transactions())
        .build();
  }
}
