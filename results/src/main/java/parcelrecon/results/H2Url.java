package parcelrecon.results;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/**
 * The URL of an H2 file, made durable: a commit is on disk when it returns, and the file stays open
 * until we close it. Settings that could run code or open a port are refused.
 */
final class H2Url {

  /** Others are of another process, or gone with this one. */
  private static final String PREFIX = "jdbc:h2:file:";

  /** What a site may set. A list of what is harmless cannot be outdated by a new setting. */
  private static final Set<String> ALLOWED =
      Set.of(
          "CACHE_SIZE",
          "COMPRESS",
          "DB_CLOSE_ON_EXIT",
          "IFEXISTS",
          "LOCK_TIMEOUT",
          "MAX_COMPACT_TIME",
          "MAX_MEMORY_ROWS",
          "TRACE_LEVEL_FILE",
          "WRITE_DELAY");

  private static final Set<String> OURS = Set.of("WRITE_DELAY", "DB_CLOSE_ON_EXIT");

  /** How long a thread waits for its turn, unless the site says otherwise. */
  private static final String WAIT = ";LOCK_TIMEOUT=30000";

  private H2Url() {}

  static String durable(String url) {
    String[] parts = url.split(";", -1);
    if (!isFile(parts[0])) {
      throw refused(
          "a results database of this kind is not supported (seen \""
              + parts[0].replaceAll("[?].*", "")
              + "\", expected jdbc:h2:file:PATH or jdbc:postgresql://HOST/DATABASE)");
    }
    // H2 refuses a setting that is there twice with two values.
    StringBuilder durable = new StringBuilder(parts[0]).append(isWaitSet(parts) ? "" : WAIT);
    for (String setting : Arrays.asList(parts).subList(1, parts.length)) {
      if (setting.isBlank()) {
        continue;
      }
      String name = setting.replaceFirst("=.*", "").strip().toUpperCase(Locale.ROOT);
      if (!ALLOWED.contains(name)) {
        throw refused(
            "setting "
                + name
                + " is not allowed, expected one of "
                + ALLOWED.stream().sorted().toList());
      }
      if (!OURS.contains(name)) {
        durable.append(';').append(setting.strip());
      }
    }
    return durable.append(";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE").toString();
  }

  private static boolean isWaitSet(String[] parts) {
    return Arrays.stream(parts)
        .anyMatch(part -> part.strip().toUpperCase(Locale.ROOT).startsWith("LOCK_TIMEOUT"));
  }

  /** The path as the URL names it, for messages. */
  static String path(String url) {
    return url.replaceAll(";.*", "").substring(PREFIX.length());
  }

  private static boolean isFile(String url) {
    return url.startsWith(PREFIX) && url.length() > PREFIX.length();
  }

  private static ProblemException refused(String what) {
    return new ProblemException(
        ExitCode.CONFIGURATION,
        new Problem("results.url", what, "Nothing was started", "Correct the URL"));
  }
}
