package parcelrecon.results.packages;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static parcelrecon.results.packages.ReviewedRuns.unpaid;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import parcelrecon.results.OnResults;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.audit.AuditStore;
import parcelrecon.results.packages.PackageDecisions.Approval;
import parcelrecon.results.review.MismatchId;
import parcelrecon.results.review.ReviewDecision;

/** Tests on packages whose files are nowhere. */
public abstract class OnPackages extends OnResults {

  static final String HASH = "ab".repeat(32);
  static final String APPROVED_HASH = "cd".repeat(32);

  /** Takes whatever comes. */
  static final PackageStore.Folder FOLDER =
      new PackageStore.Folder() {
        @Override
        public boolean isFree(long number) {
          return true;
        }

        @Override
        public void moveTo(long number) {
          // there are no files
        }
      };

  final SetClock clock = new SetClock();
  ReviewedRuns runs;
  PackageStore store;
  PackageDecisions decisions;

  /** A clock that a test sets. */
  static final class SetClock implements InstantSource {
    private volatile Instant now = Instant.parse("2022-04-18T02:00:00.5Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @BeforeEach
  void stores() {
    runs = new ReviewedRuns(database);
    store = new PackageStore(database, new AuditStore(database, clock), clock);
    decisions = decisions(database);
  }

  PackageDecisions decisions(ResultsDatabase of) {
    return new PackageDecisions(of, new AuditStore(of, clock), clock);
  }

  /** A run of parcels to be paid, all of them confirmed. */
  long confirmed(String... parcelIds) {
    long run =
        runs.finish(
            Arrays.stream(parcelIds)
                .map(id -> unpaid(id, 500))
                .toArray(ReviewedRuns.Parcel[]::new));
    runs.decide(
        run,
        ReviewDecision.CONFIRMED,
        Arrays.stream(parcelIds).map(ReviewedRuns::unpaid).toArray(MismatchId[]::new));
    return run;
  }

  PackageRow make(long run, String by) {
    return store.keep(made(run, by), store.candidates(run).ready(), FOLDER);
  }

  static NewPackage made(long run, String by) {
    return new NewPackage(run, by, "script", "zh-TW", HASH, 2, Map.of("TWD", new Sum(1000, 7)));
  }

  Approval approval(String by, String seen) {
    Instant at = Instant.parse("2022-04-18T02:00:00Z");
    return new Approval(by, seen, at, at.plus(Duration.ofHours(24)), APPROVED_HASH);
  }

  List<String> actions() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select action from audit_entry order by entry_no")
                    .mapTo(String.class)
                    .list());
  }

  static void assertRefused(PackageRefusal.Why why, ThrowingCallable act) {
    assertThatExceptionOfType(PackageRefusal.class)
        .isThrownBy(act)
        .extracting(PackageRefusal::why)
        .isEqualTo(why);
  }
}
