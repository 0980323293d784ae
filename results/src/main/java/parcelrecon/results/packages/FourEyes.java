package parcelrecon.results.packages;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether two names are one person's, however they are written. */
final class FourEyes {

  /** What an eye does not see in a name. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\s\\p{Z}]+");

  private FourEyes() {}

  static boolean areOne(String name, String other) {
    return canonical(name).equals(canonical(other));
  }

  /** Without width, case, accents written apart, and white space. */
  private static String canonical(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
    String seen = UNSEEN.matcher(composed).replaceAll("");
    String folded = seen.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }
}
