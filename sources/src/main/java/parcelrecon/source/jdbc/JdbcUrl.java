package parcelrecon.source.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/**
 * A database's URL, made safe: it creates nothing, runs no code and, where the database can be
 * asked to, refuses every write.
 *
 * @param text what the driver gets; may hold secrets
 */
record JdbcUrl(String text) {

  private static final String H2 = "jdbc:h2:";

  /** Any other setting could run code, write files or open a port. */
  private static final Set<String> H2_SETTINGS =
      Set.of(
          "ACCESS_MODE_DATA",
          "CACHE_SIZE",
          "CASE_INSENSITIVE_IDENTIFIERS",
          "CIPHER",
          "DATABASE_TO_LOWER",
          "DATABASE_TO_UPPER",
          "DB_CLOSE_ON_EXIT",
          "IFEXISTS",
          "LOCK_TIMEOUT",
          "MODE",
          "NON_KEYWORDS",
          "PASSWORD",
          "SCHEMA",
          "USER");

  /** Set by us: never create, never write, and stay open while a stop is waited for. */
  private static final List<String> H2_OURS =
      List.of("IFEXISTS=TRUE", "ACCESS_MODE_DATA=r", "DB_CLOSE_ON_EXIT=FALSE");

  /**
   * @param where names the source in messages
   */
  static JdbcUrl of(String url, String where) {
    if (!url.startsWith(H2)) {
      throw refused(
          where,
          "no driver for " + shown(url) + ", expected jdbc:h2:...",
          "Give the URL of a database that can be read");
    }
    return new JdbcUrl(h2(url, where));
  }

  private static String h2(String url, String where) {
    String[] parts = url.split(";");
    List<String> kept = new ArrayList<>();
    kept.add(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      String setting = parts[i].split("=", 2)[0].strip().toUpperCase(Locale.ROOT);
      if (!H2_SETTINGS.contains(setting)) {
        throw refused(
            where,
            "setting " + setting + " is not allowed in " + shown(url),
            "Take the setting out of the URL");
      }
      if (H2_OURS.stream().noneMatch(ours -> ours.startsWith(setting + "="))) {
        kept.add(parts[i]);
      }
    }
    kept.addAll(H2_OURS);
    return String.join(";", kept);
  }

  private static ProblemException refused(String where, String what, String remedy) {
    return new ProblemException(
        ExitCode.CONFIGURATION, new Problem(where, what, "Nothing was read", remedy));
  }

  /** The URL without settings and without user or password. */
  String shown() {
    return shown(text);
  }

  private static String shown(String url) {
    return url.split("[;?]", 2)[0].replaceAll("//[^/@]*@", "//");
  }
}
