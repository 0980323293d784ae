package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.Runs;
import parcelrecon.results.listing.ListedMismatch;
import parcelrecon.results.listing.ListingPosition;
import parcelrecon.results.review.ListedRuns;
import parcelrecon.results.review.MismatchId;
import parcelrecon.results.review.Review;
import parcelrecon.results.review.ReviewAct;
import parcelrecon.results.review.ReviewDecision;
import parcelrecon.results.review.ReviewStore;

/** Reviewing over HTTP: asked first, then done; never over what somebody else did meanwhile. */
class ReviewPagesTest {

  private static final Pattern PLAN = Pattern.compile("name=\"plan\" value=\"([^\"]+)\"");

  @TempDir static Path folder;

  private static ConsoleUnderTest console;
  private static int incidents;

  private ListedRuns runs;
  private ReviewStore reviews;

  @BeforeAll
  static void start() {
    console = new ConsoleUnderTest(folder);
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  @BeforeEach
  void ofAnIncidentOfItsOwn() {
    runs =
        new ListedRuns(
            console.database(),
            "incident-" + incidents++,
            new ListedMismatch.Stake("TWD", 50_050L, null));
    reviews = new ReviewStore(console.database(), InstantSource.system());
  }

  @Test
  void nothing_isDone_beforeItIsConfirmed() {
    long run = runs.list(ListedRuns.facts("a", "TW1", "TW2", "TW3"));
    Browser lin = console.signedIn(Role.FINANCE);

    HttpResponse<String> asked = send(lin, run, decide("REJECTED", "TW1", "TW2"));
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body())
        .contains("Decided: rejected.", "NT$1,001", "paid &lt;b&gt;at&lt;/b&gt; the store", "TW2")
        .doesNotContain("TW3");
    assertThat(reviews.latest(run)).isZero();

    HttpResponse<String> done = send(lin, run, Map.of("plan", plan(asked)));
    assertThat(done.body()).contains("2 mismatches.").doesNotContain("left alone");
    assertThat(reviews.ofParcel(run, "TW2"))
        .extracting(Review::act, Review::by)
        .containsExactly(
            tuple(
                new ReviewAct.Decide(ReviewDecision.REJECTED, "paid <b>at</b> the store"),
                "finance"));
    assertThat(reviews.ofParcel(run, "TW3")).isEmpty();
  }

  @Test
  void confirmation_countsOnce_whenItIsSentTwice() {
    long run = runs.list(ListedRuns.facts("a", "TW1", "TW2"));
    Browser lin = console.signedIn(Role.FINANCE);
    Map<String, String> confirmed =
        Map.of("plan", plan(send(lin, run, decide("FIXED", "TW1", "TW2"))));
    assertThat(send(lin, run, confirmed).statusCode()).isEqualTo(200);
    HttpResponse<String> again = send(lin, run, confirmed);
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("This was confirmed already");
    assertThat(reviews.latest(run)).isEqualTo(2);
  }

  @Test
  void confirmation_isOfItsOwnSession_andItsOwnRun() {
    long run = runs.list(ListedRuns.facts("a", "TW1", "TW2"));
    long other = runs.list(ListedRuns.facts("a", "TW1", "TW2"));
    Browser lin = console.signedIn(Role.FINANCE);
    Map<String, String> confirmed =
        Map.of("plan", plan(send(lin, run, decide("FIXED", "TW1", "TW2"))));
    assertThat(send(console.signedIn(Role.FINANCE), run, confirmed).statusCode()).isEqualTo(400);
    assertThat(send(lin, other, confirmed).statusCode()).isEqualTo(400);
    assertThat(reviews.latest(run)).isZero();
  }

  @Test
  void allThatAFilterFinds_isDecided_moreThanAPageHolds() {
    Map<MismatchId, String> many = new TreeMap<>();
    IntStream.range(0, 137).forEach(number -> many.put(ListedRuns.id("TW" + number), "a"));
    long run = runs.list(many);
    new RunStore(console.database()).end(run, RunState.COMPLETE, 0, Runs.AS_OF);
    Browser lin = console.signedIn(Role.FINANCE);
    Map<String, String> form = decide("CONFIRMED");
    form.put("which", "found");
    HttpResponse<String> asked = send(lin, run, form);
    assertThat(asked.body()).contains("137", "NT$68,568.50", "The first 20 of them");
    assertThat(send(lin, run, Map.of("plan", plan(asked))).body()).contains("137 mismatches.");
    assertThat(reviews.latest(run)).isEqualTo(137);
  }

  @Test
  void twoReviewersAtOnce_decideEachMismatchOnce_andTheSecondIsTold() throws Exception {
    Map<MismatchId, String> many = new TreeMap<>();
    IntStream.range(0, 60).forEach(number -> many.put(ListedRuns.id("TW" + number), "a"));
    long run = runs.list(many);
    Browser lin = console.signedIn(Role.FINANCE);
    Browser wu = console.signedIn(Role.FINANCE);
    String[] all = many.keySet().stream().map(MismatchId::parcelId).toArray(String[]::new);
    String ofLin = plan(send(lin, run, decide("CONFIRMED", all)));
    String ofWu = plan(send(wu, run, decide("REJECTED", all)));
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> answers =
          List.of(
              both.submit(() -> at(start, lin, run, ofLin)),
              both.submit(() -> at(start, wu, run, ofWu)));
      List<String> pages = List.of(answers.get(0).get(), answers.get(1).get());
      assertThat(pages).filteredOn(page -> page.contains("60 mismatches.")).hasSize(1);
      assertThat(pages)
          .filteredOn(page -> page.contains("60 mismatches were left alone"))
          .singleElement()
          .asString()
          .contains("TW59", "finance");
    } finally {
      both.shutdownNow();
    }
    assertThat(reviews.latest(run)).isEqualTo(60);
  }

  private String at(CyclicBarrier start, Browser browser, long run, String plan) throws Exception {
    String csrf = browser.csrf("/");
    start.await();
    return browser.post("/runs/" + run + "/reviews", Map.of("plan", plan), csrf).body();
  }

  @Test
  void mismatchOfItsOwnPage_isDecidedAtOnce_unlessSomebodyElseDid() {
    long run = runs.list(ListedRuns.facts("a", "TW1"));
    Browser lin = console.signedIn(Role.FINANCE);
    Map<String, String> direct = decide("CONFIRMED", "TW1");
    direct.put("direct", "true");
    direct.put("back", "/runs/" + run + "/parcel?id=TW1");
    HttpResponse<String> done = send(lin, run, direct);
    assertThat(done.statusCode()).isEqualTo(302);
    assertThat(done.headers().firstValue("Location").orElseThrow())
        .endsWith("/runs/" + run + "/parcel?id=TW1");

    HttpResponse<String> late = send(lin, run, direct);
    assertThat(late.body()).contains("1 mismatch was left alone", "Decided: confirmed.");
    assertThat(reviews.latest(run)).isEqualTo(1);
  }

  @Test
  void assignmentAndComment_areKeptAsSuch() {
    long run = runs.list(ListedRuns.facts("a", "TW1"));
    Browser lin = console.signedIn(Role.FINANCE);
    Map<String, String> assign = decide("", "TW1");
    assign.put("act", "assign");
    assign.put("assignee", " 陳 ");
    assign.put("direct", "true");
    send(lin, run, assign);
    assign.put("act", "comment");
    assign.put("note", "line 1\r\nline 2");
    send(lin, run, assign);
    assertThat(reviews.ofParcel(run, "TW1"))
        .extracting(Review::act)
        .containsExactly(
            new ReviewAct.Comment("line 1\nline 2"),
            new ReviewAct.Assign(Optional.of("陳"), "paid <b>at</b> the store"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "act=decide&decision=CONFIRMED | No mismatch is selected",
        "act=decide&decision=MAYBE&row=TW1 | Choose a decision",
        "act=decide&row=TW1 | Choose a decision",
        "act=approve&row=TW1 | Choose what to do",
        "act=comment&row=TW1&note= | The comment is empty",
        "act=decide&decision=CONFIRMED&row=TW9 | is not in this run",
        "plan=00 | This was confirmed already"
      })
  void whatCannotBeDone_isToldAndNothingIs(String fields, String told) {
    long run = runs.list(ListedRuns.facts("a", "TW1"));
    Map<String, String> form = new TreeMap<>();
    for (String field : fields.split("&")) {
      String[] pair = field.split("=", 2);
      form.put(pair[0], pair[0].equals("row") ? position(pair[1]) : pair[1]);
    }
    HttpResponse<String> answer = send(console.signedIn(Role.FINANCE), run, form);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Nothing was done", told);
    assertThat(reviews.latest(run)).isZero();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyFinance_reviews(Role role) {
    long run = runs.list(ListedRuns.facts("a", "TW1"));
    Map<String, String> direct = decide("CONFIRMED", "TW1");
    direct.put("direct", "true");
    int status = send(console.signedIn(role), run, direct).statusCode();
    assertThat(status).isEqualTo(role == Role.FINANCE ? 302 : 403);
    assertThat(reviews.latest(run)).isEqualTo(role == Role.FINANCE ? 1 : 0);
  }

  @Test
  void runThatIsNotThere_hasNoReviews() {
    Browser lin = console.signedIn(Role.FINANCE);
    assertThat(send(lin, 99, decide("CONFIRMED", "TW1")).statusCode()).isEqualTo(404);
  }

  @Test
  void act_isInTheAuditOnce_withItsDetail() {
    long run = runs.list(ListedRuns.facts("a", "TW1", "TW2"));
    Browser lin = console.signedIn(Role.FINANCE);
    send(lin, run, Map.of("plan", plan(send(lin, run, decide("REJECTED", "TW1", "TW2")))));
    assertThat(console.audit())
        .filteredOn(entry -> entry.startsWith("finance REVIEWED"))
        .last()
        .isEqualTo(
            "finance REVIEWED {\"decision\":\"REJECTED\",\"leftAlone\":\"0\","
                + "\"mismatches\":\"2\"}");
  }

  @ParameterizedTest
  @EnumSource(names = {"OPS", "BPM", "APPROVER"})
  void others_seeOnAParcelsPage_whatWasSaid_andNothingToFillIn(Role role) {
    String id = "TW-" + role;
    SettledRun settled = new SettledRun(console.database()).unpaid(id, "S1", 100);
    long run = settled.end(true);
    String parcel = "/runs/" + run + "/parcel?id=" + id;
    Browser other = console.signedIn(role);
    assertThat(other.get(parcel).body()).contains(id).doesNotContain("id=\"reviews\"", ">Reviews<");

    Browser lin = console.signedIn(Role.FINANCE);
    assertThat(lin.get(parcel).body()).contains("id=\"reviews\"", "name=\"decision\"");
    Matcher row =
        Pattern.compile("name=\"row\" value=\"([^\"]+)\"").matcher(lin.get(parcel).body());
    assertThat(row.find()).isTrue();
    Map<String, String> direct = decide("CONFIRMED");
    direct.put("row", row.group(1));
    direct.put("direct", "true");
    assertThat(send(lin, run, direct).statusCode()).isEqualTo(302);
    assertThat(other.get(parcel).body())
        .containsOnlyOnce("<article class=\"card review\"")
        .contains("Decided: confirmed.", "paid &lt;b&gt;at&lt;/b&gt; the store")
        .doesNotContain("name=\"decision\"", "name=\"note\"");
  }

  private static Map<String, String> decide(String decision, String... parcelIds) {
    Map<String, String> form = new TreeMap<>();
    form.put("act", "decide");
    form.put("decision", decision);
    form.put("note", "paid <b>at</b> the store");
    form.put("through", "0");
    form.put(
        "row",
        Stream.of(parcelIds).map(ReviewPagesTest::position).collect(Collectors.joining(",")));
    return form;
  }

  private static String position(String parcelId) {
    MismatchId id = ListedRuns.id(parcelId);
    return new ListingPosition(id.parcelId(), id.kind().name(), id.group()).text() + ".a";
  }

  private static HttpResponse<String> send(Browser browser, long run, Map<String, String> form) {
    return browser.post("/runs/" + run + "/reviews", form, browser.csrf("/"));
  }

  private static String plan(HttpResponse<String> asked) {
    Matcher plan = PLAN.matcher(asked.body());
    assertThat(plan.find()).as(asked.body()).isTrue();
    return plan.group(1);
  }
}
