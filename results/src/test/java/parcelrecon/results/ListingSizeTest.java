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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parcelrecon.results.listing.Facet;
import parcelrecon.results.listing.ListingFilter;
import parcelrecon.results.listing.ListingPage;
import parcelrecon.results.listing.ListingPosition;
import parcelrecon.results.listing.ListingSearch;

/**
 * A page over very many mismatches against the same page over ten thousand; of a million with
 * -Dparcelrecon.listed=1000000. What it measures is printed: rows as the list counts them, as the
 * database counts them in the plans of all its statements, and time.
 */
class ListingSizeTest extends OnResults {

  private static final long FEW = 10_000;
  private static final long MANY = Long.getLong("parcelrecon.listed", 100_000);
  private static final long CHUNK = 50_000;
  private static final int TIMES = 5;

  /** Below this a difference is the machine's. */
  private static final long NANOS_LEAST = 200_000_000;

  /** What any page may cost: twice one that is filled by rows that all fit. */
  private static final long ROWS_LEAST = 2 * 102;

  private static final long LOOKED_AT_MAX = 8_000;

  private static final Pattern STATEMENT = Pattern.compile("(create|drop) index (\\w+)[^;]*");
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

  private record Cost(long looked, long scanned, long nanos) {
    @Override
    public String toString() {
      return "%d rows looked at, %d read, %.1f ms".formatted(looked, scanned, nanos / 1e6);
    }

    private boolean isTwiceAtMost(Cost few) {
      return looked <= Math.max(2 * few.looked, ROWS_LEAST)
          && scanned <= Math.max(2 * few.scanned, 2 * ROWS_LEAST)
          && nanos <= 2 * Math.max(few.nanos, NANOS_LEAST);
    }
  }

  @Test
  void page_costsTwiceAtMost_whateverTheLengthOfTheList() throws IOException {
    long fewRun = fill(FEW);
    long manyRun = fill(MANY);
    meetings()
        .forEach(
            (name, filter) -> {
              Cost many = cost(manyRun, filter, 0);
              System.out.printf("%s, first, of %d: %s%n", name, MANY, many);
              assertThat(many.looked())
                  .as(name)
                  .isLessThanOrEqualTo(LOOKED_AT_MAX)
                  .isLessThanOrEqualTo(
                      new ListingSearch(database, manyRun).count(filter).rows() + ROWS_LEAST);
            });
    List<String> dearer = new ArrayList<>();
    filters()
        .forEach(
            (name, filter) -> {
              for (boolean isFirst : new boolean[] {true, false}) {
                Cost few = cost(fewRun, filter, isFirst ? 0 : FEW / 2);
                Cost many = cost(manyRun, filter, isFirst ? 0 : MANY / 2);
                String line =
                    "%s, %s: %s; of %d: %s"
                        .formatted(name, isFirst ? "first" : "later", few, MANY, many);
                System.out.println(line);
                if (!many.isTwiceAtMost(few)) {
                  dearer.add(line);
                }
              }
            });
    assertThat(dearer).isEmpty();
  }

  private Cost cost(long run, ListingFilter filter, long behind) {
    ListingSearch search = new ListingSearch(database, run);
    ListingPosition position = new ListingPosition("P%09d".formatted(behind), "", "");
    Function<ListingFilter, ListingPage> page =
        behind == 0 ? search::first : asked -> search.after(asked, position);
    List<Long> nanos = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      long start = System.nanoTime();
      page.apply(filter);
      search.count(filter);
      nanos.add(System.nanoTime() - start);
    }
    Collections.sort(nanos);
    long looked = page.apply(filter).rowsRead();
    long scanned =
        Plans.of(
                database.jdbi(),
                () -> {
                  page.apply(filter);
                  search.count(filter);
                })
            .stream()
            .mapToLong(this::scanned)
            .sum();
    return new Cost(looked, scanned, nanos.get(TIMES / 2));
  }

  /** How many rows and entries of indexes the database read, by its own plan of a statement. */
  protected long scanned(String plan) {
    Matcher scanned = SCANNED.matcher(plan);
    long rows = 0;
    while (scanned.find()) {
      rows += Long.parseLong(scanned.group(1));
    }
    assertThat(plan).contains("scanCount");
    return rows;
  }

  private static Map<String, ListingFilter> filters() {
    ListingFilter all = ListingFilter.ALL;
    Map<String, ListingFilter> filters = new LinkedHashMap<>();
    filters.put("none", all);
    filters.put("beginning of an id", asked("P0000", "", "", -1));
    filters.put(
        "beginning of an id and rare kind",
        asked("P00000", "", "", -1).with(Facet.KIND, "PAID_TWICE"));
    filters.put("store", all.with(Facet.STORE, "S0007"));
    filters.put("kind", all.with(Facet.KIND, "UNCOLLECTED"));
    filters.put("rare kind", all.with(Facet.KIND, "PAID_TWICE"));
    filters.put("class", all.with(Facet.CLASS, "MONEY"));
    filters.put("verdict", all.with(Facet.VERDICT, "ON_SHELF"));
    filters.put("rare verdict", all.with(Facet.VERDICT, "LOST"));
    filters.put("phase", all.with(Facet.PHASE, "0"));
    filters.put("no phase", all.with(Facet.PHASE, ""));
    filters.put("standing", all.with(Facet.STANDING, "AFFECTED"));
    filters.put("rare standing", all.with(Facet.STANDING, "INFORMATIONAL"));
    filters.put("open", asked("", "OPEN", "", -1));
    filters.put("decision", asked("", "CONFIRMED", "", -1));
    filters.put("rare decision", asked("", "REJECTED", "", -1));
    filters.put("assignee", asked("", "", "fin", -1));
    for (long minor : new long[] {0, 1, 25_000, 54_321, 90_100, 99_000, 5_000_000}) {
      filters.put("amount " + minor, asked("", "", "", minor));
    }
    filters.put("amount of none", asked("", "", "", 900_000_000));
    filters.put(
        "kind and verdict that never meet",
        all.with(Facet.KIND, "UNCOLLECTED").with(Facet.VERDICT, "LOST"));
    filters.put(
        "kind and phase that never meet",
        all.with(Facet.KIND, "PAID_TWICE").with(Facet.PHASE, "0"));
    filters.put(
        "class, verdict, phase and standing",
        all.with(Facet.CLASS, "COUNTER")
            .with(Facet.VERDICT, "UNKNOWN")
            .with(Facet.PHASE, "0")
            .with(Facet.STANDING, "AFFECTED"));
    filters.put("class and phase of none", all.with(Facet.CLASS, "COUNTER").with(Facet.PHASE, "9"));
    return filters;
  }

  /** What no index leads to: parts that are kept apart, an amount at the end of its band. */
  private static Map<String, ListingFilter> meetings() {
    ListingFilter store = ListingFilter.ALL.with(Facet.STORE, "S0007");
    Map<String, ListingFilter> filters = new LinkedHashMap<>();
    filters.put("store and rare kind", store.with(Facet.KIND, "PAID_TWICE"));
    filters.put("store and verdict that never meet", store.with(Facet.VERDICT, "ON_SHELF"));
    filters.put("kind and amount", asked("", "", "", 99_000).with(Facet.KIND, "UNCOLLECTED"));
    filters.put("amount at the end of its band", asked("", "", "", 99_900));
    filters.put("kind and decision", asked("", "CONFIRMED", "", -1).with(Facet.KIND, "PAID_TWICE"));
    filters.put("decision and assignee", asked("", "CONFIRMED", "fin", -1));
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
    long start = System.nanoTime();
    long run = Runs.begin(database);
    Map<String, String> indexes = indexes();
    indexes.keySet().forEach(index -> execute("drop index " + index));
    for (long from = 1; from <= rows; from += CHUNK) {
      execute(INSERT.formatted(run, toBytes(), encoding(), from, Math.min(rows, from + CHUNK - 1)));
    }
    indexes.values().forEach(this::execute);
    FACETS.forEach((facet, column) -> execute(TOTALS.formatted(facet, column, run)));
    analyze();
    System.out.printf("%d rows listed in %.0f s%n", rows, (System.nanoTime() - start) / 1e9);
    return run;
  }

  /** The function that gives the bytes of a text, up to the text. */
  protected String toBytes() {
    return "stringtoutf8(";
  }

  /** The rest of it. */
  protected String encoding() {
    return "";
  }

  /** What a database does by itself once a table has changed much. */
  protected void analyze() {
    execute("analyze");
  }

  protected void execute(String statement) {
    database.jdbi().useHandle(handle -> handle.execute(statement));
  }

  /** The indexes that the migrations leave on the list, each with the statement that makes it. */
  private Map<String, String> indexes() throws IOException {
    Path folder = Path.of("../sql/src/main/resources/results/migration", database.kind());
    Map<String, String> indexes = new TreeMap<>();
    for (String migration : List.of("V11__listing.sql", "V16__traits.sql")) {
      Matcher statement = STATEMENT.matcher(Files.readString(folder.resolve(migration)));
      while (statement.find()) {
        if (statement.group(1).equals("create")) {
          indexes.put(statement.group(2), statement.group());
        } else {
          indexes.remove(statement.group(2));
        }
      }
    }
    return indexes;
  }

  private static final Map<Facet, String> FACETS =
      new EnumMap<>(
          Map.of(
              Facet.ALL, "''",
              Facet.STORE, "store_id",
              Facet.TRAIT, "trait",
              Facet.STAKE, "cast(stake_band as varchar)",
              Facet.DECISION, "decision",
              Facet.ASSIGNEE, "assignee"));

  private static final String TOTALS =
      """
      insert into listed_total (run, facet, facet_value, listed_rows)
      select run, '%1$s', facet_value, count(*)
      from (select run, %2$s as facet_value from listed_mismatch where run = %3$s) as listed
      where facet_value is not null
      group by run, facet_value
      """;

  private static final String INSERT =
      """
      insert into listed_mismatch (run, parcel_key, kind, consumer_group, parcel_id, class, proof,
        standing, verdict, store_id, phases, currency, to_collect_minor, to_refund_minor,
        stake_band, requested_at, completed_at, facts, decision, assignee)
      select %s, %s'P' || lpad(cast(x as varchar), 9, '0')%s),
        case when mod(x, 3) = 0 then 'UNCOLLECTED' when mod(x, 5000) = 1 then 'PAID_TWICE'
          else 'SHOWN_AS_FAILED' end,
        '', 'P' || lpad(cast(x as varchar), 9, '0'),
        case when mod(x, 3) = 0 or mod(x, 5000) = 1 then 'MONEY' else 'COUNTER' end,
        'CONFIRMED', case when mod(x, 4000) = 2 then 'INFORMATIONAL' else 'AFFECTED' end,
        case when mod(x, 9000) = 1 then 'LOST' when mod(x, 2) = 0 then 'ON_SHELF'
          else 'UNKNOWN' end,
        'S' || lpad(cast(mod(x, 2400) as varchar), 4, '0'), case when mod(x, 500) = 7 then '0' else '' end, 'TWD',
        case when mod(x, 3) = 0 then mod(x, 1000) * 100 + 100 end,
        case when mod(x, 9999) = 0 then 6000000 end,
        case when mod(x, 9999) = 0 then 760
          when mod(x, 3) = 0 then 100 * length(cast(mod(x, 1000) * 100 + 100 as varchar))
            + cast(left(cast(mod(x, 1000) * 100 + 100 as varchar), 2) as integer)
          else 0 end,
        '2022-04-13T11:41:51Z', '2022-04-13T11:42:00Z', repeat('ab', 32),
        case when mod(x, 50) = 0 then 'CONFIRMED' when mod(x, 7000) = 3 then 'REJECTED' end,
        case when mod(x, 40) = 0 then 'fin' end
      from generate_series(%s, %s) as numbers (x)
      """;
}
