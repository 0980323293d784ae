package parcelrecon.results.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static parcelrecon.results.packages.PackageRefusal.Why.DECIDED_ALREADY;
import static parcelrecon.results.packages.PackageRefusal.Why.NOT_APPROVED;
import static parcelrecon.results.packages.PackageRefusal.Why.OTHER_HASH;
import static parcelrecon.results.packages.PackageRefusal.Why.OWN_PACKAGE;
import static parcelrecon.results.packages.ReviewedRuns.unpaid;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.review.ReviewDecision;

/** Four eyes and one hash, as every kind of results database holds them. */
public class PackageDecisionsTest extends OnPackages {

  private long run;

  @BeforeEach
  void make() {
    run = confirmed("P1", "P2");
    make(run, "lin.mei");
  }

  @Test
  void package_isApproved_byASecondPersonWhoSawIt() {
    AtomicInteger placed = new AtomicInteger();
    PackageRow row = decisions.approve(1, approval("wang", HASH), placed::incrementAndGet);
    assertThat(row.state(clock.instant())).isEqualTo(PackageState.APPROVED);
    PackageDecision approval = row.approval().orElseThrow();
    assertThat(approval.by()).isEqualTo("wang");
    assertThat(approval.approvedSha256()).contains(APPROVED_HASH);
    assertThat(placed).hasValue(1);
    assertThat(decisions.handOut(1, "ops").state(clock.instant())).isEqualTo(PackageState.APPROVED);
    assertThat(actions()).containsExactly("PACKAGE_MADE", "PACKAGE_APPROVED", "PACKAGE_DOWNLOADED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lin.mei",
        "Lin.Mei",
        " lin.mei\t",
        "LIN.MEI",
        "ｌｉｎ．ｍｅｉ",
        "lin.\u200Bmei",
        "l\u0131n.mei",
        "lin.me\u00ADi",
        "lin .mei"
      })
  void author_isRefused_howeverHisNameIsWritten(String name) {
    assertRefused(OWN_PACKAGE, () -> decisions.approve(1, approval(name, HASH), () -> {}));
    assertRefused(OWN_PACKAGE, () -> decisions.refuse(1, name, HASH, "mine"));
    assertRefused(OWN_PACKAGE, () -> decisions.require(1, name, HASH));
    assertThat(PackageDecisions.isAnother(store.find(1).orElseThrow(), name)).isFalse();
    assertThat(store.find(1).orElseThrow().decisions()).isEmpty();
    assertThat(actions()).containsExactly("PACKAGE_MADE");
  }

  @Test
  void anotherPerson_isNotTakenForTheAuthor() {
    assertThat(PackageDecisions.isAnother(store.find(1).orElseThrow(), "lin.me")).isTrue();
  }

  @Test
  void approval_isRefused_whenItNamesAnotherHash() {
    assertRefused(
        OTHER_HASH, () -> decisions.approve(1, approval("wang", APPROVED_HASH), () -> {}));
    assertRefused(OTHER_HASH, () -> decisions.approve(1, approval("wang", ""), () -> {}));
    assertRefused(OTHER_HASH, () -> decisions.refuse(1, "wang", "", "why"));
    assertThat(store.find(1).orElseThrow().decisions()).isEmpty();
  }

  @Test
  void approval_isRefused_whenItIsSentAgain() {
    decisions.approve(1, approval("wang", HASH), () -> {});
    assertRefused(DECIDED_ALREADY, () -> decisions.approve(1, approval("wang", HASH), () -> {}));
    assertRefused(DECIDED_ALREADY, () -> decisions.refuse(1, "chen", HASH, "late"));
    clock.pass(Duration.ofDays(2));
    assertRefused(DECIDED_ALREADY, () -> decisions.approve(1, approval("chen", HASH), () -> {}));
  }

  @Test
  void refusedPackage_isAtItsEnd() {
    PackageRow row = decisions.refuse(1, "wang", HASH, "P2 is paid");
    assertThat(row.state(clock.instant())).isEqualTo(PackageState.REFUSED);
    assertRefused(DECIDED_ALREADY, () -> decisions.approve(1, approval("chen", HASH), () -> {}));
    assertRefused(NOT_APPROVED, () -> decisions.handOut(1, "ops"));
    assertThat(actions()).containsExactly("PACKAGE_MADE", "PACKAGE_REFUSED");
  }

  @Test
  void approval_isTakenBack_whenTheCopyCannotBePlaced() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                decisions.approve(
                    1,
                    approval("wang", HASH),
                    () -> {
                      throw new IllegalStateException("no room");
                    }));
    assertThat(store.find(1).orElseThrow().state(clock.instant())).isEqualTo(PackageState.OPEN);
    assertThat(actions()).containsExactly("PACKAGE_MADE");
  }

  @Test
  void package_isNotApprovedButVoid_whenItNoLongerStands() {
    runs.decide(run, ReviewDecision.REJECTED, unpaid("P2"));
    AtomicInteger placed = new AtomicInteger();
    PackageRow row = decisions.approve(1, approval("wang", HASH), placed::incrementAndGet);
    assertThat(row.state(clock.instant())).isEqualTo(PackageState.VOIDED);
    assertThat(placed).hasValue(0);
    assertThat(actions()).containsExactly("PACKAGE_MADE", "PACKAGE_VOIDED");
  }

  @Test
  void package_isNotHandedOut_whenAReviewWasWithdrawnAfterItsApproval() {
    decisions.approve(1, approval("wang", HASH), () -> {});
    runs.decide(run, ReviewDecision.DEFERRED, unpaid("P1"));
    assertThat(decisions.handOut(1, "ops").state(clock.instant())).isEqualTo(PackageState.VOIDED);
    assertRefused(NOT_APPROVED, () -> decisions.handOut(1, "ops"));
    assertThat(actions()).containsExactly("PACKAGE_MADE", "PACKAGE_APPROVED", "PACKAGE_VOIDED");
  }

  @Test
  void package_isNotHandedOut_untilApprovedAndOnceExpired() {
    assertRefused(NOT_APPROVED, () -> decisions.handOut(1, "ops"));
    decisions.approve(1, approval("wang", HASH), () -> {});
    clock.pass(Duration.ofHours(24));
    assertRefused(NOT_APPROVED, () -> decisions.handOut(1, "ops"));
  }

  @Test
  void package_isVoidedOnce_whenItsFilesHaveChanged() {
    PackageRow row = decisions.filesChanged(1, "tasks.csv is missing", "ops");
    assertThat(row.state(clock.instant())).isEqualTo(PackageState.VOIDED);
    assertThat(row.decisions())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.cause()).contains(VoidCause.FILES_CHANGED);
              assertThat(each.reason()).isEqualTo("tasks.csv is missing");
            });
    assertThat(decisions.filesChanged(1, "again", "ops")).isEqualTo(row);
    assertRefused(DECIDED_ALREADY, () -> decisions.approve(1, approval("wang", HASH), () -> {}));
  }

  @Test
  void oneApproverWins_whenManyApproveAtOnce() throws Exception {
    assertOneWins(List.of(database));
  }

  /** Each of several threads of each database, all at once. */
  protected void assertOneWins(List<ResultsDatabase> databases) throws Exception {
    int people = 4 * databases.size();
    CyclicBarrier start = new CyclicBarrier(people);
    AtomicInteger placed = new AtomicInteger();
    List<Callable<Boolean>> approvers = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      PackageDecisions own = decisions(databases.get(person % databases.size()));
      String name = "approver" + person;
      approvers.add(
          () -> {
            start.await();
            try {
              own.approve(1, approval(name, HASH), placed::incrementAndGet);
              return true;
            } catch (PackageRefusal e) {
              assertThat(e.why()).isEqualTo(DECIDED_ALREADY);
              return false;
            }
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(people);
    try {
      int won = 0;
      for (Future<Boolean> each : threads.invokeAll(approvers)) {
        won += each.get() ? 1 : 0;
      }
      assertThat(won).isOne();
      assertThat(placed).hasValue(1);
      assertThat(store.find(1).orElseThrow().decisions()).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }
}
