package parcelrecon.results;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The earlier of two clocks: this process's and the results database's. What is over by it is over
 * by both, so a machine whose clock is ahead judges nothing and removes nothing before its time.
 */
public final class AgreedClock implements InstantSource {

  /** Clocks that differ by more are told. */
  private static final Duration DIFFERENCE_MAX = Duration.ofMinutes(1);

  private static final Logger LOG = Logger.getLogger(AgreedClock.class.getName());

  private final ResultsDatabase database;
  private final InstantSource own;
  private boolean differ;

  public AgreedClock(ResultsDatabase database, InstantSource own) {
    this.database = database;
    this.own = own;
  }

  /** Asks the database. */
  @Override
  public Instant instant() {
    Instant there =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(Sql.of("database_time"))
                        .map((row, context) -> row.getTimestamp("now").toInstant())
                        .one());
    Instant here = own.instant();
    tell(Duration.between(there, here));
    return here.isBefore(there) ? here : there;
  }

  /** Once when they begin to differ, and once when they agree again. */
  private synchronized void tell(Duration ahead) {
    boolean differed = differ;
    differ = ahead.abs().compareTo(DIFFERENCE_MAX) > 0;
    if (differ && !differed) {
      LOG.log(Level.WARNING, "clock is wrong", Map.of("aheadSeconds", ahead.toSeconds()));
    }
    if (differed && !differ) {
      LOG.log(Level.INFO, "clock is right again", Map.of());
    }
  }
}
