package parcelrecon.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import parcelrecon.model.Call;
import parcelrecon.model.Outbound;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;

/**
 * What the counter's screen showed. With attempts they alone decide; without, how long the call
 * took, or when it was.
 */
final class CounterRules {

  private CounterRules() {}

  static Optional<Finding> shownAsFailed(ParcelFacts parcel) {
    if (parcel.completed().isEmpty()) {
      return Optional.empty();
    }
    return parcel.isConfigured(SourceName.ATTEMPTS)
        ? shownByAttempts(parcel)
        : shownBySlowness(parcel).or(() -> shownByPhase(parcel));
  }

  /** (1) A failing call overlapping the window, and no OK one within the retry window. */
  private static Optional<Finding> shownByAttempts(ParcelFacts parcel) {
    List<Call> failed =
        Retries.failedInWindow(parcel).stream()
            .filter(call -> Retries.okAfter(parcel, call).isEmpty())
            .toList();
    return finding(
        parcel, MismatchKind.SHOWN_AS_FAILED, parcel.completed(), Retries.attempts(failed));
  }

  /** (2) A completed outbound that took at least the time-out; a guess unless the site set it. */
  private static Optional<Finding> shownBySlowness(ParcelFacts parcel) {
    Duration timeout = parcel.setting(RuleSetting.COUNTER_TIMEOUT);
    List<Outbound> slow =
        completed(
            parcel,
            outbound ->
                hasBothTimes(outbound)
                    && Duration.between(outbound.requestedAt(), outbound.completedAt())
                            .compareTo(timeout)
                        >= 0);
    Proof proof =
        parcel.context().settings().isSet(RuleSetting.COUNTER_TIMEOUT)
            ? Proof.CONFIRMED
            : Proof.UNVERIFIED;
    return finding(parcel, MismatchKind.SHOWN_AS_FAILED, List.of(), slow)
        .map(finding -> finding.withProof(proof));
  }

  /** (3) A completed outbound with one time only, in a phase in which counters failed: a guess. */
  private static Optional<Finding> shownByPhase(ParcelFacts parcel) {
    List<Outbound> within =
        completed(
            parcel,
            outbound ->
                !hasBothTimes(outbound)
                    && parcel.context().phases().stream()
                        .anyMatch(
                            phase -> phase.counterFailing() && phase.contains(outbound.start())));
    return finding(parcel, MismatchKind.SHOWN_AS_FAILED, List.of(), within)
        .map(finding -> finding.withProof(Proof.UNVERIFIED));
  }

  /** As (1), but an OK call started within the retry window. */
  static Optional<Finding> shownThenOk(ParcelFacts parcel) {
    if (parcel.completed().isEmpty()) {
      return Optional.empty();
    }
    List<Call> healed = new ArrayList<>();
    for (Call failed : Retries.failedInWindow(parcel)) {
      List<Call> okAfter = Retries.okAfter(parcel, failed);
      if (!okAfter.isEmpty()) {
        healed.add(failed);
        healed.addAll(okAfter);
      }
    }
    return healed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.of(MismatchKind.SHOWN_THEN_OK, parcel.completed())
                .alsoCiting(Retries.attempts(healed)));
  }

  private static boolean hasBothTimes(Outbound outbound) {
    return outbound.requestedAt() != null && outbound.completedAt() != null;
  }

  private static List<Outbound> completed(ParcelFacts parcel, Predicate<Outbound> which) {
    return parcel.completed().stream().filter(which).toList();
  }

  private static Optional<Finding> finding(
      ParcelFacts parcel,
      MismatchKind kind,
      List<Outbound> outbounds,
      List<? extends SourceRecord> witnesses) {
    return witnesses.isEmpty()
        ? Optional.empty()
        : Optional.of(Finding.of(kind, parcel.shown(), outbounds).alsoCiting(witnesses));
  }
}
