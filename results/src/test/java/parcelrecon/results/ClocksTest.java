package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.clock.ClockCount;
import parcelrecon.clock.ClockOffset;
import parcelrecon.clock.ClockPair;

/** The clocks of all partitions together. */
class ClocksTest extends OnResults {

  private long run;

  @BeforeEach
  void begin() {
    run = Runs.begin(database);
  }

  @Test
  void clocks_areMeasuredOverAllPartitions_asIfTheyWereOne() {
    finish(0, events(-100, 1), events(90_000, 20), events(90_100, 4));
    finish(1, events(90_000, 15), new ClockCount(ClockPair.ATTEMPT_AND_REQUEST, 0, 3));
    assertThat(new StoredResults(database, run).clocks())
        .isEqualTo(
            Map.of(
                ClockPair.EVENT_AND_COMPLETION,
                new ClockOffset(ClockPair.EVENT_AND_COMPLETION, 40, 90_000, 90_000, 90_000),
                ClockPair.ATTEMPT_AND_REQUEST,
                new ClockOffset(ClockPair.ATTEMPT_AND_REQUEST, 3, 0, 0, 0)));
  }

  @Test
  void clocks_areThoseOfTheLastMatch_whenAPartitionIsMatchedAgain() {
    finish(0, events(5, 1));
    finish(0, events(7, 1));
    assertThat(new StoredResults(database, run).clocks())
        .containsOnlyKeys(ClockPair.EVENT_AND_COMPLETION)
        .containsValue(new ClockOffset(ClockPair.EVENT_AND_COMPLETION, 1, 7, 7, 7));
  }

  @Test
  void clocks_areNone_whenNoPairWasMet() {
    finish(0);
    assertThat(new StoredResults(database, run).clocks()).isEmpty();
  }

  private static ClockCount events(long millis, long pairs) {
    return new ClockCount(ClockPair.EVENT_AND_COMPLETION, millis, pairs);
  }

  private void finish(int partition, ClockCount... counts) {
    new PartitionStore(database)
        .finish(
            run,
            partition,
            Collections.emptyIterator(),
            Runs.unlisted(),
            new PartitionTotals(
                Map.of(), 0, 0, 0, 0, List.of(), List.of(), Map.of(), List.of(), List.of(counts)));
  }
}
