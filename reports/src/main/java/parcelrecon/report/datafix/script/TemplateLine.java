package parcelrecon.report.datafix.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a template. Its places are {@code <name>} for a table or column of the site and {@code
 * :name} for a value. One that ends with {@code -- if NAME} stands only where there is such a name
 * or value, with {@code -- unless NAME} only where there is none.
 *
 * @param text the comment's key when the line asks for one, else empty
 * @param pieces plain text and places in turn, beginning with plain text
 */
record TemplateLine(String text, Condition condition, List<String> pieces) {

  private static final String TEXT = "-- text ";
  private static final Pattern PLACE = Pattern.compile("<[a-z_]+>|:[a-z_]+");
  private static final Pattern CONDITION = Pattern.compile("(.*) -- (if|unless) ([a-z_]+)");

  /** When a line stands. */
  record Condition(String name, boolean isWanted) {
    static final Condition ALWAYS = new Condition("", false);

    boolean holds(Map<String, String> places) {
      boolean isThere = places.containsKey("<" + name + ">") || places.containsKey(":" + name);
      return isThere == isWanted;
    }
  }

  /** Whether it belongs to the script; other comments are about the template. */
  static boolean isTemplate(String line) {
    return !line.startsWith("--") || line.startsWith(TEXT);
  }

  static TemplateLine of(String line) {
    if (line.startsWith(TEXT)) {
      return new TemplateLine(line.substring(TEXT.length()), Condition.ALWAYS, List.of());
    }
    Matcher conditioned = CONDITION.matcher(line);
    return conditioned.matches()
        ? new TemplateLine(
            "",
            new Condition(conditioned.group(3), conditioned.group(2).equals("if")),
            pieces(conditioned.group(1)))
        : new TemplateLine("", Condition.ALWAYS, pieces(line));
  }

  private static List<String> pieces(String line) {
    List<String> pieces = new ArrayList<>();
    Matcher place = PLACE.matcher(line);
    int from = 0;
    while (place.find()) {
      pieces.add(line.substring(from, place.start()));
      pieces.add(place.group());
      from = place.end();
    }
    pieces.add(line.substring(from));
    return pieces;
  }

  /**
   * The line filled in, with its end; empty when it does not stand.
   *
   * @param comments makes a comment of a key
   */
  String fill(Map<String, String> places, UnaryOperator<String> comments) {
    if (!text.isEmpty()) {
      return comments.apply(text);
    }
    if (!condition.holds(places)) {
      return "";
    }
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      filled.append(i % 2 == 0 ? pieces.get(i) : place(pieces.get(i), places));
    }
    return filled.append('\n').toString();
  }

  private static String place(String place, Map<String, String> places) {
    String value = places.get(place);
    if (value == null) {
      throw new IllegalStateException("nothing to put in place of " + place);
    }
    return value;
  }
}
