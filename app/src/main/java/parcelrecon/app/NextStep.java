package parcelrecon.app;

import java.util.List;
import parcelrecon.report.datafix.check.GuardCount;
import parcelrecon.report.datafix.check.OwnScripts;
import parcelrecon.report.datafix.check.Standing;

/** What whoever verified a package does next. */
record NextStep(VerifyReport report, List<GuardCount> counts) {

  String text() {
    long expected = counts.stream().mapToLong(GuardCount::expected).sum();
    long moved = counts.stream().mapToLong(GuardCount::movedInAll).sum();
    if (expected == 0) {
      return "no script changes a row; see tasks.csv and the lines to replay.";
    }
    if (count(Standing.FIXED) == expected) {
      return "nothing is left to run; reconcile again to see these parcels healed.";
    }
    if (moved > 0 || hasOthers()) {
      return "reconcile again for a fresh package; %d of %d rows are not as they were seen."
          .formatted(moved, expected);
    }
    return whenAllHold();
  }

  private String whenAllHold() {
    if (report.scripts().outcome() != OwnScripts.Outcome.OURS) {
      return "make the package again with report; its scripts were not found to be ours.";
    }
    if (report.checked().manifest().approval().isEmpty()) {
      return "have it approved (%s datafix -c FILE approve %s --by NAME)."
          .formatted(CommandLines.PROGRAM, Console.shown(report.checked().folder().toString()));
    }
    if (report.isExpired()) {
      return "approve the package it was made from again; this approval has expired.";
    }
    return count(Standing.FIXED) > 0
        ? "run it again as docs/datafix.md says; batches that have passed are left alone."
        : "run it as docs/datafix.md says.";
  }

  private boolean hasOthers() {
    return counts.stream().anyMatch(count -> !count.othersKeys().isEmpty());
  }

  private long count(Standing standing) {
    return counts.stream().mapToLong(count -> count.count(standing)).sum();
  }
}
