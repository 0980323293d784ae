package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;
import parcelrecon.results.listing.Listing;
import parcelrecon.rule.MismatchKind;

class ParcelPagesTest {

  private static final int MANY = 130;
  private static final Pattern PARCEL = Pattern.compile("/parcel\\?id=([^\"]+)\"");

  @TempDir private static Path folder;
  private static ConsoleUnderTest console;
  private static long run;

  @BeforeAll
  static void start() {
    console = new ConsoleUnderTest(folder);
    SettledRun settled = new SettledRun(console.database());
    for (int number = 0; number < MANY; number++) {
      settled.unpaid("TW%04d".formatted(number), number % 2 == 0 ? "S1" : "S2", 10_000 + number);
    }
    settled.paidTwice("=1+1", "S1", 900_000).paidTwice("ZZ/1 ü&2", "S2", 128_000).clean("OK1");
    run = settled.end(true);
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  @Test
  void list_isPagedThere_andBack() {
    List<String> seen = new ArrayList<>();
    String page = get("/runs/" + run + "/parcels");
    String first = page;
    int pages = 1;
    seen.addAll(parcels(page));
    while (link(page, "next") != null) {
      page = get(link(page, "next"));
      seen.addAll(parcels(page));
      pages++;
    }

    assertThat(pages).isEqualTo(6);
    assertThat(new TreeSet<>(seen)).hasSize(MANY + 2);
    assertThat(link(first, "previous")).isNull();
    String back = get(link(page, "previous"));
    for (int left = pages - 2; left > 0; left--) {
      back = get(link(back, "previous"));
    }
    assertThat(parcels(back)).isEqualTo(parcels(first));
  }

  @Test
  void list_isFiltered_byEveryField() {
    assertThat(parcels(get(at("kind=PAID_TWICE"))))
        .containsExactly("%3D1%2B1", "ZZ/1%20%C3%BC%262");
    assertThat(parcels(get(at("store=S2&kind=PAID_TWICE")))).containsExactly("ZZ/1%20%C3%BC%262");
    assertThat(parcels(get(at("id=TW000&kind=UNCOLLECTED&store=S1"))))
        .containsExactly("TW0000", "TW0002", "TW0004", "TW0006", "TW0008");
    assertThat(parcels(get(at("about=COUNTER&id=TW0129")))).containsExactly("TW0129");
    assertThat(parcels(get(at("amount=1,280&about=MONEY"))))
        .containsExactly("%3D1%2B1", "ZZ/1%20%C3%BC%262");
    assertThat(parcels(get(at("verdict=NONE")))).isEmpty();
    assertThat(parcels(get(at("phase=0&amount=9000")))).containsExactly("%3D1%2B1");
    assertThat(parcels(get(at("decision=CONFIRMED")))).isEmpty();
    assertThat(parcels(get(at("decision=OPEN&id=TW0001")))).containsExactly("TW0001");
    assertThat(parcels(get(at("assignee=somebody")))).isEmpty();
    assertThat(parcels(get(at("standing=AFFECTED&id=TW0001")))).containsExactly("TW0001");
  }

  @Test
  void list_isEmpty_whenNothingHasTheValue() {
    assertThat(get(at("kind=OVER_REFUNDED")))
        .contains("Nothing fits this filter.", "value=\"OVER_REFUNDED\" selected=\"selected\"")
        .doesNotContain("id=\"wrong\"");
    assertThat(get(at("decision=CONFIRMED")))
        .contains("<p id=\"count\" role=\"status\">Nothing</p>");
  }

  @ParameterizedTest
  @CsvSource({
    "kind=XYZ, What was found: XYZ",
    "kind=paid_twice, What was found: paid_twice",
    "kind=PAID_TWICE&kind=UNCOLLECTED, 'What was found: PAID_TWICE,UNCOLLECTED'",
    "about=XYZ, Concerns: XYZ",
    "verdict=XYZ, Where the parcel is: XYZ",
    "standing=XYZ, Counted as: XYZ",
    "phase=99, Phase: 99",
    "phase=-1, Phase: -1",
    "decision=XYZ, Decision: XYZ",
    "due=XYZ, To be decided: XYZ",
    "amount=%3Cscript%3E, 'At stake, at least: &lt;script&gt;'"
  })
  void list_isNotShown_whenAPartOfTheFilterMeansNothing(String query, String told) {
    String page = get(at("id=TW0001&" + query));

    assertThat(page)
        .contains("Part of the filter is not understood, so no list is shown", told)
        .contains("<p id=\"count\" role=\"status\">No list is shown</p>")
        .doesNotContain(
            "<script>", "Nothing fits this filter.", "parcels/download", "id=\"review\"");
    assertThat(parcels(page)).isEmpty();
    if (query.endsWith("XYZ") && !query.startsWith("due")) {
      assertThat(page).contains("value=\"XYZ\" selected=\"selected\"");
    }
    HttpResponse<String> file =
        console
            .signedIn(Role.FINANCE)
            .get("/runs/" + run + "/parcels/download?format=csv&" + query);
    assertThat(file.statusCode()).isEqualTo(400);
    assertThat(file.body()).contains(told);
  }

  @Test
  void list_hasABoxForAllRows_hiddenUntilItWorks_forWhoReviews() {
    String box = "<p id=\"select-all\" hidden>";
    assertThat(console.signedIn(Role.FINANCE).get(at("id=TW")).body())
        .contains(box, "All on this page");
    assertThat(console.signedIn(Role.FINANCE).get(at("id=NONE")).body()).doesNotContain(box);
    assertThat(console.signedIn(Role.BPM).get(at("id=TW")).body()).doesNotContain(box);
  }

  @Test
  void list_isInPlainWords() {
    String shown = get("/runs/" + run + "/parcels?id=TW0001").replaceAll("<[^>]*>", " ");
    assertThat(shown)
        .contains(
            "Counters &lt;failing&gt;",
            "Picked up, money not collected",
            "to collect NT$100.01",
            "ask the store",
            "Picked up (Asia/Taipei)",
            "2022-04-13 19:42:39",
            "counters time out",
            "At most 262 rows");
    for (MismatchKind kind : MismatchKind.values()) {
      assertThat(shown).doesNotContain(kind.name());
    }
    assertThat(get("/runs/" + run + "/parcels")).contains("262 rows");
  }

  @Test
  void parcel_isTold_withItsRecordsInOrder() {
    String page = get("/runs/" + run + "/parcel?id=ZZ%2F1%20%C3%BC%262");

    assertThat(page)
        .contains("<h1>Parcel ZZ/1 ü&amp;2</h1>", "Paid twice", "to refund NT$1,280", "S2")
        .contains("Refund the buyer", "Finance", "it was not refunded another way")
        .containsSubsequence(
            "2022-04-13 19:42:30.000",
            "Asia/Taipei",
            "2022-04-13 19:42:39.000",
            "outbound:parcel_outbound:OUT-ZZ/1 ü&amp;2",
            "2022-04-13 19:42:40.000",
            "payments:settlement/19.csv:1",
            "2022-04-13 19:43:39.000",
            "events:parcel-outbound:3:17")
        .doesNotContain("PAID_TWICE", "CAPTURE");
  }

  @Test
  void parcelWithoutAMismatch_andOneNobodyKnows_areTold() {
    Browser browser = console.signedIn(Role.BPM);
    HttpResponse<String> clean = browser.get("/runs/" + run + "/parcel?id=OK1");
    HttpResponse<String> unknown = browser.get("/runs/" + run + "/parcel?id=XX%3Cb%3E");

    assertThat(clean.statusCode()).isEqualTo(200);
    assertThat(clean.body()).contains("Not on the list: it was looked at and nothing was found.");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("Not known").doesNotContain("XX<b>");
  }

  @Test
  void download_hasTheRowsOfTheFilter_andIsAudited() {
    Browser browser = console.signedIn(Role.FINANCE);
    HttpResponse<String> csv =
        browser.get("/runs/" + run + "/parcels/download?format=csv&kind=PAID_TWICE");

    assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
        .isEqualTo("attachment; filename=\"parcels-run-" + run + ".csv\"");
    assertThat(csv.body().lines().skip(1))
        .hasSize(2)
        .allMatch(line -> line.contains("PAID_TWICE"))
        .anyMatch(line -> line.startsWith("'=1+1,") || line.startsWith("\"'=1+1\","));
    assertThat(audited()).contains("finance", "parcels.csv", "kind=PAID_TWICE");
  }

  @Test
  void download_isAWorkbook_inTheLanguageAskedFor() {
    HttpResponse<String> xlsx =
        console
            .signedIn(Role.BPM)
            .get("/runs/" + run + "/parcels/download?format=xlsx&lang=zh-TW&id=TW00");

    assertThat(xlsx.statusCode()).isEqualTo(200);
    assertThat(xlsx.body()).startsWith("PK");
    assertThat(audited()).contains("zh-TW", "id=TW00");
  }

  @Test
  void olderRun_isListed_whenItIsFirstAskedFor() {
    long older = new SettledRun(console.database()).unpaid("TW1", "S1", 500).end(false);
    assertThat(new Listing(console.database()).isThere(older)).isFalse();

    assertThat(parcels(get("/runs/" + older + "/parcels"))).containsExactly("TW1");
  }

  @Test
  void olderRun_saysThatItsListIsBeingMade_andNobodyWaitsForIt() throws Exception {
    Browser browser = console.signedIn(Role.FINANCE);
    long older = new SettledRun(console.database()).unpaid("TW1", "S1", 500).end(false);
    String list = "/runs/" + older + "/parcels";
    synchronized (console.database()) {
      for (String path : List.of(list, list + "?id=TW", "/runs/" + older + "/parcel?id=TW1")) {
        assertThat(browser.get(path).body())
            .contains("The list of this run is being made.", "hx-get=\"" + list + "/progress\"");
      }
      HttpResponse<String> csv = browser.get(list + "/download?format=csv");
      assertThat(csv.headers().firstValue("Location").orElse("")).endsWith(list);
      assertThat(browser.get(list + "/progress").headers().firstValue("HX-Refresh")).isEmpty();
    }
    await(() -> !browser.get(list).body().contains("is being made"));

    assertThat(browser.get(list + "/progress").headers().firstValue("HX-Refresh")).contains("true");
    assertThat(parcels(get(list))).containsExactly("TW1");
  }

  @Test
  void olderRun_isTriedAgain_whenItsListCouldNotBeMade() {
    long older = new SettledRun(console.database()).unpaid("TW1", "S1", 500).end(false);
    String list = "/runs/" + older + "/parcels";
    execute("update evidence set evidence = x'63' || substring(evidence, 2) where run = " + older);
    assertThat(get(list)).contains("The list could not be made");

    execute("update evidence set evidence = x'02' || substring(evidence, 2) where run = " + older);
    assertThat(parcels(get(list))).containsExactly("TW1");
  }

  private static void execute(String sql) {
    console.database().jdbi().useHandle(handle -> handle.execute(sql));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant late = Instant.now().plusSeconds(30);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(late);
      Thread.sleep(50);
    }
  }

  @Test
  void run_isToldToComeLater_whileItIsNotAtItsEnd() {
    long begun = new SettledRun(console.database()).begun();
    assertThat(get("/runs/" + begun + "/parcels")).contains("once the run has come to its end");
  }

  @Test
  void nothing_isShown_toWhoMayNotSeeParcels_orOfNoRun() {
    Browser admin = console.signedIn(Role.ADMIN);
    for (String path : List.of("/parcels", "/parcel?id=TW0001", "/parcels/download?format=csv")) {
      assertThat(admin.get("/runs/" + run + path).statusCode()).as(path).isEqualTo(403);
    }
    Browser ops = console.signedIn(Role.OPS);
    assertThat(ops.get("/runs/999/parcels").statusCode()).isEqualTo(404);
    assertThat(ops.get("/runs/" + run + "/parcels/download?format=exe").statusCode())
        .isEqualTo(404);
  }

  @Test
  void position_thatNobodyGave_beginsAtTheBeginning() {
    assertThat(parcels(get(at("after=%00nonsense")))).startsWith("%3D1%2B1");
  }

  private static String at(String query) {
    return "/runs/" + run + "/parcels?" + query;
  }

  private static String get(String path) {
    HttpResponse<String> answer = console.signedIn(Role.FINANCE).get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private static List<String> parcels(String page) {
    return PARCEL.matcher(page).results().map(found -> found.group(1)).distinct().toList();
  }

  private static String link(String page, String id) {
    Matcher link = Pattern.compile("<a [^>]*id=\"" + id + "\"[^>]*>").matcher(page);
    if (!link.find()) {
      return null;
    }
    Matcher href = Pattern.compile(" href=\"([^\"]+)\"").matcher(link.group());
    assertThat(href.find()).isTrue();
    return href.group(1).replace("&amp;", "&");
  }

  private static String audited() {
    return console
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select actor, detail from audit_entry order by entry_no desc")
                    .mapToMap()
                    .list())
        .stream()
        .map(Map::toString)
        .reduce("", String::concat);
  }
}
