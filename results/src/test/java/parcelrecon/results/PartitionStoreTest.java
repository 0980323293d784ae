package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.model.SourceName;
import parcelrecon.results.PartitionTotals.SourceTotals;
import parcelrecon.rule.Judgement;

class PartitionStoreTest extends OnResults {

  private static final PartitionTotals TOTALS =
      new PartitionTotals(
          Map.of(
              SourceName.PAYMENTS, new SourceTotals(10, 7, 3, 2, 5, 4, 1),
              SourceName.EVENTS, new SourceTotals(1, 1, 0, 0, 0, 0, 0)),
          30,
          20,
          25,
          28,
          List.of(),
          List.of(),
          Map.of(),
          List.of(),
          List.of());

  private PartitionStore partitions;
  private long run;

  @BeforeEach
  void begin() {
    partitions = new PartitionStore(database);
    run = Runs.begin(database);
  }

  @Test
  void rows_tellTheFinishedPartitions_inTheirOrder() {
    partitions.finish(run, 11, judged(1).iterator(), Runs.unlisted(), Runs.totals(1, 0));
    partitions.finish(run, 2, judged(10).iterator(), Runs.unlisted(), TOTALS);
    assertThat(partitions.rows(run))
        .containsExactly(
            new PartitionRow(2, TOTALS.sources(), 30, 20, 25),
            new PartitionRow(11, Map.of(), 1, 0, 0));
  }

  @Test
  void everyMatch_isForgotten_whenARunIsReopened() {
    partitions.finish(run, 0, judged(3).iterator(), Runs.unlisted(), TOTALS);
    long other = Runs.begin(database);
    partitions.finish(other, 0, judged(3).iterator(), Runs.unlisted(), TOTALS);
    partitions.reopen(run);
    assertThat(partitions.rows(run)).isEmpty();
    assertThat(parcels(run)).isEmpty();
    assertThat(parcels(other)).hasSize(3);
  }

  @Test
  void partition_isNotFinished_whenAParcelHasNoMismatch() {
    Judgement judged = judged(1).get(0);
    Judgement clean =
        new Judgement(judged.evidence(), true, Optional.empty(), Optional.empty(), List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> partitions.finish(run, 0, List.of(clean).iterator(), Runs.unlisted(), TOTALS));
    assertThat(partitions.rows(run)).isEmpty();
  }

  @Test
  void partitions_areAllKept_whenFinishedAtOnceAndTwice() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Void>> finishes = new ArrayList<>();
      for (int number = 0; number < 24; number++) {
        int partition = number % 12;
        List<Judgement> part = new RandomParcels(partition).judgements(40, "TW" + partition + "-");
        finishes.add(
            () -> {
              partitions.finish(run, partition, part.iterator(), Runs.unlisted(), TOTALS);
              return null;
            });
      }
      for (List<Callable<Void>> pass : List.of(finishes.subList(0, 12), finishes.subList(12, 24))) {
        for (Future<Void> finished : threads.invokeAll(pass)) {
          finished.get();
        }
      }
    } finally {
      threads.shutdown();
    }
    assertThat(partitions.rows(run)).hasSize(12);
    assertThat(parcels(run)).hasSize(12 * 40).doesNotHaveDuplicates();
  }

  private static List<Judgement> judged(int count) {
    return new RandomParcels(1).judgements(count, "TW");
  }

  private List<String> parcels(long of) {
    List<String> parcels = new ArrayList<>();
    new StoredResults(database, of).forEachParcel(row -> parcels.add(row.parcelId()));
    return parcels;
  }
}
