package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parcelrecon.results.listing.Facet;
import parcelrecon.results.listing.ListingFilter;
import parcelrecon.results.listing.ListingPage;
import parcelrecon.results.listing.ListingSearch;

/**
 * A page over very many mismatches against the same page over ten thousand; of a million with
 * -Dparcelrecon.listed=1000000. What it measures is printed.
 */
class ListingSizeTest extends OnResults {

  private static final long FEW = 10_000;
  private static final long MANY = Long.getLong("parcelrecon.listed", 100_000);
  private static final long CHUNK = 50_000;
  private static final int TIMES = 5;

  /** Below this a difference is the machine's. */
  private static final long NANOS_LEAST = 200_000_000;

  private static final int ROWS_MAX = 51;

  @Test
  void page_costsTwiceAtMost_whateverTheLengthOfTheList() throws IOException {
    ListingSearch few = new ListingSearch(database, fill(FEW));
    long run = fill(MANY);
    ListingSearch many = new ListingSearch(database, run);
    filters()
        .forEach(
            (name, filter) -> {
              List<Long> small = new ArrayList<>();
              List<Long> large = new ArrayList<>();
              for (int time = 0; time < TIMES; time++) {
                small.add(nanos(few, filter));
                large.add(nanos(many, filter));
              }
              long rowsOfFew = few.first(filter).rowsRead();
              long rowsOfMany = many.first(filter).rowsRead();
              System.out.printf(
                  "%s: %d rows %.1f ms, of %d: %d rows %.1f ms%n",
                  name, rowsOfFew, median(small) / 1e6, MANY, rowsOfMany, median(large) / 1e6);
              assertThat(rowsOfMany)
                  .as(name)
                  .isLessThanOrEqualTo(2 * Math.max(rowsOfFew, 2 * ROWS_MAX));
              assertThat(median(large))
                  .as(name)
                  .isLessThanOrEqualTo(2 * Math.max(median(small), NANOS_LEAST));
            });
  }

  private static long nanos(ListingSearch search, ListingFilter filter) {
    long start = System.nanoTime();
    ListingPage page = search.first(filter);
    long took = System.nanoTime() - start;
    assertThat(page.rowsRead()).isLessThanOrEqualTo(8_000);
    return took;
  }

  private static long median(List<Long> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }

  private static Map<String, ListingFilter> filters() {
    ListingFilter all = ListingFilter.ALL;
    Map<String, ListingFilter> filters = new LinkedHashMap<>();
    filters.put("none", all);
    filters.put("beginning of an id", asked("P0000", "", "", -1));
    filters.put("store", all.with(Facet.STORE, "S0007"));
    filters.put("kind", all.with(Facet.KIND, "UNCOLLECTED"));
    filters.put("rare kind", all.with(Facet.KIND, "PAID_TWICE"));
    filters.put("class", all.with(Facet.CLASS, "MONEY"));
    filters.put("verdict", all.with(Facet.VERDICT, "ON_SHELF"));
    filters.put("rare verdict", all.with(Facet.VERDICT, "LOST"));
    filters.put("phase", all.with(Facet.PHASE, "0"));
    filters.put("standing", all.with(Facet.STANDING, "INFORMATIONAL"));
    filters.put("open", asked("", "OPEN", "", -1));
    filters.put("decision", asked("", "REJECTED", "", -1));
    filters.put("assignee", asked("", "", "fin", -1));
    filters.put("amount", asked("", "", "", 99_000));
    filters.put("rare amount", asked("", "", "", 5_000_000));
    filters.put(
        "store and rare kind", all.with(Facet.STORE, "S0007").with(Facet.KIND, "PAID_TWICE"));
    filters.put(
        "store and verdict", all.with(Facet.STORE, "S0007").with(Facet.VERDICT, "ON_SHELF"));
    filters.put(
        "kind and verdict that never meet",
        all.with(Facet.KIND, "UNCOLLECTED").with(Facet.VERDICT, "LOST"));
    filters.put(
        "class and phase that never meet", all.with(Facet.CLASS, "COUNTER").with(Facet.PHASE, "9"));
    filters.put("open, assignee and amount that never meet", asked("", "OPEN", "fin", 9_000_000));
    return filters;
  }

  private static ListingFilter asked(
      String prefix, String decision, String assignee, long atLeast) {
    return new ListingFilter(
        prefix,
        Map.of(),
        decision.isEmpty() ? Optional.empty() : Optional.of(decision.replace("OPEN", "")),
        assignee.isEmpty() ? Optional.empty() : Optional.of(assignee),
        atLeast < 0 ? OptionalLong.empty() : OptionalLong.of(atLeast));
  }

  /** Straight into the tables; the indexes are made afterwards, which is quicker by far. */
  private long fill(long rows) throws IOException {
    long run = Runs.begin(database);
    List<String> indexes = indexes();
    indexes.forEach(index -> execute("drop index " + index.split(" ")[2]));
    for (long from = 1; from <= rows; from += CHUNK) {
      execute(INSERT.formatted(run, from, Math.min(rows, from + CHUNK - 1)));
    }
    indexes.forEach(this::execute);
    FACETS.forEach((facet, column) -> execute(TOTALS.formatted(facet, column, run, column)));
    return run;
  }

  private void execute(String statement) {
    database.jdbi().useHandle(handle -> handle.execute(statement));
  }

  /** The statements of the migration that make them. */
  private static List<String> indexes() throws IOException {
    String migration =
        Files.readString(
            Path.of("../sql/src/main/resources/results/migration/h2/V11__listing.sql"));
    return Stream.of(migration.split(";"))
        .map(statement -> statement.replaceAll("(?m)^--.*$", "").strip())
        .filter(statement -> statement.startsWith("create index "))
        .map(statement -> statement.replaceAll("\\s+", " "))
        .toList();
  }

  private static final Map<Facet, String> FACETS =
      new EnumMap<>(
          Map.of(
              Facet.ALL, "''",
              Facet.STORE, "store_id",
              Facet.KIND, "kind",
              Facet.CLASS, "class",
              Facet.STANDING, "standing",
              Facet.VERDICT, "verdict",
              Facet.PHASE, "phases",
              Facet.STAKE, "cast(stake_band as varchar)"));

  private static final String TOTALS =
      """
      insert into listed_total (run, facet, facet_value, listed_rows)
      select run, '%s', %s, count(*) from listed_mismatch where run = %s group by run, %s
      """;

  private static final String INSERT =
      """
      insert into listed_mismatch (run, parcel_key, kind, consumer_group, parcel_id, class, proof,
        standing, verdict, store_id, phases, currency, to_collect_minor, to_refund_minor,
        stake_band, requested_at, completed_at, facts, decision, assignee)
      select %s, stringtoutf8('P' || lpad(x, 9, '0')),
        case when mod(x, 3) = 0 then 'UNCOLLECTED' when mod(x, 5000) = 1 then 'PAID_TWICE'
          else 'SHOWN_AS_FAILED' end,
        '', 'P' || lpad(x, 9, '0'),
        case when mod(x, 3) = 0 or mod(x, 5000) = 1 then 'MONEY' else 'COUNTER' end,
        'CONFIRMED', case when mod(x, 4000) = 2 then 'INFORMATIONAL' else 'AFFECTED' end,
        case when mod(x, 9000) = 1 then 'LOST' when mod(x, 2) = 0 then 'ON_SHELF'
          else 'UNKNOWN' end,
        'S' || lpad(mod(x, 2400), 4, '0'), case when mod(x, 500) = 7 then '0' else '' end, 'TWD',
        case when mod(x, 3) = 0 then mod(x, 1000) * 100 + 100 end,
        case when mod(x, 9999) = 0 then 6000000 end,
        case when mod(x, 9999) = 0 then 7
          when mod(x, 3) = 0 then length(cast(mod(x, 1000) * 100 + 100 as varchar)) else 0 end,
        '2022-04-13T11:41:51Z', '2022-04-13T11:42:00Z', repeat('ab', 32),
        case when mod(x, 50) = 0 then 'CONFIRMED' when mod(x, 7000) = 3 then 'REJECTED' end,
        case when mod(x, 40) = 0 then 'fin' end
      from system_range(%s, %s)
      """;
}
