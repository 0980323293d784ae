package parcelrecon.results;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/** The tables of a results database, made and brought to this version. */
final class ResultsTables {

  private final ResultsEngine engine;
  private final Flyway flyway;

  ResultsTables(ResultsEngine engine, DataSource dataSource) {
    this.engine = engine;
    this.flyway =
        Flyway.configure()
            .dataSource(dataSource)
            .locations("classpath:results/migration/" + engine.name())
            .ignoreMigrationPatterns(new String[0])
            .configuration(Map.of("flyway.cleanDisabled", "true"))
            .load();
  }

  /** Several processes may do this at once: one of them works, the others wait for it. */
  void migrate() {
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      if (e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
        throw notEmpty(e);
      }
      throw newerVersion().<RuntimeException>map(version -> newer(version, e)).orElse(e);
    }
  }

  private Optional<MigrationVersion> newerVersion() {
    return Arrays.stream(flyway.info().all())
        .filter(info -> info.getState() == MigrationState.FUTURE_SUCCESS)
        .map(MigrationInfo::getVersion)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  private ProblemException newer(MigrationVersion seen, FlywayException cause) {
    String known =
        Arrays.stream(flyway.info().all())
            .filter(info -> info.getState() != MigrationState.FUTURE_SUCCESS)
            .map(MigrationInfo::getVersion)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .map(MigrationVersion::getVersion)
            .orElse("none");
    return new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(
            engine.where(),
            "its tables are those of a newer parcel-recon (seen version "
                + seen
                + ", expected at most "
                + known
                + ")",
            ResultsEngine.NOTHING_STARTED,
            "Use the version that was used there last, or set another results.url"),
        cause);
  }

  private ProblemException notEmpty(FlywayException cause) {
    return new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(
            engine.where(),
            "its schema holds tables that are not ours",
            ResultsEngine.NOTHING_STARTED,
            "Give the results a schema of their own: create schema NAME authorization USER, then"
                + " currentSchema=NAME in results.url"),
        cause);
  }
}
