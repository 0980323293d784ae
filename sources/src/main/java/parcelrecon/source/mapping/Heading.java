package parcelrecon.source.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import parcelrecon.problem.DidYouMean;
import parcelrecon.problem.Problem;

/**
 * The columns of a file or sheet: their headings, or "1", "2", … where it has none.
 *
 * @param where the file, for messages
 * @param line the line or row the heading begins on; 0 where there is none
 * @param places of each name among the columns, from 0
 */
public record Heading(String where, long line, List<String> names, Map<String, Integer> places) {

  /** How many headings a message shows. */
  private static final int SHOWN_MAX = 30;

  /**
   * @param names blanks around them do not count
   */
  public static Heading of(String where, long line, List<String> names) {
    return ofNames(where, line, names.stream().map(name -> Cell.unwrapped(name.strip())).toList());
  }

  public static Heading numbered(String where, int columns) {
    return ofNames(where, 0, IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).toList());
  }

  private static Heading ofNames(String where, long line, List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < names.size(); place++) {
      places.putIfAbsent(names.get(place), place);
    }
    return new Heading(where, line, names, Map.copyOf(places));
  }

  public boolean isHeading(long ofLine) {
    return line == ofLine;
  }

  public int columns() {
    return names.size();
  }

  /**
   * What keeps the file from being read.
   *
   * @param needed columns that must be there
   * @param read columns that are read if there: none of them may be there twice
   */
  public List<Problem> problems(Collection<String> needed, Collection<String> read) {
    List<Problem> problems = new ArrayList<>();
    for (String column : needed) {
      if (!places.containsKey(column)) {
        problems.add(
            problem(
                "column \""
                    + column
                    + "\" is missing ("
                    + seen()
                    + ")"
                    + DidYouMean.question(column, names)));
      }
    }
    Set<String> once = new HashSet<>();
    for (String name : names) {
      if (!once.add(name) && read.contains(name)) {
        problems.add(problem("column \"" + name + "\" is there twice (" + seen() + ")"));
      }
    }
    return problems;
  }

  private Problem problem(String what) {
    return new Problem(
        where,
        what,
        "Nothing was started",
        "Correct the columns of the configuration, or the file");
  }

  private String seen() {
    String shown = String.join(", ", names.subList(0, Math.min(SHOWN_MAX, names.size())));
    return "seen " + shown + (names.size() > SHOWN_MAX ? ", …" : "");
  }
}
