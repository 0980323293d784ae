package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;
import parcelrecon.report.RunOutputs;
import parcelrecon.results.RunList;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.StoredResults;

/** The day of somebody who runs reconciliations, page by page: each step goes on from the last. */
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunPagesTest {

  private static final List<String> FILES =
      List.of(
          "affected-parcels.xlsx",
          "statement.md",
          "statement.html",
          "mismatches.csv",
          "rejects.csv",
          "run.json");

  private static final Map<String, String> KAFKA =
      Map.of("incident", "file:kafka.yaml", "language", "en", "callers", "2", "compareDays", "");

  @TempDir private static Path folder;
  private static ShopSite site;
  private static ConsoleUnderTest console;
  private static Browser ops;

  @BeforeAll
  static void start() {
    site = ShopSite.in(folder);
    console = new ConsoleUnderTest(folder, site);
    ops = console.signedIn(Role.OPS);
  }

  @AfterAll
  static void stop() {
    ShopSite.open();
    console.close();
  }

  private static HttpResponse<String> post(String path, Map<String, String> fields) {
    return ops.post(path, fields, ops.csrf("/runs/new"));
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("no redirect");
  }

  private static RunRow row(long run) {
    return new RunStore(console.database()).find(run).orElseThrow();
  }

  private static void await(long run, RunState state) throws InterruptedException {
    while (row(run).state() != state) {
      Thread.sleep(20);
    }
  }

  @Test
  @Order(1)
  void form_offersTheFilesAndTellsWhichCannotBeUsed() {
    String page = ops.get("/runs/new").body();
    assertThat(page)
        .contains("shop.yaml", "value=\"file:kafka.yaml\"", "Kafka &amp; counters down")
        .contains("torn.yaml:2: is torn.", "From, in Asia/Taipei")
        .contains("2022-04-13 19:33 – 20:22, Asia/Taipei");
  }

  @Test
  @Order(2)
  void allProblems_areToldAtOnce_andInputsAreKept() {
    HttpResponse<String> answer =
        post(
            "/runs/check",
            Map.of(
                "incident", "",
                "id", "../up",
                "title", "kept \"title\"",
                "from", "2022-04-13T20:00",
                "to", "2022-04-13T19:00",
                "language", "de",
                "callers", "0"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("The id cannot name a folder")
        .contains("The window ends before it begins")
        .contains("This is none of the languages")
        .contains("from 1 to 1,000")
        .contains("kept &quot;title&quot;", "value=\"2022-04-13T20:00\"")
        .doesNotContain("id=\"look\"");
    assertThat(new RunList(console.database()).newest(RunList.END, 100)).isEmpty();
  }

  @Test
  @Order(3)
  void check_tellsWhatSourcesCouldShow_andStartsNothing() {
    String page = post("/runs/check", KAFKA).body();
    assertThat(page)
        .contains("What the sources could show", "pick-up records", "payments.csv")
        .contains("First rows tried out: 3 of 3 can be read")
        .contains("What a run could prove", "would not be looked for")
        .contains("Start the run")
        .doesNotContain("NOT_JUDGED", "OUTBOUND");
    assertThat(new RunList(console.database()).newest(RunList.END, 100)).isEmpty();
  }

  @Test
  @Order(4)
  void start_leadsToTheRun_whichShowsItsProgress() {
    assertThat(location(post("/runs", KAFKA))).endsWith("/runs/1");
    assertThat(row(1).options().callers()).isEqualTo(2);
    assertThat(ops.get("/runs/1").body())
        .contains("How far it is", "Plan what to read", "hx-trigger=\"every 1s\"")
        .contains("Stop the run", "Judge every parcel");
    HttpResponse<String> part = ops.get("/runs/1/progress");
    assertThat(part.body()).startsWith("<section").doesNotContain("<html", "RUNNING");
    assertThat(part.headers().firstValue("HX-Refresh")).isEmpty();
    assertThat(ops.get("/").body()).contains("Kafka &amp; counters down", "in progress");
  }

  @Test
  @Order(5)
  void secondRun_isRefused_whileOneIsInHand() {
    assertThat(ops.get("/runs/new").body()).contains("Run 1 is being worked on");
    HttpResponse<String> answer = post("/runs", KAFKA);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("run 1: it is being worked on");
    assertThat(new RunList(console.database()).newest(RunList.END, 100)).hasSize(1);
  }

  @Test
  @Order(6)
  void whoMayNotRun_canNeitherStartNorStop() {
    Browser bpm = console.signedIn(Role.BPM);
    String token = bpm.csrf("/");
    assertThat(bpm.get("/runs/new").statusCode()).isEqualTo(403);
    assertThat(bpm.post("/runs", KAFKA, token).statusCode()).isEqualTo(403);
    assertThat(bpm.post("/runs/1/stop", Map.of(), token).statusCode()).isEqualTo(403);
    assertThat(bpm.get("/runs/1").body()).contains("How far it is").doesNotContain("Stop the run");
  }

  @Test
  @Order(7)
  void stoppedRun_canGoOn() throws InterruptedException {
    ShopSite.awaitReader();
    assertThat(location(post("/runs/1/stop", Map.of()))).endsWith("/runs/1");
    assertThat(ops.get("/runs/1").body()).contains("Stopping after the work in hand");
    ShopSite.open();
    await(1, RunState.INTERRUPTED);
    assertThat(ops.get("/runs/1/progress").headers().firstValue("HX-Refresh")).contains("true");
    assertThat(ops.get("/runs/1").body())
        .contains("It stopped before its end", "Go on with the run");
    assertThat(location(post("/runs/1/resume", Map.of()))).endsWith("/runs/1");
    await(1, RunState.COMPLETE);
  }

  @Test
  @Order(8)
  void finishedRun_tellsWhatItFound() {
    String page = ops.get("/runs/1").body();
    assertThat(page)
        .contains("1 pick-ups done in the system while the counter showed an error")
        .contains("affected parcels, of 3 in scope", "NT$500")
        .contains("3 in scope = 1 affected + 0 downstream only + 0 for information + 2 clean")
        .contains("NT$500 due − paid = NT$500 to collect", "holds")
        .contains("id=\"minutes-chart\"", "data-n=\"1\"", "Cluster down: 19:40 – 19:54")
        .contains("/runs/1/parcels?kind=SHOWN_AS_FAILED", "/runs/new?like=1")
        .doesNotContain("BROKEN", "<script>", " style=");
    assertThat(ops.get("/").body()).contains(">Run 1<", ">complete<");
    assertThat(ops.get("/runs/new?like=1").body())
        .contains("<option value=\"run:1\" selected=\"selected\"");
  }

  @Test
  @Order(9)
  void downloads_areWhatReportMakes_inEveryLanguage() throws Exception {
    assertThat(ops.get("/runs/1/files").body()).contains(FILES);
    for (String language : List.of("en", "zh-TW", "zh-CN")) {
      Path made = folder.resolve("made-" + language);
      RunRow.Options kept = row(1).options();
      RunRow.Options options =
          new RunRow.Options(
              kept.out(), language, kept.callers(), kept.form(), kept.failOnMismatch());
      new RunOutputs(site.site(ShopSite.incident()).reportSettings(options))
          .write(new StoredResults(console.database(), 1), made);
      for (String file : FILES) {
        HttpResponse<byte[]> answer = ops.download("/runs/1/files/" + file + "?lang=" + language);
        assertThat(answer.statusCode()).as(file).isEqualTo(200);
        assertThat(answer.body())
            .as(file + " in " + language)
            .isEqualTo(Files.readAllBytes(made.resolve(file)));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
            .startsWith("attachment;")
            .contains("2022-04-13-kafka-run-001-" + language + "-" + file);
      }
    }
    assertThat(Files.getPosixFilePermissions(folder.resolve("work").resolve("downloads")))
        .hasSize(3);
  }

  @Test
  @Order(10)
  void download_isOfAFixedList() {
    for (String path :
        List.of(
            "/runs/1/files/nothing.txt",
            "/runs/1/files/run.json?lang=xx",
            "/runs/1/files/datafix",
            "/runs/99/files/run.json")) {
      assertThat(ops.get(path).statusCode()).as(path).isEqualTo(404);
    }
    for (String path : List.of("/runs/1/files/..%2Frun.json", "/runs/1/files/%2e%2e/run.json")) {
      assertThat(ops.get(path).statusCode()).as(path).isBetween(400, 404);
    }
    assertThat(console.signedIn(Role.ADMIN).get("/runs/1/files/run.json").statusCode())
        .isEqualTo(403);
  }

  @Test
  @Order(11)
  void failedRun_tellsWhy_andHowToStartAgain() throws InterruptedException {
    site.write("payments.csv", "parcel_id,payment_id\n");
    Map<String, String> again = withBrokenSource();
    assertThat(post("/runs/check", again).body())
        .contains("payments.csv", "No run would start")
        .doesNotContain("Start the run<");
    assertThat(location(post("/runs", again))).endsWith("/runs/2");
    await(2, RunState.FAILED);
    assertThat(ops.get("/runs/2").body())
        .contains("It ended without a result", "payments.csv", "/runs/new?like=2");
    assertThat(ops.get("/runs/2/files").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(12)
  void messages_areMarkedAsEnglish_andSaidToBe_inTheLanguageOfThePage() {
    Browser reader = console.signedIn(Role.OPS);
    reader.post("/language", Map.of("language", "zh-TW", "back", "/"), reader.csrf("/"));
    assertThat(reader.get("/runs/2").body())
        .containsSubsequence("以下為英文原文", "<ul class=\"problems\" lang=\"en\">", "payments.csv");
    assertThat(reader.post("/runs/check", withBrokenSource(), reader.csrf("/")).body())
        .containsSubsequence("以下為英文原文", "<ul class=\"problems\" lang=\"en\">", "payments.csv");
  }

  private static Map<String, String> withBrokenSource() {
    Map<String, String> again = new HashMap<>(KAFKA);
    again.put("incident", "run:1");
    return again;
  }

  @Test
  @Order(12)
  void pages_speakEveryLanguage() {
    for (String language : List.of("zh-TW", "zh-CN", "en")) {
      ops.post("/language", Map.of("language", language, "back", "/"), ops.csrf("/"));
      for (String path : List.of("/", "/runs/new", "/runs/1", "/runs/2", "/runs/1/files")) {
        HttpResponse<String> page = ops.get(path);
        assertThat(page.statusCode()).as(language + " " + path).isEqualTo(200);
        assertThat(page.body()).contains("lang=\"" + language + "\"");
      }
    }
  }

  @Test
  @Order(13)
  void whatWasDone_isInTheAudit() {
    String audit = console.signedIn(Role.ADMIN).get("/audit").body();
    assertThat(audit)
        .contains("Started a run", "Stopped a run", "Resumed a run", "Downloaded")
        .contains("Run 1", "Run 2", "affected-parcels.xlsx");
  }

  @Test
  @Order(14)
  void recheck_isBegunFromAFinishedRun_andSaysOfWhich() throws InterruptedException {
    assertThat(location(post("/runs/2/recheck", Map.of()))).endsWith("/runs/2");
    assertThat(ops.get("/runs/2").body()).contains("There is nothing to ask again for");
    site.write(
        "payments.csv",
        """
        parcel_id,payment_id,amount,paid_at
        P2,M2,500,2022-04-13T19:50:10
        P3,M3,500,2022-04-13T20:01:10
        P1,M1,500,2022-04-14T10:00:00
        Z,M9,1,2022-04-15T10:00:00
        """);
    assertThat(location(post("/runs/1/recheck", Map.of()))).endsWith("/runs/3");
    await(3, RunState.COMPLETE);
    assertThat(ops.get("/runs/3").body())
        .contains(
            "asked again for the parcels of run 1",
            "1 parcel was affected at the time: 1 put right");
    assertThat(console.signedIn(Role.ADMIN).get("/audit").body())
        .contains("asked again for those of run: 1");
  }
}
