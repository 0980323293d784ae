package parcelrecon.results.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.results.KeptRun;
import parcelrecon.results.OnResults;
import parcelrecon.results.OpenStore;
import parcelrecon.results.RandomParcels;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.Runs;
import parcelrecon.results.audit.AuditChain;
import parcelrecon.results.closing.ClosingRefusal.Why;
import parcelrecon.results.listing.Listing;
import parcelrecon.results.review.MismatchId;
import parcelrecon.results.review.ReviewAct;
import parcelrecon.results.review.ReviewDecision;
import parcelrecon.results.review.ReviewStore;
import parcelrecon.results.review.Selection;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.MismatchKind;

/** Closing an incident and opening it again, over runs of parcels of a seed. */
public class ClosingStoreTest extends OnResults {

  private static final Instant NOW = Instant.parse("2022-04-20T02:00:00Z");
  private static final String INCIDENT = "2022-04-13-kafka";

  private final RandomParcels parcels = new RandomParcels(20220420);
  private KeptRun first;
  private KeptRun second;
  private ClosingStore store;

  @BeforeEach
  void keepTwoRuns() {
    first = new KeptRun(parcels.judgements(120, "P"), parcels);
    second = new KeptRun(List.of(), parcels);
    int at = 0;
    for (Judgement then : first.judgements()) {
      String id = then.evidence().parcelId();
      switch (at++ % 4) {
        case 0, 1 -> second.add(then, first.datafixes(id));
        case 2 ->
            second.addFollowed(
                new Judgement(then.evidence(), true, then.verdict(), Optional.empty(), List.of()));
        default -> {}
      }
    }
    store = new ClosingStore(database, InstantSource.fixed(NOW));
  }

  @Test
  void closing_keepsWhatWasLeft_andIsInTheAudit_andAnOpeningEndsIt() {
    first.keep(database, 2);
    RunRow run = row(second.keep(database, 2));
    assertThat(Closings.isClosed(database, INCIDENT)).isFalse();

    Closing closing = store.close(run, "olga", " handed to finance ");

    assertThat(Closings.isClosed(database, INCIDENT)).isTrue();
    assertThat(Closings.standing(database, INCIDENT)).contains(closing);
    assertThat(closing.reason()).isEqualTo("handed to finance");
    assertThat(closing.frozen().runs()).containsExactly(1L, 2L);
    assertThat(closing.frozen().openMismatches())
        .isEqualTo(second.openKeys().size())
        .isEqualTo(new OpenStore(database).of(run).sum().mismatches());
    assertThat(closing.frozen().notKnown()).isPositive();
    assertThat(new AuditChain(database).verify(closing.audit()).misfit()).isEmpty();
    assertThat(new AuditChain(database).verify().head()).isEqualTo(closing.audit());
    assertRefused(Why.ALREADY_CLOSED, () -> store.close(run, "olga", "again"));

    assertRefused(Why.NO_REASON, () -> store.openAgain(INCIDENT, "olga", " "));
    Closing opened = store.openAgain(INCIDENT, "fred", "a refund came back");

    assertThat(opened.number()).isEqualTo(2);
    assertThat(Closings.isClosed(database, INCIDENT)).isFalse();
    assertThat(Closings.all(database, INCIDENT)).containsExactly(closing, opened);
    assertRefused(Why.NOT_CLOSED, () -> store.openAgain(INCIDENT, "fred", "again"));
    assertThat(store.close(run, "olga", "now").number()).isEqualTo(3);
  }

  @Test
  void closing_needsNoReason_whenNothingIsLeft() {
    RunRow run = row(new KeptRun(List.of(), parcels).keep(database, 2));
    Closing closing = store.close(run, "olga", "");
    assertThat(closing.frozen().open()).isEmpty();
    assertThat(closing.frozen().notKnown()).isZero();
  }

  @Test
  void closing_isRefused_withoutAReason_whileARunIsInHand_andOnAnOldRun() {
    RunRow seen = row(first.keep(database, 2));
    assertRefused(Why.NO_REASON, () -> store.close(seen, "olga", "  "));
    assertRefused(Why.LONG_REASON, () -> store.close(seen, "olga", "x".repeat(1_001)));
    long inHand = Runs.begin(database);
    assertRefused(Why.RUN_IN_HAND, () -> store.close(seen, "olga", "enough"));
    new RunStore(database).end(inHand, RunState.FAILED, 5, NOW);
    second.keep(database, 2);
    assertRefused(Why.OTHER_RUN, () -> store.close(seen, "olga", "enough"));
    assertThat(Closings.all(database, INCIDENT)).isEmpty();
    assertThat(new AuditChain(database).verify().head().number()).isZero();
  }

  @Test
  void everyMismatch_endsOneWay_andLaterReviewsChangeNothing() {
    first.keep(database, 2);
    RunRow run = row(second.keep(database, 4));
    new Listing(database).build(run.run());
    List<MismatchId> rejected = review(run, 5, ReviewDecision.REJECTED);
    List<MismatchId> confirmed = review(run, 8, ReviewDecision.CONFIRMED);
    Closing closing = store.close(run, "olga", "enough");
    List<Ended> ends = ends(closing);

    assertThat(ends).extracting(Ended::found).doesNotHaveDuplicates();
    assertThat(ends)
        .filteredOn(each -> each.way() == Ended.Way.REVIEWED)
        .extracting(ClosingStoreTest::id)
        .containsExactlyInAnyOrderElementsOf(openOf(rejected))
        .isNotEmpty();
    assertThat(ends)
        .filteredOn(each -> openOf(confirmed).contains(id(each)))
        .as("what is confirmed is left to be done")
        .isNotEmpty()
        .allMatch(each -> each.way() == Ended.Way.CLOSED_WITH_REASON);
    assertThat(ends).extracting(Ended::way).contains(Ended.Way.HEALED);

    review(run, 60, ReviewDecision.FIXED);
    assertThat(ends(closing)).isEqualTo(ends);
  }

  /** Decides on the list's first that nobody has decided. */
  private List<MismatchId> review(RunRow run, int rows, ReviewDecision decision) {
    Map<MismatchId, String> facts = new TreeMap<>();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select parcel_id, kind, consumer_group, facts from listed_mismatch
                        where run = :run and decision is null order by parcel_key, kind
                        """)
                    .bind("run", run.run())
                    .map(
                        (row, context) ->
                            Map.entry(
                                new MismatchId(
                                    row.getString("parcel_id"),
                                    MismatchKind.valueOf(row.getString("kind")),
                                    row.getString("consumer_group")),
                                row.getString("facts")))
                    .stream()
                    .limit(rows)
                    .forEach(each -> facts.put(each.getKey(), each.getValue())));
    ReviewStore reviews = new ReviewStore(database, InstantSource.fixed(NOW));
    reviews.append(
        new Selection(run.run(), reviews.latest(run.run()), facts),
        new ReviewAct.Decide(decision, ""),
        "fred");
    return List.copyOf(facts.keySet());
  }

  private Set<MismatchId> openOf(List<MismatchId> some) {
    Set<MismatchId> open = new HashSet<>();
    for (MismatchId id : some) {
      if (second.openKeys().contains(id.parcelId() + "\0" + id.kind() + "\0" + id.group())) {
        open.add(id);
      }
    }
    return open;
  }

  private List<Ended> ends(Closing closing) {
    List<Ended> ends = new ArrayList<>();
    Map<Ended.Way, Long> ways = new ClosingEnds(database, closing).forEach(ends::add);
    assertThat(ways.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(ends.size());
    return ends;
  }

  private static MismatchId id(Ended ended) {
    return new MismatchId(
        ended.found().mismatch().parcelId(),
        ended.found().mismatch().kind(),
        ended.found().mismatch().group());
  }

  private void assertRefused(Why why, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOf(ClosingRefusal.class)
        .extracting(refusal -> ((ClosingRefusal) refusal).why())
        .isEqualTo(why);
  }

  private RunRow row(long run) {
    return new RunStore(database).find(run).orElseThrow();
  }
}
