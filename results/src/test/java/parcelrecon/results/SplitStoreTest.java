package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.model.RecordRef;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;

class SplitStoreTest extends OnResults {

  private SplitStore splits;
  private long run;

  @BeforeEach
  void begin() {
    splits = new SplitStore(database);
    run = Runs.begin(database);
    new PlanStore(database).save(run, Runs.plan(16, 2));
  }

  @Test
  void rows_areThoseOfThePlan_whenNothingWasRead() {
    assertThat(splits.rows(run))
        .noneMatch(SplitRow::done)
        .extracting(SplitRow::split)
        .containsExactlyElementsOf(
            Runs.plan(16, 2).sources().stream()
                .flatMap(source -> source.splits().stream())
                .toList());
  }

  @Test
  void reading_replacesTheEarlierOne_whenASplitIsFinishedAgain() {
    finish(0, 100, LongStream.rangeClosed(1, 1_200).mapToObj(Runs::reject));
    finish(1, 5, Stream.of(Runs.reject(5_000)));
    finish(0, 90, Stream.of(Runs.reject(2), Runs.reject(1)));

    assertThat(results()).containsExactly(Runs.splitResult(90, 2), Runs.splitResult(5, 2));
    assertThat(rejects()).containsExactly(Runs.reject(1), Runs.reject(2), Runs.reject(5_000));
  }

  @Test
  void rejects_areOrderedBySourceThenBytesOfTheRef_whateverTheSplit() {
    Reject nonBmp = reject(SourceName.PAYMENTS, "\uD83D\uDCE6.csv", 1);
    Reject wide = reject(SourceName.PAYMENTS, "\uFF21.csv", 1);
    finish(0, 9, Stream.of(nonBmp, Runs.reject(9)));
    finish(1, 9, Stream.of(wide, Runs.reject(10)));
    Reject outbound = reject(SourceName.OUTBOUND, "z.csv", 3);
    splits.finish(
        run, SourceName.OUTBOUND, 1, Runs.splitResult(1, 1), List.of(outbound).iterator());

    assertThat(rejects()).containsExactly(outbound, Runs.reject(10), Runs.reject(9), wide, nonBmp);
  }

  @Test
  void reject_isKept_whateverItsTextHolds() {
    RecordRef ref = new RecordRef.FileLine(SourceName.PAYMENTS, "a.csv", 1);
    finish(
        0, 1, Stream.of(new Reject(SourceName.PAYMENTS, ref, null, "seen \"p\0\"", "p\0a\0'\\")));
    assertThat(rejects())
        .containsExactly(
            new Reject(SourceName.PAYMENTS, ref, null, "seen \"p\uFFFD\"", "p\uFFFDa\uFFFD'\\"));
  }

  @Test
  void nothing_isKept_whenTheRejectsBreakOff() {
    finish(0, 100, Stream.of(Runs.reject(1)));
    Iterator<Reject> breaksOff =
        Stream.of(Runs.reject(7), Runs.reject(8))
            .peek(
                reject -> {
                  if (reject.equals(Runs.reject(8))) {
                    throw new IllegalStateException("spill file is gone");
                  }
                })
            .iterator();
    assertThatIllegalStateException()
        .isThrownBy(
            () -> splits.finish(run, SourceName.PAYMENTS, 0, Runs.splitResult(3, 3), breaksOff));

    assertThat(results()).containsExactly(Runs.splitResult(100, 2));
    assertThat(rejects()).containsExactly(Runs.reject(1));
  }

  @Test
  void source_isUnread_whenReopened() {
    finish(0, 100, Stream.of(Runs.reject(1)));
    splits.finish(run, SourceName.OUTBOUND, 0, Runs.splitResult(7, 1), Collections.emptyIterator());
    splits.reopen(run, SourceName.PAYMENTS, Optional.of("lsn 0/7"));

    assertThat(results()).containsExactly(Runs.splitResult(7, 1));
    assertThat(rejects()).isEmpty();
    assertThat(new StoredResults(database, run).snapshots())
        .isEqualTo(Map.of(SourceName.PAYMENTS, "lsn 0/7"));
  }

  @Test
  void split_isRefused_whenThePlanHasNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> finish(2, 1, Stream.of()))
        .withMessage("run 1 has no planned split 2 of PAYMENTS");
  }

  private void finish(int ordinal, long read, Stream<Reject> rejects) {
    splits.finish(run, SourceName.PAYMENTS, ordinal, Runs.splitResult(read, 2), rejects.iterator());
  }

  private List<SplitResult> results() {
    return splits.rows(run).stream().map(SplitRow::result).flatMap(Optional::stream).toList();
  }

  private List<Reject> rejects() {
    List<Reject> rejects = new ArrayList<>();
    new StoredResults(database, run).forEachReject(rejects::add);
    return rejects;
  }

  private static Reject reject(SourceName source, String file, long line) {
    return new Reject(source, new RecordRef.FileLine(source, file, line), null, "unreadable", "");
  }
}
