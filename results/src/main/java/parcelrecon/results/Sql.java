package parcelrecon.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The statements of the results: one file each, named by what it returns or does. */
public final class Sql {

  private static final Map<String, String> STATEMENTS = new ConcurrentHashMap<>();

  private Sql() {}

  /**
   * The text of a statement without its comments.
   *
   * @param name of its file, without the ending
   */
  public static String of(String name) {
    return STATEMENTS.computeIfAbsent(name, Sql::load);
  }

  private static String load(String name) {
    String file = "/results/" + name + ".sql";
    try (InputStream in = Sql.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no statement " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("--"))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
