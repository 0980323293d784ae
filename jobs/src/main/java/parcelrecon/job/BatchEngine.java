package parcelrecon.job;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.JobOperatorFactoryBean;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;
import parcelrecon.results.ResultsDatabase;

/**
 * Spring Batch on the results database: its repository, its operator, and the tables it needs.
 *
 * <p>Wired by hand, without an application context: a run needs no other bean, and an empty context
 * would cost more time than a small run.
 */
final class BatchEngine {

  static final String JOB_NAME = "reconcile";
  static final String RUN_PARAMETER = "run";

  private static final String FIRST_TABLE = "BATCH_JOB_INSTANCE";

  private final PlatformTransactionManager transactions;
  private final JobRepository repository;
  private final JobOperator operator;
  private final MapJobRegistry registry = new MapJobRegistry();

  BatchEngine(ResultsDatabase database) {
    this.transactions = new JdbcTransactionManager(database.dataSource());
    database.alone(connection -> createTables(connection, database.kind()));
    try {
      this.repository = repository(database.dataSource());
      this.operator = operator();
    } catch (Exception e) {
      throw new IllegalStateException("Spring Batch could not be set up", e);
    }
  }

  JobRepository repository() {
    return repository;
  }

  PlatformTransactionManager transactions() {
    return transactions;
  }

  /**
   * Starts the run's job, or goes on with it where an earlier process stopped or died; one that is
   * done is left as it is: whoever did it may have died before the run said so.
   */
  JobExecution execute(Job job, long run) throws Exception {
    if (registry.getJobNames().contains(job.getName())) {
      registry.unregister(job.getName());
    }
    registry.register(job);
    JobParameters parameters = parameters(run);
    JobInstance instance = repository.getJobInstance(JOB_NAME, parameters);
    JobExecution last = instance == null ? null : repository.getLastJobExecution(instance);
    if (last == null) {
      // A process may have died between naming the job and beginning it.
      Optional.ofNullable(instance).ifPresent(repository::deleteJobInstance);
      return operator.start(job, parameters);
    }
    if (last.getStatus() == BatchStatus.COMPLETED) {
      return last;
    }
    if (last.getStatus().isRunning() || last.getStatus() == BatchStatus.UNKNOWN) {
      last = recover(last);
    }
    repository.getJobExecutions(instance).forEach(this::endSteps);
    return operator.restart(last);
  }

  /**
   * A step whose end could not be saved, since the database was away, is UNKNOWN or says that it is
   * at work, and Spring Batch would not begin it again: it cannot know that nobody works on it, and
   * that a step of ours may be repeated.
   */
  private void endSteps(JobExecution execution) {
    for (StepExecution step : execution.getStepExecutions()) {
      if (step.getStatus() == BatchStatus.UNKNOWN || step.getStatus().isRunning()) {
        step.setStatus(BatchStatus.FAILED);
        repository.update(step);
      }
    }
  }

  /** What tells the job of a run from others. */
  static JobParameters parameters(long run) {
    return new JobParametersBuilder().addLong(RUN_PARAMETER, run).toJobParameters();
  }

  /**
   * Marks what a killed process left running as failed. Nobody else runs it: the caller holds the
   * results database.
   */
  private JobExecution recover(JobExecution last) {
    if (last.getStatus() == BatchStatus.UNKNOWN) {
      last.setStatus(BatchStatus.STARTED);
    }
    return operator.recover(last);
  }

  private JobRepository repository(DataSource dataSource) throws Exception {
    JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
    factory.setDataSource(dataSource);
    factory.setTransactionManager(transactions);
    // Who begins a run's job holds the run: nobody else can make the same one. The standard level,
    // SERIALIZABLE, makes PostgreSQL refuse one of two different jobs that begin at once.
    factory.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
    factory.setJdbcOperations(new KeptTexts(dataSource));
    factory.afterPropertiesSet();
    return factory.getObject();
  }

  private JobOperator operator() throws Exception {
    JobOperatorFactoryBean factory = new JobOperatorFactoryBean();
    factory.setJobRepository(repository);
    factory.setJobRegistry(registry);
    factory.setTransactionManager(transactions);
    factory.afterPropertiesSet();
    return factory.getObject();
  }

  private static void createTables(Connection connection, String kind) throws SQLException {
    if (!hasTables(connection)) {
      new ResourceDatabasePopulator(
              new ClassPathResource("org/springframework/batch/core/schema-" + kind + ".sql"))
          .populate(connection);
    }
  }

  /** In our schema: another one of the same database may hold those of somebody else. */
  private static boolean hasTables(Connection connection) throws SQLException {
    DatabaseMetaData known = connection.getMetaData();
    String name =
        known.storesLowerCaseIdentifiers() ? FIRST_TABLE.toLowerCase(Locale.ROOT) : FIRST_TABLE;
    try (ResultSet tables = known.getTables(null, connection.getSchema(), name, null)) {
      return tables.next();
    }
  }
}
