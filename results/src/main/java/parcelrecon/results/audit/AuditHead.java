package parcelrecon.results.audit;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The last entry of an audit, by which the whole of it up to there is known. Written down elsewhere
 * it shows later whether entries at the end were taken away, or the chain was made anew.
 *
 * @param number 0 of an empty audit
 */
public record AuditHead(long number, String hash) {

  /** What stands for the hash before the first entry. */
  public static final String NO_HASH = "0".repeat(64);

  static final AuditHead EMPTY = new AuditHead(0, NO_HASH);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

  /** Reads {@code NUMBER:HASH}; empty when it is not that. */
  public static Optional<AuditHead> parse(String text) {
    return TEXT.matcher(text)
        .results()
        .filter(found -> found.group().equals(text))
        .findFirst()
        .map(AuditHead::of);
  }

  private static AuditHead of(MatchResult found) {
    return new AuditHead(Long.parseLong(found.group(1)), found.group(2));
  }

  /** {@code NUMBER:HASH}. */
  public String text() {
    return number + ":" + hash;
  }
}
