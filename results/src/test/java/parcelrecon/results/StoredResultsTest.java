package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.datafix.Datafix;
import parcelrecon.model.Utf8Order;
import parcelrecon.rule.Judgement;

class StoredResultsTest extends OnResults {

  private static final long SEED = 20220413;
  private static final int PARTITIONS = 7;

  private long run;

  @BeforeEach
  void begin() {
    run = Runs.begin(database);
  }

  @Test
  void parcels_comeBackAsTheyWereJudgedAndPlanned_inTheOrderOfTheirBytes() {
    RandomParcels random = new RandomParcels(SEED);
    List<Judgement> judged = new ArrayList<>(random.judgements(1_500, "TW"));
    judged.addAll(random.judgements(20, "\uFF5E"));
    judged.addAll(random.judgements(20, "\uD83D\uDCE6"));
    judged.addAll(random.judgements(20, "z\u00E9"));
    Map<String, List<Datafix>> planned = new HashMap<>();
    keep(judged, random, planned);

    List<ParcelRow> read = new ArrayList<>();
    new StoredResults(database, run).forEachParcel(read::add);

    List<Judgement> expected =
        judged.stream()
            .sorted(
                Comparator.comparing(
                    judgement -> judgement.evidence().parcelId(), Utf8Order.COMPARATOR))
            .toList();
    assertThat(read)
        .extracting(ParcelRow::evidence)
        .isEqualTo(expected.stream().map(Judgement::evidence).toList());
    for (int at = 0; at < expected.size(); at++) {
      Judgement judgement = expected.get(at);
      ParcelRow row = read.get(at);
      assertThat(row.verdict()).isEqualTo(judgement.verdict());
      assertThat(row.standing()).isEqualTo(judgement.standing());
      assertThat(row.storeId()).isEqualTo(StoreOfParcel.of(judgement.evidence()));
      assertThat(row.mismatches())
          .extracting(MismatchRow::mismatch)
          .isEqualTo(judgement.mismatches());
      assertThat(row.datafixes()).isEqualTo(planned.get(row.parcelId()));
    }
  }

  private void keep(
      List<Judgement> judged, RandomParcels random, Map<String, List<Datafix>> planned) {
    PartitionStore partitions = new PartitionStore(database);
    SettleStore settle = new SettleStore(database);
    for (int partition = 0; partition < PARTITIONS; partition++) {
      int number = partition;
      List<Judgement> part =
          judged.stream().filter(judgement -> partitionOf(judgement) == number).toList();
      partitions.finish(run, number, part.iterator(), Runs.unlisted(), Runs.totals(part.size(), 0));
      List<PlannedParcel> parcels = new ArrayList<>();
      settle.forEachParcel(
          run,
          number,
          judgement -> {
            List<Datafix> datafixes = random.datafixes(judgement);
            planned.put(judgement.evidence().parcelId(), datafixes);
            parcels.add(
                new PlannedParcel(
                    judgement.evidence().parcelId(), judgement.standing(), datafixes));
          });
      settle.savePlanned(run, number, parcels.iterator(), SettleStore.Also.NOTHING);
    }
  }

  private static int partitionOf(Judgement judgement) {
    return Math.floorMod(judgement.evidence().parcelId().hashCode(), PARTITIONS);
  }
}
