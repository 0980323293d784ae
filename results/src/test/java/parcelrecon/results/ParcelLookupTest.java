package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.SourceName;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.model.UnlistedParcel.Paid;
import parcelrecon.model.UnlistedParcel.Screen;
import parcelrecon.rule.Judgement;
import parcelrecon.spill.Partitions;

class ParcelLookupTest extends OnResults {

  private static final Partitions PARTITIONS = new Partitions(5);

  private long run;

  @BeforeEach
  void begin() {
    run = Runs.begin(database);
    new PlanStore(database).save(run, Runs.plan(PARTITIONS.count(), 1));
  }

  @Test
  void parcels_areFoundByTheirExactIds_amongAllThatWereKept() {
    List<Judgement> judged = new ArrayList<>(new RandomParcels(1).judgements(300, "TW"));
    judged.addAll(new RandomParcels(2).judgements(20, "門市-"));
    keep(judged, List.of());
    Set<String> ids =
        judged.stream()
            .map(judgement -> judgement.evidence().parcelId())
            .collect(Collectors.toSet());

    Map<String, ParcelRow> found = lookup().parcels(ids);

    assertThat(found.keySet()).isEqualTo(ids);
    assertThat(found).allSatisfy((id, row) -> assertThat(row.parcelId()).isEqualTo(id));
    assertThat(lookup().parcels(List.of("", "tw1", "TW1 ", "TW", "門市", "TW1\u0000", "\u0000")))
        .isEmpty();
  }

  @Test
  void parcelsWithoutAMismatch_areFoundAsTheyWereKept() {
    List<UnlistedParcel> unlisted = Stream.of("A1", "A2", "B1", "門").map(this::clean).toList();
    keep(List.of(), unlisted);

    assertThat(lookup().unlisted(List.of("A1", "門", "a1", "A")))
        .isEqualTo(Map.of("A1", clean("A1"), "門", clean("門")));
    assertThat(lookup().parcels(List.of("A1"))).isEmpty();
    assertThat(lookup().knowsAll()).isTrue();
  }

  @Test
  void ids_areThoseOfAllParcels_withAndWithoutAMismatch() {
    List<Judgement> judged = new RandomParcels(1).judgements(50, "TW");
    keep(judged, List.of(clean("A1"), clean("A2")));
    Set<String> ids = new HashSet<>();
    lookup().forEachId(ids::add);
    assertThat(ids).hasSize(52).contains("A1", "A2", judged.get(0).evidence().parcelId());
  }

  @Test
  void runOfAnEarlierVersion_doesNotKnowAllParcels() {
    keep(List.of(), List.of(clean("A1")));
    database.write(
        run, handle -> handle.execute("delete from partition_unlisted where partition_no = 3"));
    assertThat(lookup().knowsAll()).isFalse();
  }

  private ParcelLookup lookup() {
    return new ParcelLookup(database, run);
  }

  private void keep(List<Judgement> judged, List<UnlistedParcel> unlisted) {
    for (int partition = 0; partition < PARTITIONS.count(); partition++) {
      int number = partition;
      new PartitionStore(database)
          .finish(
              run,
              partition,
              judged.stream()
                  .filter(parcel -> PARTITIONS.of(parcel.evidence().parcelId()) == number)
                  .iterator(),
              Runs.unlisted(
                  unlisted.stream()
                      .filter(parcel -> PARTITIONS.of(parcel.parcelId()) == number)
                      .toArray(UnlistedParcel[]::new)),
              Runs.totals(1, 0));
    }
  }

  private UnlistedParcel clean(String id) {
    Instant at = Instant.parse("2022-04-13T11:40:12Z");
    return new UnlistedParcel(
        id,
        true,
        OutboundState.COMPLETED,
        PaymentTerm.COD,
        "870123",
        at,
        at.plusSeconds(2),
        Paid.IN_FULL,
        Screen.OK,
        Set.of(SourceName.OUTBOUND, SourceName.PAYMENTS));
  }
}
