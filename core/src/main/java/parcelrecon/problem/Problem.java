package parcelrecon.problem;

import java.util.regex.Pattern;

/**
 * One thing that is wrong, in the four parts every message of the product has. Each part is written
 * without its final full stop. Holds no secret, no person's name and no phone number. A control
 * character that was seen in a file is shown as U+FFFD, lest a terminal acts on it; white space is
 * left as it is.
 *
 * @param where for example {@code payments.csv:1042} or {@code recon.yaml:12}
 * @param what seen and expected, for example {@code unknown key "feilds", did you mean "fields"?}
 * @param consequence for example {@code Nothing was started}
 * @param remedy for example {@code Correct the key}
 */
public record Problem(String where, String what, String consequence, String remedy) {

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\r\n\t]]");

  public Problem {
    where = shown(where);
    what = shown(what);
    consequence = shown(consequence);
    remedy = shown(remedy);
  }

  /** {@code WHERE: WHAT. CONSEQUENCE. REMEDY.} */
  public String text() {
    return where + ": " + sentence(what) + " " + sentence(consequence) + " " + sentence(remedy);
  }

  private static String shown(String part) {
    return CONTROL.matcher(part).replaceAll("\uFFFD");
  }

  private static String sentence(String part) {
    return part.endsWith("?") || part.endsWith(".") ? part : part + ".";
  }
}
