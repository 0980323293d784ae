package parcelrecon.app.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word somebody probably meant. */
public final class NearestWord {

  private record Candidate(String word, int distance) {}

  private NearestWord() {}

  /** The known word with the fewest edits from the given one, when these are few for its length. */
  public static Optional<String> to(String given, Collection<String> known) {
    String wanted = plain(given);
    int limit = wanted.length() <= 3 ? 1 : Math.max(2, wanted.length() / 3);
    return known.stream()
        .map(word -> new Candidate(word, distance(wanted, plain(word))))
        .filter(candidate -> candidate.distance() <= limit)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
        .map(Candidate::word);
  }

  /** {@code , did you mean "x"?}, or what was expected when nothing is near. */
  public static String hint(String given, Collection<String> known) {
    return to(given, known)
        .map(word -> ", did you mean \"" + word + "\"?")
        .orElseGet(() -> ", expected one of " + String.join(", ", known));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Insertions, deletions, substitutions and swaps of neighbours. */
  private static int distance(String left, String right) {
    int[][] edits = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, left, right, i, j);
      }
    }
    return edits[left.length()][right.length()];
  }

  private static int cheapest(int[][] edits, String left, String right, int i, int j) {
    int substitution = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(
            edits[i - 1][j - 1] + substitution, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }
}
