package parcelrecon.report.datafix;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import parcelrecon.model.Outbound.OutboundState;

/**
 * The site's outbound table, as its datafixes must name it.
 *
 * @param idPattern ids outside it become tasks, not SQL
 * @param states the site's word for each of our states
 * @param extendDays how far a reverted pick-up's deadline is put off
 * @param replayTopic where replayed events are to be sent; absent when none
 */
public record DatafixSettings(
    Dialect dialect,
    String table,
    String key,
    Pattern idPattern,
    Columns columns,
    Map<OutboundState, String> states,
    int extendDays,
    Optional<String> replayTopic) {

  /** The databases a script can be written for. */
  public enum Dialect {
    H2,
    POSTGRESQL,
    MARIADB,
    MYSQL
  }

  /**
   * @param deadline absent when the table has none
   */
  public record Columns(String state, String version, Optional<String> deadline) {}
}
