package parcelrecon.source.csv;

import java.util.ArrayList;
import java.util.Arrays;
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
 * The columns of a file: their headings, or "1", "2", … where it has none.
 *
 * @param line the line the heading begins on; 0 where there is none
 */
record CsvHeading(String file, long line, List<String> names, Map<String, Integer> places) {

  /** How many headings a message shows. */
  private static final int SHOWN_MAX = 30;

  /**
   * @param names blanks around them do not count
   */
  static CsvHeading of(String file, long line, String[] names) {
    return of(file, line, Arrays.stream(names).map(CsvHeading::unwrapped).toList());
  }

  static CsvHeading numbered(String file, int columns) {
    return of(file, 0, IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).toList());
  }

  private static CsvHeading of(String file, long line, List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < names.size(); place++) {
      places.putIfAbsent(names.get(place), place);
    }
    return new CsvHeading(file, line, names, Map.copyOf(places));
  }

  private static String unwrapped(String name) {
    String text = name.strip();
    boolean wrapped = text.length() >= 3 && text.startsWith("=\"") && text.endsWith("\"");
    return wrapped ? text.substring(2, text.length() - 1) : text;
  }

  boolean isHeading(long ofLine) {
    return line == ofLine;
  }

  int columns() {
    return names.size();
  }

  /**
   * What keeps the file from being read.
   *
   * @param needed columns that must be there
   * @param read columns that are read if there: none of them may be there twice
   */
  List<Problem> problems(Collection<String> needed, Collection<String> read) {
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
        file, what, "Nothing was started", "Correct the columns of the configuration, or the file");
  }

  private String seen() {
    String shown = String.join(", ", names.subList(0, Math.min(SHOWN_MAX, names.size())));
    return "seen " + shown + (names.size() > SHOWN_MAX ? ", …" : "");
  }
}
