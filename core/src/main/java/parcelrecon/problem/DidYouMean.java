package parcelrecon.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name somebody probably meant. */
public final class DidYouMean {

  private DidYouMean() {}

  /**
   * The known name nearest to the one seen; absent when none is near: more than a third of its
   * letters differ.
   */
  public static Optional<String> nearest(String seen, Collection<String> known) {
    return known.stream()
        .filter(
            name -> distance(seen, name) <= Math.max(1, Math.max(seen.length(), name.length()) / 3))
        .filter(name -> distance(seen, name) < Math.max(seen.length(), name.length()))
        .min(
            Comparator.<String>comparingInt(name -> distance(seen, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code , did you mean "fields"?}, or nothing: the end of a {@link Problem}'s what. */
  public static String question(String seen, Collection<String> known) {
    return nearest(seen, known).map(name -> ", did you mean \"" + name + "\"?").orElse("");
  }

  /** Letters to change, add or drop; case does not count. */
  private static int distance(String seen, String known) {
    String left = seen.toLowerCase(Locale.ROOT);
    String right = known.toLowerCase(Locale.ROOT);
    int[] above = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] line = new int[right.length() + 1];
      line[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int swap = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        line[column] =
            Math.min(above[column - 1] + swap, 1 + Math.min(above[column], line[column - 1]));
      }
      above = line;
    }
    return above[right.length()];
  }
}
