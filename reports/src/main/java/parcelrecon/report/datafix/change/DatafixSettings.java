package parcelrecon.report.datafix.change;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parcelrecon.model.Outbound.OutboundState;

/**
 * The site's outbound table, as its datafixes must name it.
 *
 * @param idPattern ids outside it become tasks, not SQL
 * @param states the site's word for each of our states
 * @param extendDays how far a reverted pick-up's deadline is put off
 * @param zone in which the table's times are read where they have none of their own
 * @param replay where replayed events are to be sent; absent when none
 * @param database what the server calls the database of the table; absent when unknown
 */
public record DatafixSettings(
    Dialect dialect,
    String table,
    String key,
    Pattern idPattern,
    Columns columns,
    Map<OutboundState, String> states,
    int extendDays,
    ZoneId zone,
    Optional<Replay> replay,
    Optional<String> database) {

  /** What may stand unquoted in a script as the name of a table or column. */
  public static final Pattern IDENTIFIER =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}([.][A-Za-z_][A-Za-z0-9_]{0,62})?");

  /**
   * @throws IllegalArgumentException when a name is not an {@link #IDENTIFIER}
   */
  public DatafixSettings {
    states = Map.copyOf(states);
    Stream.of(table, key, columns.state(), columns.version(), columns.deadline().orElse(key))
        .filter(name -> !IDENTIFIER.matcher(name).matches())
        .forEach(
            name -> {
              throw new IllegalArgumentException("not the name of a table or column: " + name);
            });
  }

  /** The databases a script can be written for. */
  public enum Dialect {
    H2,
    POSTGRESQL,
    MARIADB,
    MYSQL
  }

  /**
   * Where events are sent again.
   *
   * @param numbers our columns of events that the site's events hold as numbers, not as texts
   */
  public record Replay(String topic, List<String> numbers) {
    public Replay {
      numbers = List.copyOf(numbers);
    }
  }

  /**
   * @param deadline absent when the table has none
   */
  public record Columns(String state, String version, Optional<String> deadline) {}
}
