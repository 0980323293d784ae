package parcelrecon.source.jdbc;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/**
 * A database's URL, made safe: it creates nothing, runs no code and, where the database can be
 * asked to, refuses every write.
 *
 * @param text what the driver gets; of an H2 file it may hold secrets
 * @param settings what the driver gets beside it, and what of ours the site's cannot change; may
 *     hold secrets
 */
record JdbcUrl(Dialect dialect, String text, Map<String, String> settings) {

  /**
   * @param where names the source in messages
   */
  static JdbcUrl of(String url, String where) {
    Dialect dialect =
        Dialect.of(url)
            .orElseThrow(
                () ->
                    refused(
                        where,
                        "no driver for " + shown(url) + ", expected " + prefixes(),
                        "Give the URL of a database that can be read"));
    return dialect == Dialect.H2
        ? new JdbcUrl(dialect, H2Url.safe(url, where), Map.of())
        : ServerUrl.safe(dialect, url, where);
  }

  private static String prefixes() {
    return Arrays.stream(Dialect.values()).map(Dialect::prefix).collect(Collectors.joining(", "));
  }

  static ProblemException refused(String where, String what, String remedy) {
    return new ProblemException(
        ExitCode.CONFIGURATION, new Problem(where, what, "Nothing was read", remedy));
  }

  static ProblemException notAllowed(String where, String setting, String url, String remedy) {
    return refused(where, "setting " + setting + " is not allowed in " + shown(url), remedy);
  }

  /** The URL without settings and without user or password. */
  String shown() {
    return shown(text);
  }

  static String shown(String url) {
    return url.split("[;?]", 2)[0].replaceAll("//[^/]*@", "//");
  }

  /** Names no secret. */
  @Override
  public String toString() {
    return shown();
  }
}
