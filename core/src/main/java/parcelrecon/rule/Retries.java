package parcelrecon.rule;

import java.time.Instant;
import java.util.List;
import parcelrecon.model.Attempt;
import parcelrecon.model.Call;

/** Which calls failed, and which of them were tried again at once. */
final class Retries {

  private Retries() {}

  static List<Call> failed(ParcelFacts parcel) {
    return parcel.evidence().calls().stream().filter(call -> !call.isOk()).toList();
  }

  static List<Call> failedInWindow(ParcelFacts parcel) {
    return failed(parcel).stream().filter(call -> isInWindow(parcel, call)).toList();
  }

  /** OK calls that started within the retry window after the start of a failed one. */
  static List<Call> okAfter(ParcelFacts parcel, Call failed) {
    Instant until = failed.startedAt().plus(parcel.setting(RuleSetting.RETRY_WINDOW));
    return parcel.evidence().calls().stream()
        .filter(Call::isOk)
        .filter(ok -> !ok.startedAt().isBefore(failed.startedAt()))
        .filter(ok -> !ok.startedAt().isAfter(until))
        .toList();
  }

  /** Whether an OK call overlaps the window or came within the retry window of a failed one. */
  static boolean anyOk(ParcelFacts parcel) {
    return parcel.evidence().calls().stream()
            .anyMatch(call -> call.isOk() && isInWindow(parcel, call))
        || failed(parcel).stream().anyMatch(call -> !okAfter(parcel, call).isEmpty());
  }

  /** All that a call left, to be cited. */
  static List<Attempt> attempts(List<Call> calls) {
    return calls.stream().flatMap(call -> call.attempts().stream()).toList();
  }

  private static boolean isInWindow(ParcelFacts parcel, Call call) {
    return parcel.context().window().overlaps(call.startedAt(), call.endedAt());
  }
}
