package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Coverage;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.model.Store;
import parcelrecon.rule.JudgingContext.GroupOffsets;

class PlanStoreTest extends OnResults {

  private static final Store STORE = new Store("B-2", "門市 二", "北區", "", "02-1234");

  private PlanStore plans;
  private long run;

  @BeforeEach
  void begin() {
    plans = new PlanStore(database);
    run = Runs.begin(database);
  }

  @Test
  void plan_comesBackAsItWasSaved_whenFound() {
    Plan plan = full();
    plans.save(run, plan);
    assertThat(plans.find(run)).contains(plan);
  }

  @Test
  void plan_isAbsent_whenNoneWasSaved() {
    plans.save(run, full());
    assertThat(plans.find(Runs.begin(database))).isEmpty();
  }

  @Test
  void plan_replacesTheEarlierOneAndItsReading_whenSavedAgain() {
    plans.save(run, full());
    new SplitStore(database)
        .finish(
            run,
            SourceName.PAYMENTS,
            0,
            Runs.splitResult(1, 1),
            Stream.of(Runs.reject(1)).iterator());
    plans.save(run, Runs.plan(16, 1));

    assertThat(plans.find(run)).contains(Runs.plan(16, 1));
    assertThat(new SplitStore(database).rows(run)).noneMatch(SplitRow::done);
    List<Reject> rejects = new ArrayList<>();
    new StoredResults(database, run).forEachReject(rejects::add);
    assertThat(rejects).isEmpty();
  }

  @Test
  void storeList_isOrderedByStoreId_whateverTheOrderOfReading() {
    plans.save(run, full());
    assertThat(new StoredResults(database, run).storeList())
        .extracting(Store::storeId)
        .containsExactly("A-1", "B-2", "\uFF21", "\uD83D\uDCE6");
  }

  private static Plan full() {
    return new Plan(
        64,
        List.of(
            new PlannedSource(
                SourceName.PAYMENTS,
                "csv",
                false,
                List.of(
                    Coverage.Reason.of(Coverage.Code.TAKEN_AS_ALL_THERE_IS),
                    new Coverage.Reason(
                        Coverage.Code.HISTORY_DELETED,
                        List.of("topic", "3", "2022-04-13T10:33:00Z", ""),
                        Optional.of(new Coverage.Gap(Runs.WINDOW.from(), Runs.AS_OF)))),
                Optional.of(Runs.AS_OF),
                List.of(),
                Optional.of("lsn 0/1A2B3C"),
                Reading.BY_KEY,
                List.of(
                    split(SourceName.PAYMENTS, 0, Map.of("file", "settlement/\"19\",時.csv")),
                    split(SourceName.PAYMENTS, 1, Map.of("from", "0", "to", "4194304")))),
            new PlannedSource(
                SourceName.EVENTS,
                "kafka",
                true,
                List.of(),
                Optional.empty(),
                List.of(new GroupOffsets("fms", Map.of("parcel-outbound", Map.of(0, 17L, 11, 3L)))),
                Optional.empty(),
                Reading.ONWARD,
                List.of())),
        List.of(
            STORE,
            new Store("\uD83D\uDCE6", "", "", "", ""),
            new Store("\uFF21", "", "", "", ""),
            new Store("A-1", "", "", "", "")),
        OptionalLong.of(161_569));
  }

  private static PlannedSplit split(SourceName source, int ordinal, Map<String, String> at) {
    return new PlannedSplit(source, ordinal, 4L << 20, new TreeMap<>(at));
  }
}
