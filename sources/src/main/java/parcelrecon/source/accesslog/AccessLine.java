package parcelrecon.source.accesslog;

import java.util.Optional;
import java.util.regex.Matcher;
import parcelrecon.source.mapping.RawRow;
import parcelrecon.source.mapping.RequestColumns;

/**
 * A line of an access log as a row: its columns are the pattern's groups, and what is taken out of
 * the request.
 *
 * @param groups of a line that matches; null of one that does not, which has no columns
 * @param problem in the words of a reject's reason
 */
record AccessLine(AccessPattern pattern, Matcher groups, String text, Optional<String> problem)
    implements RawRow {

  static AccessLine of(AccessPattern pattern, String text) {
    if (text.length() > AccessLogSource.LINE_CHARACTERS_MAX) {
      return broken(
          pattern,
          text,
          "row is longer than " + AccessLogSource.LINE_CHARACTERS_MAX + " characters");
    }
    Matcher groups = pattern.regex().matcher(new PatientText(text));
    try {
      return groups.matches()
          ? new AccessLine(pattern, groups, text, Optional.empty())
          : broken(pattern, text, "row does not match the pattern " + pattern.name());
    } catch (PatientText.Exhausted | StackOverflowError e) {
      return broken(
          pattern, text, "row takes the pattern too long, expected one without nested repetitions");
    }
  }

  private static AccessLine broken(AccessPattern pattern, String text, String problem) {
    return new AccessLine(pattern, null, text, Optional.of(problem));
  }

  @Override
  public Object value(String column) {
    if (groups == null) {
      return null;
    }
    if (pattern.columns().contains(column)) {
      return groups.group(column);
    }
    return RequestColumns.isOne(column) && pattern.columns().contains(AccessPattern.REQUEST)
        ? RequestColumns.value(groups.group(AccessPattern.REQUEST), column)
        : null;
  }
}
