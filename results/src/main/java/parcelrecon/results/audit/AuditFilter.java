package parcelrecon.results.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Which entries are wanted: those that are like everything that is given.
 *
 * @param from whole seconds; the entries of that moment among them
 * @param to whole seconds; the entries of that moment not among them
 */
public record AuditFilter(
    Optional<String> actor,
    Optional<AuditAction> action,
    Optional<String> subject,
    Optional<Instant> from,
    Optional<Instant> to) {

  public static final AuditFilter ALL =
      new AuditFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final String BEFORE_EVERY_TIME = "";

  /** Comes behind all digits. */
  private static final String BEHIND_EVERY_TIME = ":";

  String fromText() {
    return from.map(AuditFilter::text).orElse(BEFORE_EVERY_TIME);
  }

  String toText() {
    return to.map(AuditFilter::text).orElse(BEHIND_EVERY_TIME);
  }

  /** Without the Z, before which a fraction of the same second would come. */
  private static String text(Instant second) {
    return second.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
  }
}
