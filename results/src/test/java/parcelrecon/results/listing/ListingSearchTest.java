package parcelrecon.results.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Verdict;
import parcelrecon.results.OnResults;
import parcelrecon.results.PartitionStore;
import parcelrecon.results.Runs;
import parcelrecon.results.SettleStore;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.Standing;

/** What pages hold, against the whole list sieved by the filter; on lists made at random. */
public class ListingSearchTest extends OnResults {

  private static final int ROWS = 1_500;
  private static final int FILTERS = 60;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @Test
  void pages_haveTheRowsThatFitInOrder_whateverIsAskedFor() {
    List<ListedMismatch> all = rows();
    ListingSearch search = new ListingSearch(database, list(all));
    for (int asked = 0; asked < FILTERS; asked++) {
      ListingFilter filter = filter();
      List<ListedMismatch> fitting = all.stream().filter(filter::fits).toList();
      String what = "seed %s, %s".formatted(seed, filter);
      assertThat(forward(search, filter)).as(what).isEqualTo(fitting);
      assertThat(backward(search, filter)).as(what).isEqualTo(fitting);
      assertThat(search.all(filter, ROWS).orElseThrow()).as(what).hasSize(fitting.size());
      ListingCount count = search.count(filter);
      assertThat(count.rows()).as(what).isGreaterThanOrEqualTo(fitting.size());
      if (count.bound() == ListingCount.Bound.EXACT) {
        assertThat(count.rows()).as(what).isEqualTo(fitting.size());
      }
    }
  }

  @Test
  void totals_areThoseOfTheTable_whateverTheFacet() {
    long run = list(rows());
    Map.of(
            Facet.STORE, "store_id",
            Facet.KIND, "kind",
            Facet.CLASS, "class",
            Facet.VERDICT, "verdict",
            Facet.STANDING, "standing",
            Facet.TRAIT, "trait",
            Facet.STAKE, "stake_band")
        .forEach(
            (facet, column) ->
                assertThat(new ListingSearch(database, run).totals(facet))
                    .as(facet.name())
                    .isEqualTo(counted(run, column)));
  }

  private Map<String, Long> counted(long run, String column) {
    Map<String, Long> counted = new TreeMap<>();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createQuery(
                        "select <column>, count(*) from listed_mismatch where run = :run group by <column>")
                    .define("column", column)
                    .bind("run", run)
                    .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                    .forEach(entry -> counted.put(entry.getKey(), entry.getValue())));
    return counted;
  }

  private static List<ListedMismatch> forward(ListingSearch search, ListingFilter filter) {
    ListingPage page = search.first(filter);
    List<ListedMismatch> rows = new ArrayList<>(page.rows());
    while (page.next().isPresent()) {
      page = search.after(filter, page.next().get());
      rows.addAll(page.rows());
    }
    return rows;
  }

  private static List<ListedMismatch> backward(ListingSearch search, ListingFilter filter) {
    List<ListedMismatch> rows = new ArrayList<>();
    Optional<ListingPosition> before = Optional.of(new ListingPosition("Z", "", ""));
    while (before.isPresent()) {
      List<ListedMismatch> page = new ArrayList<>(search.before(filter, before.get()).rows());
      if (page.isEmpty() || !rows.isEmpty() && !isBefore(page, rows)) {
        break;
      }
      Collections.reverse(page);
      rows.addAll(page);
      before = Optional.of(page.get(page.size() - 1).position());
    }
    Collections.reverse(rows);
    return rows;
  }

  /** The page before the first is the first again. */
  private static boolean isBefore(List<ListedMismatch> page, List<ListedMismatch> backward) {
    ListingPosition first = backward.get(backward.size() - 1).position();
    return page.get(page.size() - 1).position().compareTo(first) < 0;
  }

  private long list(List<ListedMismatch> rows) {
    long run = Runs.begin(database);
    new PartitionStore(database)
        .finish(run, 0, Collections.emptyIterator(), Runs.unlisted(), Runs.totals(0, 0));
    Listing listing = new Listing(database);
    new SettleStore(database)
        .savePlanned(run, 0, Collections.emptyIterator(), listing.keeping(run, 0, rows));
    listing.finish(run);
    return run;
  }

  private List<ListedMismatch> rows() {
    List<ListedMismatch> rows = new ArrayList<>();
    for (int number = 0; number < ROWS; number++) {
      String parcelId = "P%05d".formatted(number - number % 3);
      MismatchKind kind = MismatchKind.values()[number % 3 + 3 * random.nextInt(3)];
      rows.add(row(parcelId, kind, number));
    }
    Map<ListingPosition, ListedMismatch> inOrder = new TreeMap<>();
    rows.forEach(row -> inOrder.put(row.position(), row));
    return List.copyOf(inOrder.values());
  }

  /** Later parcels have other phases than earlier ones. */
  private ListedMismatch row(String parcelId, MismatchKind kind, int number) {
    List<Integer> phases =
        number < ROWS / 2 ? List.of() : random.nextInt(3) == 0 ? List.of(0, 1) : List.of(1);
    return new ListedMismatch(
        parcelId,
        kind,
        "",
        Proof.CONFIRMED,
        random.nextInt(200) == 0 ? Standing.INFORMATIONAL : Standing.AFFECTED,
        oneOf(Verdict.values()),
        "S" + random.nextInt(5),
        phases,
        stake(),
        null,
        null,
        "facts",
        ListedMismatch.Review.NONE);
  }

  private ListedMismatch.Stake stake() {
    Long collect = random.nextInt(3) == 0 ? amount() : null;
    Long refund = random.nextInt(9) == 0 ? amount() : null;
    String currency = collect == null && refund == null ? null : "TWD";
    return new ListedMismatch.Stake(currency, collect, refund);
  }

  private long amount() {
    return (long) Math.pow(10, random.nextDouble() * 6) - 1;
  }

  private <E> Optional<E> oneOf(E[] values) {
    int at = random.nextInt(values.length + 1);
    return at < values.length ? Optional.of(values[at]) : Optional.empty();
  }

  private ListingFilter filter() {
    Map<Facet, String> values = new HashMap<>();
    maybe(values, Facet.STORE, "S" + random.nextInt(6));
    maybe(values, Facet.KIND, MismatchKind.values()[random.nextInt(10)].name());
    maybe(values, Facet.CLASS, MismatchKind.values()[random.nextInt(10)].mismatchClass().name());
    maybe(values, Facet.VERDICT, oneOf(Verdict.values()).map(Enum::name).orElse(""));
    maybe(values, Facet.STANDING, Standing.values()[random.nextInt(2)].name());
    maybe(values, Facet.PHASE, List.of("", "0", "1", "2").get(random.nextInt(4)));
    return new ListingFilter(
        random.nextInt(5) == 0 ? "P00" + random.nextInt(3) : "",
        values,
        random.nextInt(5) == 0 ? Optional.of("") : Optional.empty(),
        random.nextInt(20) == 0 ? Optional.of("nobody") : Optional.empty(),
        random.nextInt(3) == 0 ? OptionalLong.of(amount()) : OptionalLong.empty());
  }

  private void maybe(Map<Facet, String> values, Facet facet, String value) {
    if (random.nextInt(4) == 0) {
      values.put(facet, value);
    }
  }
}
