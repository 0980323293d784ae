package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.results.AnswerStore;

/** The day of somebody who calls stores: each step goes on from the last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CallsTest {

  private static final String LIST = "/runs/1/calls";
  private static final String CALLS = LIST + "?caller=2";
  private static final String ANSWERS = "/runs/1/answers";

  @TempDir private static Path folder;
  private static ConsoleUnderTest console;
  private static Browser bpm;

  @BeforeAll
  static void start() {
    CalledSite site = CalledSite.in(folder);
    console = new ConsoleUnderTest(folder, site);
    site.reconcile(console.database());
    bpm = console.signedIn(Role.BPM);
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  private static Map<String, String> said(String parcel, StoreAnswer answer, String at) {
    return new HashMap<>(
        Map.of(
            "parcel", parcel, "answer", answer.name(), "at", at, "note", "red box", "caller", "2"));
  }

  private static HttpResponse<String> answer(Map<String, String> fields) {
    return bpm.post(ANSWERS, fields, bpm.csrf(CALLS));
  }

  /** As the page shows it after the answer, by its ordinary way. */
  private static String told(Map<String, String> fields) {
    HttpResponse<String> answer = answer(fields);
    assertThat(answer.statusCode()).isEqualTo(302);
    String back = answer.headers().firstValue("Location").orElseThrow();
    return bpm.get(back.replaceAll("#.*", "").replaceAll("^https?://[^/]+", "")).body();
  }

  private static List<Answer> kept() {
    AnswerStore answers = new AnswerStore(console.database());
    return answers.answersOf(CalledSite.INCIDENT, answers.latest(CalledSite.INCIDENT));
  }

  @Test
  @Order(1)
  void list_isByCallerAndStore_withWhatToAsk() {
    String page = bpm.get(CALLS).body();
    assertThat(page)
        .contains("仁愛門市", "href=\"tel:02-27001234\"", "Park &amp; Ride", "Supervisor: 陳")
        .contains("Is the parcel still on the shelf, or did the buyer take it?")
        .contains(
            "2022-04-20 (4 days left)",
            "2022-04-14 (2 days past)",
            "19:42:09 error after 9.0 s",
            "0 of 4 answered")
        .contains("Dear colleagues of 仁愛門市")
        .doesNotContain("高雄門市", "ON_SHELF<", "ASK_STORE");
    assertThat(page.indexOf(">P1<")).isLessThan(page.indexOf(">P4<"));
  }

  @Test
  @Order(1)
  void page_hasItsPartOnly_ofALongList() {
    String first = bpm.get(LIST + "?area=South").body();
    assertThat(first)
        .contains("Page 1 of 2", "Parcels 1 to 60 of 70", ">Q101<", ">Q160<")
        .doesNotContain(">Q161<", ">P1<");
    assertThat(bpm.get(LIST + "?area=South&page=2").body())
        .contains("Page 2 of 2", "Parcels 61 to 70 of 70", ">Q161<")
        .doesNotContain(">Q160<");
    assertThat(bpm.get(LIST + "?area=South&page=99").body()).contains("Page 2 of 2");
    assertThat(bpm.get(LIST + "?area=West").body()).contains("No store fits this choice.");
  }

  /** What is the same for all stores of a page is not asked for once for each of them. */
  @Test
  @Order(1)
  void page_isReadTogether_notStoreByStore() {
    assertThat(bpm.get(CALLS).body()).contains("仁愛門市", "Park &amp; Ride");

    Statements statements = Statements.of(console, () -> bpm.get(CALLS));
    assertThat(statements.reading("run_plan")).isEqualTo(1);
    assertThat(statements.reading("listed_store")).isZero();
    assertThat(statements.reading("planned_split")).isZero();
    assertThat(statements.reading("answer")).isEqualTo(2);
  }

  @Test
  @Order(2)
  void answer_isEvidenceAtOnce_withWhoAndWhen() {
    assertThat(told(said("P1", StoreAnswer.ON_SHELF, "2022-04-15T10:30")))
        .contains(">Kept.<", "2022-04-15 10:30:00", "· bpm", "· red box", "1 of 4 answered");
    assertThat(kept())
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.answer()).isEqualTo(StoreAnswer.ON_SHELF);
              assertThat(answer.answeredAt()).isEqualTo("2022-04-15T02:30:00Z");
              assertThat(answer.by()).isEqualTo("bpm");
              assertThat(answer.note()).isEqualTo("red box");
            });
  }

  @Test
  @Order(3)
  void otherAnswers_areToldForWhatTheyAre() {
    assertThat(told(said("P1", StoreAnswer.ON_SHELF, "2022-04-15T10:30")))
        .contains("This is known already: “on the shelf” of 2022-04-15 10:30:00.");
    assertThat(kept()).hasSize(1);
    assertThat(told(said("P1", StoreAnswer.NOT_FOUND, "2022-04-15T10:30")))
        .contains("Kept, but “on the shelf” was said at the same time");
    assertThat(told(said("P1", StoreAnswer.HANDED_PAID, "2022-04-15T10:00")))
        .contains("was said later (2022-04-15 10:30:00) and goes on counting");
    assertThat(told(said("P1", StoreAnswer.HANDED_UNPAID, "2022-04-15T11:00")))
        .contains("Kept. It counts instead of");
    assertThat(kept()).hasSize(4);
  }

  @Test
  @Order(4)
  void answer_isRefused_whenItCannotBe_andNothingIsLost() {
    assertThat(told(said("P2", StoreAnswer.NOT_FOUND, "2022-04-12T10:30")))
        .contains("Nothing was kept: when the store answered is before the incident began")
        .contains("value=\"red box\"", "value=\"NOT_FOUND\" checked");
    Map<String, String> unchosen = said("P2", StoreAnswer.NOT_FOUND, "");
    unchosen.put("answer", "");
    assertThat(told(unchosen)).contains("choose what the store says");
    Map<String, String> long501 = said("P2", StoreAnswer.NOT_FOUND, "");
    long501.put("note", "x".repeat(501));
    assertThat(told(long501)).contains("more than 500 characters");
    assertThat(answer(said("P9999", StoreAnswer.NOT_FOUND, "")).statusCode()).isEqualTo(404);
    assertThat(kept()).hasSize(4);
  }

  @Test
  @Order(5)
  void htmx_getsTheParcelOnly_andHowFarTheCallsAre() {
    Map<String, String> now = said("P2", StoreAnswer.UNREACHABLE, "");
    HttpResponse<String> answer = bpm.swap(ANSWERS, now, bpm.csrf(CALLS));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith("<article")
        .contains(">P2<", ">Kept.<", "no answer", "hx-swap-oob=\"true\"", "1 not reached yet")
        .contains("1 of 4 answered")
        .doesNotContain("<html", ">P1<");
  }

  @Test
  @Order(6)
  void storesWithOpenQuestions_areTheOnesLeft() {
    told(said("P4", StoreAnswer.NOT_FOUND, "2022-04-15T10:30"));
    assertThat(bpm.get(CALLS + "&left=true").body())
        .contains("仁愛門市")
        .doesNotContain("Park &amp; Ride");
  }

  @Test
  @Order(7)
  void others_seeTheList_andAnswerNothing() {
    Browser ops = console.signedIn(Role.OPS);
    assertThat(ops.get(CALLS).body())
        .contains("/runs/new?like=1", ">P1<")
        .doesNotContain("name=\"answer\"", "/runs/1/upload");
    assertThat(bpm.get(CALLS).body()).contains("ask ops for it").doesNotContain("/runs/new");
    Map<String, String> fields = said("P3", StoreAnswer.NOT_FOUND, "2022-04-15T10:30");
    assertThat(ops.post(ANSWERS, fields, ops.csrf(CALLS)).statusCode()).isEqualTo(403);
    assertThat(console.signedIn(Role.ADMIN).get(CALLS).statusCode()).isEqualTo(403);
    assertThat(bpm.get("/runs/77/calls").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(8)
  void audit_hasTheAnswers_withoutNamesAndNotes() {
    String entries = console.audit().toString();
    assertThat(entries)
        .contains("CONFLICTS", "OUTDATED", "REPLACES", "P1")
        .doesNotContain("red box", "仁愛");
  }

  @Test
  @Order(9)
  void page_isInItsLanguage() {
    Browser browser = console.signedIn(Role.BPM);
    browser.post("/language", Map.of("language", "zh-TW", "back", "/"), browser.csrf("/"));
    assertThat(browser.get(CALLS).body())
        .contains("致電清單", "仍在架上", "包裹是否仍在架上", "以較晚的回覆更正")
        .contains("2022-04-20（剩 4 天）", "2022-04-14（已逾期 2 天）");
  }
}
