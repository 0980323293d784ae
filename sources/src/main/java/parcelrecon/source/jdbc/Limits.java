package parcelrecon.source.jdbc;

import java.time.Duration;

/**
 * How long a database may let us wait.
 *
 * @param statement for the answer to a statement, or for more of its rows
 * @param lock for a lock that somebody else holds
 */
record Limits(Duration statement, Duration lock) {

  static final Limits STANDARD = new Limits(Duration.ofMinutes(30), Duration.ofMinutes(1));

  /** For a connection to be made. */
  static final Duration CONNECTING = Duration.ofSeconds(30);

  /**
   * Rows fetched at once where a driver counts them: enough to hide the round trips, far from
   * filling the memory.
   */
  static final int FETCH_ROWS = 1_000;
}
