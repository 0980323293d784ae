package parcelrecon.results.audit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What somebody did, to be kept. Names no customer and holds no secret.
 *
 * <p>Texts may come from whoever stands outside the door, and the act must be kept all the same: a
 * control or format character becomes U+FFFD, and what is too long is cut and ends with an
 * ellipsis. The keys of a detail are ours: a wrong one is a defect.
 *
 * @param actor the user's name
 * @param subject what it was done to, for example {@code run 3} or {@code package 2}
 * @param detail what else belongs to it, for example {@code language} to {@code zh-TW}
 */
public record AuditAct(
    String actor, AuditAction action, String subject, Map<String, String> detail) {

  static final int ACTOR_LENGTH_MAX = 100;
  static final int SUBJECT_LENGTH_MAX = 200;
  static final int VALUE_LENGTH_MAX = 500;
  static final int VALUES_MAX = 20;

  /**
   * What a screen acts on, and half a pair of UTF-16, which has no bytes to be hashed. Without line
   * ends an entry's canonical form has a column a line.
   */
  private static final Pattern NOT_KEPT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9-]{0,49}");

  public AuditAct {
    actor = kept(actor, ACTOR_LENGTH_MAX);
    subject = kept(subject, SUBJECT_LENGTH_MAX);
    detail = kept(detail);
  }

  /** Without a detail. */
  public AuditAct(String actor, AuditAction action, String subject) {
    this(actor, action, subject, Map.of());
  }

  private static Map<String, String> kept(Map<String, String> detail) {
    if (detail.size() > VALUES_MAX) {
      throw new IllegalArgumentException(
          detail.size() + " values in a detail of the audit, expected at most " + VALUES_MAX);
    }
    SortedMap<String, String> kept = new TreeMap<>();
    detail.forEach(
        (key, value) -> {
          if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("no key of an audit's detail: " + key);
          }
          kept.put(key, kept(value, VALUE_LENGTH_MAX));
        });
    return kept;
  }

  private static String kept(String text, int lengthMax) {
    boolean isLong = text.codePointCount(0, text.length()) > lengthMax;
    String cut =
        isLong ? text.substring(0, text.offsetByCodePoints(0, lengthMax - 1)) + '\u2026' : text;
    return NOT_KEPT.matcher(cut).replaceAll("\uFFFD");
  }
}
