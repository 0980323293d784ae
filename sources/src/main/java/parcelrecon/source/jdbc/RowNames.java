package parcelrecon.source.jdbc;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a site calls its outbound table and the columns that datafixes name. They stand in a
 * statement as they are.
 *
 * @param deadline absent when the table has none
 */
public record RowNames(
    String table, String key, String state, String version, Optional<String> deadline) {

  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}([.][A-Za-z_][A-Za-z0-9_]{0,62})?");

  /**
   * @throws IllegalArgumentException when a name is not a plain one
   */
  public RowNames {
    Stream.of(table, key, state, version, deadline.orElse(key))
        .filter(name -> !PLAIN.matcher(name).matches())
        .forEach(
            name -> {
              throw new IllegalArgumentException("not the name of a table or column: " + name);
            });
  }
}
