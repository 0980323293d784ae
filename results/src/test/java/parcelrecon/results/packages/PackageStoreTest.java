package parcelrecon.results.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static parcelrecon.results.packages.ReviewedRuns.id;
import static parcelrecon.results.packages.ReviewedRuns.onShelf;
import static parcelrecon.results.packages.ReviewedRuns.unpaid;
import static parcelrecon.results.review.ReviewDecision.CONFIRMED;
import static parcelrecon.results.review.ReviewDecision.FIXED;
import static parcelrecon.results.review.ReviewDecision.REJECTED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.listing.ListingPosition;
import parcelrecon.rule.MismatchKind;

/** What a package may hold, as every kind of results database decides. */
public class PackageStoreTest extends OnPackages {

  @Test
  void candidates_areConfirmedOnes_whenSomethingIsToBeDone() {
    long run =
        runs.finish(
            unpaid("P1", 500),
            unpaid("P2", 300),
            unpaid("P3", 100),
            ReviewedRuns.Parcel.of("P4")
                .with(MismatchKind.SHOWN_AS_FAILED, 0)
                .suggesting(Suggestion.ASK_STORE, Datafix.Form.CALL));
    runs.decide(run, CONFIRMED, unpaid("P1"), unpaid("P3"), id("P4", MismatchKind.SHOWN_AS_FAILED));
    runs.decide(run, REJECTED, unpaid("P2"));

    Candidates candidates = store.candidates(run);
    assertThat(candidates.ready())
        .extracting(PackageMismatch::id)
        .containsExactly(unpaid("P1"), unpaid("P3"));
    assertThat(candidates.sums()).isEqualTo(Map.of("TWD", new Sum(600, 0)));
    assertThat(candidates.held()).isZero();
    assertThat(candidates.isMore()).isFalse();
  }

  @Test
  void candidate_isHeldBack_whileItWouldChangeASystemAndItsParcelIsNotConfirmedWhole() {
    long run =
        runs.finish(
            onShelf("P1")
                .with(MismatchKind.EVENT_LATE, 0)
                .with(MismatchKind.UNCOLLECTED, 700)
                .suggesting(Suggestion.CHECK_COLLECTION, Datafix.Form.FINANCE_TASK));
    runs.decide(run, CONFIRMED, id("P1", MismatchKind.SHOWN_AS_FAILED), unpaid("P1"));
    assertThat(store.candidates(run).ready())
        .extracting(PackageMismatch::id)
        .containsExactly(unpaid("P1"));
    assertThat(store.candidates(run).held()).isOne();

    runs.decide(run, CONFIRMED, id("P1", MismatchKind.TRIED_AGAIN));
    assertThat(store.candidates(run).ready())
        .extracting(each -> each.id().kind())
        .containsExactly(MismatchKind.SHOWN_AS_FAILED, MismatchKind.UNCOLLECTED);
    assertThat(store.candidates(run).held()).isZero();
  }

  @Test
  void mismatch_isInOnePackageOnly_untilThatIsAtAnEnd() {
    long run = confirmed("P1", "P2");
    PackageRow first = make(run, "lin");
    assertThat(first.number()).isOne();
    assertThat(store.candidates(run).ready()).isEmpty();
    assertRefused(PackageRefusal.Why.NOTHING_READY, () -> make(run, "lin"));

    decisions.refuse(first.number(), "wang", HASH, "P2 is paid");
    assertThat(store.candidates(run).ready()).hasSize(2);
    PackageRow second = make(run, "lin");
    assertThat(second.number()).isEqualTo(2);

    decisions.approve(second.number(), approval("wang", HASH), () -> {});
    assertThat(store.candidates(run).ready()).isEmpty();
    clock.pass(Duration.ofHours(25));
    assertThat(store.find(2).orElseThrow().state(clock.instant())).isEqualTo(PackageState.EXPIRED);
    assertThat(store.candidates(run).ready()).hasSize(2);
  }

  @Test
  void package_comesBackAsItWasMade() {
    long run = confirmed("P1", "=P2", "門3");
    PackageRow made = make(run, "林");
    assertThat(store.find(made.number())).contains(made);
    assertThat(store.find(99)).isEmpty();
    assertThat(store.ofIncident(run)).containsExactly(made);
    assertThat(made.state(clock.instant())).isEqualTo(PackageState.OPEN);

    List<PackageMismatch> paged = new ArrayList<>();
    Optional<ListingPosition> after = Optional.empty();
    do {
      List<PackageMismatch> page = store.mismatches(made.number(), after, 1);
      paged.addAll(page);
      after = page.stream().map(PackageMismatch::position).findFirst();
    } while (after.isPresent());
    assertThat(paged)
        .extracting(PackageMismatch::id)
        .containsExactly(unpaid("=P2"), unpaid("P1"), unpaid("門3"));
    assertThat(actions()).containsExactly(AuditAction.PACKAGE_MADE.name());
  }

  @Test
  void package_isNotKept_whenSomebodyDecidedOtherwiseWhileItWasWritten() {
    long run = confirmed("P1", "P2");
    List<PackageMismatch> ready = store.candidates(run).ready();
    runs.decide(run, REJECTED, unpaid("P2"));
    assertRefused(
        PackageRefusal.Why.CHANGED_MEANWHILE, () -> store.keep(made(run, "lin"), ready, FOLDER));
    assertThat(store.ofIncident(run)).isEmpty();
    assertThat(actions()).isEmpty();
  }

  @Test
  void package_isNotKept_whenItsFilesCannotBePlaced() {
    long run = confirmed("P1");
    List<PackageMismatch> ready = store.candidates(run).ready();
    PackageStore.Folder full =
        new PackageStore.Folder() {
          @Override
          public boolean isFree(long number) {
            return number > 3;
          }

          @Override
          public void moveTo(long number) {
            throw new IllegalStateException("no room for package " + number);
          }
        };
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> store.keep(made(run, "lin"), ready, full))
        .withMessage("no room for package 4");
    assertThat(store.ofIncident(run)).isEmpty();
    assertThat(actions()).isEmpty();
  }

  @Test
  void package_isMadeOfTheLatestRunOnly() {
    long first = confirmed("P1");
    assertThat(store.moment(first).latestRun()).isEqualTo(first);
    long second = runs.finish(unpaid("P1", 500));
    assertThat(store.moment(first).latestRun()).isEqualTo(second);
    assertRefused(PackageRefusal.Why.NOT_THE_LATEST_RUN, () -> make(first, "lin"));
    assertThat(make(second, "lin").made().run()).isEqualTo(second);
  }

  @Test
  void moment_passes_withWhateverCountsDependOn() {
    long run = confirmed("P1", "P2");
    PackageMoment before = store.moment(run);
    assertThat(store.moment(run)).isEqualTo(before);

    List<PackageMoment> moments = new ArrayList<>(List.of(before));
    runs.decide(run, CONFIRMED, unpaid("P2"));
    moments.add(store.moment(run));
    PackageRow made = make(run, "lin");
    moments.add(store.moment(run));
    decisions.approve(made.number(), approval("wang", HASH), () -> {});
    moments.add(store.moment(run));
    clock.pass(Duration.ofHours(25));
    moments.add(store.moment(run));
    runs.finish(unpaid("P1", 500));
    moments.add(store.moment(run));
    assertThat(moments).doesNotHaveDuplicates();
    assertThat(store.moment(run)).isEqualTo(moments.get(5));
  }

  @Test
  void package_stands_whenALaterRunFindsTheSameAndPeopleOnlyComment() {
    long run = confirmed("P1", "P2");
    PackageRow made = make(run, "lin");
    runs.comment(run, unpaid("P1"));
    runs.decide(run, CONFIRMED, unpaid("P2"));
    runs.finish(unpaid("P1", 500), unpaid("P2", 500), unpaid("P3", 1));
    assertThat(store.fallen(made, 9)).isEmpty();
  }

  @Test
  void package_falls_whenOneOfItsMismatchesWasDecidedOtherwise_evenIfConfirmedAgain() {
    long run = confirmed("P1", "P2");
    PackageRow made = make(run, "lin");
    runs.decide(run, FIXED, unpaid("P2"));
    assertThat(store.fallen(made, 9)).extracting(PackageMismatch::id).containsExactly(unpaid("P2"));
    runs.decide(run, CONFIRMED, unpaid("P2"));
    assertThat(store.fallen(made, 9)).extracting(PackageMismatch::id).containsExactly(unpaid("P2"));
  }

  @Test
  void package_falls_whenALaterRunFindsOtherFactsOrNothing() {
    long run = confirmed("P1", "P2", "P3");
    PackageRow made = make(run, "lin");
    runs.finish(unpaid("P1", 500), unpaid("P2", 501));
    assertThat(store.fallen(made, 9))
        .extracting(PackageMismatch::id)
        .containsExactly(unpaid("P2"), unpaid("P3"));
  }

  @Test
  void package_falls_whenSomethingElseAboutAParcelItChangesIsNoLongerConfirmed() {
    long run = runs.finish(onShelf("P1"));
    runs.decide(
        run, CONFIRMED, id("P1", MismatchKind.SHOWN_AS_FAILED), id("P1", MismatchKind.TRIED_AGAIN));
    PackageRow made = make(run, "lin");
    assertThat(store.fallen(made, 9)).isEmpty();
    runs.decide(run, REJECTED, id("P1", MismatchKind.TRIED_AGAIN));
    assertThat(store.fallen(made, 9))
        .extracting(PackageMismatch::id)
        .containsExactly(id("P1", MismatchKind.SHOWN_AS_FAILED));
  }

  @Test
  void fallenPackages_areVoided_beforeTheNextIsMade() {
    long run = confirmed("P1", "P2");
    make(run, "lin");
    runs.decide(run, REJECTED, unpaid("P2"));
    decisions.voidFallen(run, "lin");
    PackageRow fallen = store.find(1).orElseThrow();
    assertThat(fallen.state(Instant.EPOCH)).isEqualTo(PackageState.VOIDED);
    assertThat(fallen.decisions())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.cause()).contains(VoidCause.NO_LONGER_CONFIRMED);
              assertThat(each.reason()).isEqualTo("P2");
              assertThat(each.by()).isEqualTo("lin");
            });
    assertThat(make(run, "lin").mismatches()).isOne();
    assertThat(actions()).containsExactly("PACKAGE_MADE", "PACKAGE_VOIDED", "PACKAGE_MADE");
  }
}
