package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.results.listing.ListedMismatch;
import parcelrecon.results.listing.Listing;
import parcelrecon.results.listing.ListingFilter;
import parcelrecon.results.listing.ListingPage;
import parcelrecon.results.listing.ListingSearch;
import parcelrecon.rule.Judgement;

class ListingTest extends OnResults {

  private static final int PARTITIONS = 3;

  private Listing listing;
  private long run;
  private List<Judgement> parcels;

  @BeforeEach
  void settleSome() {
    listing = new Listing(database);
    run = Runs.begin(database);
    new PlanStore(database).save(run, Runs.plan(PARTITIONS, 1));
    parcels = new RandomParcels(11).judgements(60, "TW");
    for (int partition = 0; partition < PARTITIONS; partition++) {
      match(partition);
    }
  }

  @Test
  void list_holdsWhatTheRunFound_inTheOrderOfItsOutputs() {
    settle();
    List<ListedMismatch> expected = new ArrayList<>();
    new StoredResults(database, run)
        .forEachParcel(
            parcel ->
                expected.addAll(
                    ListedMismatch.of(
                        parcels.stream()
                            .filter(each -> each.evidence().parcelId().equals(parcel.parcelId()))
                            .findFirst()
                            .orElseThrow(),
                        Runs.incident("any"))));
    assertThat(list()).isEqualTo(expected).hasSizeGreaterThan(60);
  }

  @Test
  void list_isTheSame_whenARunOfAnEarlierVersionIsListedLater() {
    settle();
    List<ListedMismatch> settled = list();
    forget();
    assertThat(listing.isThere(run)).isFalse();

    listing.build(run);

    assertThat(listing.isThere(run)).isTrue();
    assertThat(list()).isEqualTo(settled);
  }

  @Test
  void list_isMadeOnce_whenTwoAskAtOnce() throws Exception {
    end();
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Callable<Void> build =
          () -> {
            new Listing(database).build(run);
            return null;
          };
      for (Future<Void> each : two.invokeAll(List.of(build, build))) {
        each.get();
      }
    } finally {
      two.shutdown();
    }
    assertThat(list())
        .hasSize(parcels.stream().mapToInt(parcel -> parcel.mismatches().size()).sum());
    assertThat(counted()).isEqualTo(list().size());
  }

  @Test
  void list_goesOnWhereItEnded_whenItsMakingWasStopped() {
    settle();
    List<ListedMismatch> settled = list();
    database
        .jdbi()
        .useTransaction(
            handle -> {
              ListedRows.forget(handle, run, 1);
            });
    assertThat(kept()).isNotEmpty().noneMatch(id -> partitionOf(id) == 1);

    listing.build(run);

    assertThat(list()).isEqualTo(settled);
    assertThat(counted()).isEqualTo(settled.size());
  }

  @Test
  void partition_isReplaced_whenItIsSettledAgain() {
    settle();
    List<ListedMismatch> once = list();
    settle();
    assertThat(list()).isEqualTo(once);
    assertThat(counted()).isEqualTo(once.size());
  }

  @Test
  void partition_isNoLongerListed_whenItIsMatchedAgain() {
    settle();
    match(2);
    assertThat(listing.isThere(run)).isFalse();
    assertThat(kept()).isNotEmpty().noneMatch(id -> partitionOf(id) == 2);

    new PartitionStore(database).reopen(run);
    assertThat(kept()).isEmpty();
  }

  @Test
  void run_isNotListed_whileItIsNotSettled() {
    assertThatIllegalStateException().isThrownBy(() -> listing.build(run));
  }

  private void match(int partition) {
    List<Judgement> part =
        parcels.stream()
            .filter(parcel -> partitionOf(parcel.evidence().parcelId()) == partition)
            .toList();
    new PartitionStore(database)
        .finish(run, partition, part.iterator(), Runs.unlisted(), Runs.totals(part.size(), 0));
  }

  private void settle() {
    SettleStore settle = new SettleStore(database);
    for (int partition = 0; partition < PARTITIONS; partition++) {
      List<PlannedParcel> planned = new ArrayList<>();
      List<ListedMismatch> rows = new ArrayList<>();
      settle.forEachParcel(
          run,
          partition,
          parcel -> {
            planned.add(
                new PlannedParcel(parcel.evidence().parcelId(), parcel.standing(), List.of()));
            rows.addAll(ListedMismatch.of(parcel, Runs.incident("any")));
          });
      settle.savePlanned(run, partition, planned.iterator(), listing.keeping(run, partition, rows));
    }
    listing.finish(run);
    end();
  }

  private void end() {
    new RunStore(database).end(run, RunState.COMPLETE, 0, Runs.AS_OF);
  }

  /** As a run of a version that made no lists. */
  private void forget() {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              ListedRows.forget(handle, run);
              for (int partition = 0; partition < PARTITIONS; partition++) {
                ListedRows.forget(handle, run, partition);
              }
            });
  }

  private long counted() {
    return new ListingSearch(database, run).total();
  }

  private List<ListedMismatch> list() {
    List<ListedMismatch> rows = new ArrayList<>();
    ListingSearch search = new ListingSearch(database, run);
    ListingPage page = search.first(ListingFilter.ALL);
    rows.addAll(page.rows());
    while (page.next().isPresent()) {
      page = search.after(ListingFilter.ALL, page.next().get());
      rows.addAll(page.rows());
    }
    return rows;
  }

  /** The parcels of the table, whether or not the list is whole. */
  private List<String> kept() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select parcel_id from listed_mismatch where run = :run")
                    .bind("run", run)
                    .mapTo(String.class)
                    .list());
  }

  private static int partitionOf(String parcelId) {
    return Math.floorMod(parcelId.hashCode(), PARTITIONS);
  }
}
