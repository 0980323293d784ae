package parcelrecon.source.accesslog;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import parcelrecon.problem.DidYouMean;
import parcelrecon.source.SourceSettings.Times;

/**
 * How the lines of an access log are written.
 *
 * @param name of a known pattern; of the site's own the words "of the site"
 * @param columns the names of its groups
 * @param timeFormat of its times, unless the site names another
 */
public record AccessPattern(String name, Pattern regex, Set<String> columns, String timeFormat) {

  /** The name of what nginx and Apache write unless told otherwise. */
  public static final String COMBINED = "combined";

  /** The group with the request line, or its target alone. */
  static final String REQUEST = "request";

  private static final String LOCAL_TIME = "dd/MMM/yyyy:HH:mm:ss Z";

  /**
   * Nothing in it is tried twice: quoted texts are taken possessively, with what is escaped in
   * them. The fields of nginx's predefined format and of Apache's; nginx's packages add the
   * forwarded address.
   */
  private static final String COMBINED_LINE =
      "(?<remote>\\S++) \\S++ (?<user>.+?) \\[(?<time>[^\\]]++)\\] "
          + quoted(REQUEST)
          + " (?<status>[0-9]{3}|-) (?<bytes>[0-9]++|-) "
          + quoted("referer")
          + " "
          + quoted("agent")
          + "(?: "
          + quoted("forwarded")
          + ")?+";

  private static final Map<String, String> KNOWN =
      new TreeMap<>(
          Map.of(
              COMBINED,
              COMBINED_LINE,
              "combined-timed",
              COMBINED_LINE + " (?<duration>[0-9.]++|-)(?: (?<upstream>[-0-9.,: ]++))?+"));

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]*");
  private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

  private static String quoted(String name) {
    return "\"(?<" + name + ">(?:[^\"\\\\]++|\\\\.)*+)\"";
  }

  /** Of the known patterns. */
  public static Set<String> names() {
    return KNOWN.keySet();
  }

  /**
   * @param text the name of a known pattern, or a regular expression
   * @throws IllegalArgumentException when it is neither, or has no named group; the message says
   *     which
   */
  public static AccessPattern of(String text) {
    if (KNOWN.containsKey(text)) {
      return of(text, KNOWN.get(text), LOCAL_TIME);
    }
    if (WORD.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "is no known pattern" + DidYouMean.question(text, KNOWN.keySet()));
    }
    try {
      return of("of the site", text, Times.ISO_8601);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "is no regular expression (" + e.getDescription() + " near " + e.getIndex() + ")", e);
    }
  }

  private static AccessPattern of(String name, String regex, String timeFormat) {
    Pattern pattern = Pattern.compile(regex);
    Set<String> columns = groups(regex);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("has no named groups");
    }
    return new AccessPattern(name, pattern, columns, timeFormat);
  }

  /** What looks like a named group is one when it can be referred to. */
  private static Set<String> groups(String regex) {
    Set<String> names = new LinkedHashSet<>();
    Matcher group = GROUP.matcher(regex);
    while (group.find()) {
      try {
        Pattern.compile(regex + "\\k<" + group.group(1) + ">");
        names.add(group.group(1));
      } catch (PatternSyntaxException notOne) {
        continue;
      }
    }
    return names;
  }
}
