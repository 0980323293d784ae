package parcelrecon.results;

import java.time.Duration;
import parcelrecon.outcome.LookedFor;
import parcelrecon.outcome.Seen;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.RuleSetting;

/**
 * One of two runs that are held against each other.
 *
 * @param lookedFor what it could find
 * @param retryWindow its setting
 */
record RunSide(long run, LookedFor lookedFor, Duration retryWindow) {

  static RunSide of(ResultsDatabase database, long run) {
    JudgingContext context =
        new ContextStore(database)
            .find(run)
            .orElseThrow(() -> new IllegalStateException("run " + run + " was never judged"));
    return new RunSide(run, LookedFor.in(context), context.settings().of(RuleSetting.RETRY_WINDOW));
  }

  Seen seen(ParcelRow parcel) {
    return new Seen(
        parcel.evidence(),
        parcel.verdict(),
        parcel.mismatches().stream().map(MismatchRow::mismatch).toList(),
        parcel.datafixes(),
        lookedFor,
        retryWindow);
  }
}
