package parcelrecon.rule;

import java.time.Instant;
import java.util.List;
import parcelrecon.model.Attempt;

/** Which attempts failed, and which of them were tried again at once. */
final class Retries {

  private Retries() {}

  static List<Attempt> failed(ParcelFacts parcel) {
    return parcel.evidence().attempts().stream().filter(attempt -> !attempt.isOk()).toList();
  }

  static List<Attempt> failedInWindow(ParcelFacts parcel) {
    return failed(parcel).stream().filter(attempt -> isInWindow(parcel, attempt)).toList();
  }

  /** OK attempts that started within the retry window after the start of a failed one. */
  static List<Attempt> okAfter(ParcelFacts parcel, Attempt failed) {
    Instant until = failed.startedAt().plus(parcel.setting(RuleSetting.RETRY_WINDOW));
    return parcel.evidence().attempts().stream()
        .filter(Attempt::isOk)
        .filter(ok -> !ok.startedAt().isBefore(failed.startedAt()))
        .filter(ok -> !ok.startedAt().isAfter(until))
        .toList();
  }

  /** Whether an OK attempt overlaps the window or came within the retry window of a failed one. */
  static boolean anyOk(ParcelFacts parcel) {
    return parcel.evidence().attempts().stream()
            .anyMatch(attempt -> attempt.isOk() && isInWindow(parcel, attempt))
        || failed(parcel).stream().anyMatch(attempt -> !okAfter(parcel, attempt).isEmpty());
  }

  private static boolean isInWindow(ParcelFacts parcel, Attempt attempt) {
    return parcel.context().window().overlaps(attempt.startedAt(), attempt.endedAt());
  }
}
