package parcelrecon.app.configuration;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDBC URL of the configuration. That of an H2 file has its path made absolute, and may not carry
 * statements to be run.
 */
final class JdbcUrl {

  private static final Pattern H2 = Pattern.compile("jdbc:h2:(file:)?([^;]*)(;.*)?");
  private static final Pattern NOT_A_FILE =
      Pattern.compile("(mem|tcp|ssl|zip|split|nio\\w*|async|memFS|memLZ):.*");

  private JdbcUrl() {}

  static Optional<String> read(Value value) {
    return value
        .text()
        .filter(
            url -> {
              boolean ok = url.startsWith("jdbc:") && !runsStatements(url);
              if (!ok) {
                value.problem(
                    runsStatements(url)
                        ? "carries INIT, which runs statements when it is opened"
                        : "is no JDBC URL",
                    "Write e.g. \"jdbc:h2:file:./data/results\"");
              }
              return ok;
            })
        .map(url -> absolute(url, value.reading().base()));
  }

  private static boolean runsStatements(String url) {
    return url.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:")
        && url.toUpperCase(Locale.ROOT).replaceAll("\\s", "").contains(";INIT=");
  }

  /** What the server calls the database: the last part of the URL, without settings. */
  static Optional<String> database(String url) {
    String[] parts = url.split("[;?]", 2)[0].split("[:/\\\\]", -1);
    return Optional.of(parts[parts.length - 1]).filter(name -> !name.isEmpty());
  }

  static String absolute(String url, Path base) {
    Matcher h2 = H2.matcher(url);
    if (!h2.matches() || NOT_A_FILE.matcher(h2.group(2)).matches() || h2.group(2).startsWith("~")) {
      return url;
    }
    String options = h2.group(3) == null ? "" : h2.group(3);
    return "jdbc:h2:file:" + base.resolve(h2.group(2)).normalize() + options;
  }
}
