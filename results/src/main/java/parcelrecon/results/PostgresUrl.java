package parcelrecon.results;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/**
 * The URL of a PostgreSQL database. Settings that could load classes or write files are refused,
 * and so are secrets: a URL is shown.
 */
final class PostgresUrl {

  static final String PREFIX = "jdbc:postgresql:";

  private static final Pattern FORM =
      Pattern.compile(Pattern.quote(PREFIX) + "//([^/?@]+/[^/?@]+)(\\?(.*))?");

  /** What a site may set. A list of what is harmless cannot be outdated by a new setting. */
  private static final Set<String> ALLOWED =
      Set.of(
          "ApplicationName",
          "channelBinding",
          "connectTimeout",
          "currentSchema",
          "loginTimeout",
          "socketTimeout",
          "ssl",
          "sslNegotiation",
          "sslResponseTimeout",
          "sslcert",
          "sslkey",
          "sslmode",
          "sslrootcert",
          "targetServerType",
          "tcpKeepAlive");

  private PostgresUrl() {}

  /** The URL as it is, its settings known to do no harm. */
  static String safe(String url) {
    Matcher form = FORM.matcher(url);
    if (!form.matches()) {
      throw refused(
          "is no URL of a PostgreSQL database, expected jdbc:postgresql://HOST:PORT/DATABASE");
    }
    for (String setting : settings(form.group(3))) {
      String name = setting.replaceFirst("=.*", "");
      if (name.equals("user") || name.equals("password")) {
        throw refused("names a " + name + ", expected in results." + name);
      }
      if (!ALLOWED.contains(name)) {
        throw refused(
            "setting "
                + name
                + " is not allowed, expected one of "
                + ALLOWED.stream().sorted().toList());
      }
    }
    return url;
  }

  /** Host, port and database of a safe URL, for messages. */
  static String place(String url) {
    return url.replaceAll("\\?.*", "").substring(PREFIX.length() + 2);
  }

  private static String[] settings(String text) {
    return text == null || text.isEmpty() ? new String[0] : text.split("&");
  }

  private static ProblemException refused(String what) {
    return new ProblemException(
        ExitCode.CONFIGURATION,
        new Problem("results.url", what, ResultsEngine.NOTHING_STARTED, "Correct the URL"));
  }
}
