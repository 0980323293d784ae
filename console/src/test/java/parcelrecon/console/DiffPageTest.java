package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;
import parcelrecon.outcome.Change;

/** Two runs of an incident on one page. */
class DiffPageTest {

  private static final int GONE = 60;
  private static final Pattern NEXT = Pattern.compile("id=\"next\"[^>]* href=\"([^\"]+)\"");

  @TempDir private static Path folder;
  private static ConsoleUnderTest console;
  private static long first;
  private static long second;

  @BeforeAll
  static void start() {
    console = new ConsoleUnderTest(folder);
    SettledRun before = new SettledRun(console.database());
    for (int number = 0; number < GONE; number++) {
      before.unpaid("GONE%03d".formatted(number), "S1", 10_000);
    }
    before.unpaid("STAYS<b>", "S1", 50_000);
    first = before.end(true);
    SettledRun after =
        new SettledRun(console.database())
            .unpaid("STAYS<b>", "S1", 50_000)
            .paidTwice("ZNEW", "S2", 128_000);
    for (int number = 0; number < GONE; number++) {
      after.unseen("GONE%03d".formatted(number));
    }
    second = after.end(true);
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  private static String get(Role role, String path) {
    var answer = console.signedIn(role).get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private static String words(String page) {
    return page.substring(page.indexOf("<main")).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void page_addsUp_andTellsOneByOne() {
    String page = get(Role.FINANCE, "/runs/" + second + "/diff?before=" + first);
    assertThat(words(page))
        .containsPattern("All 122 – 120 1 – 3")
        .contains(
            "To collect, TWD NT$6,500 – NT$6,000 – – – NT$500",
            "To refund, TWD – – – NT$1,280 – – NT$1,280",
            "GONE000",
            "not known",
            "as known on")
        .doesNotContain("STAYS");
    Matcher next = NEXT.matcher(page);
    assertThat(next.find()).isTrue();
    String rest = page;
    while (next.find(0)) {
      rest = get(Role.BPM, next.group(1).replace("&amp;", "&"));
      next = NEXT.matcher(rest);
    }
    assertThat(rest).contains("STAYS&lt;b&gt;", "ZNEW", "to refund NT$1,280", "still open");
  }

  @Test
  void page_showsOneChangeOnly_andNoWordOfTheSystems() {
    String page = get(Role.OPS, "/runs/" + second + "/diff?change=NEW&before=" + first);
    assertThat(words(page)).contains("ZNEW", "Paid twice").doesNotContain("GONE", "STAYS");
    for (String language : new String[] {"en", "zh-TW", "zh-CN"}) {
      Browser browser = console.signedIn(Role.OPS);
      browser.post("/language", Map.of("language", language), browser.csrf("/"));
      String shown = words(browser.get("/runs/" + second + "/diff?before=" + first).body());
      for (Change change : Change.values()) {
        assertThat(shown).doesNotContain(change.name());
      }
      assertThat(shown).doesNotContain("??", "diff.");
    }
  }

  @Test
  void run_leadsToTheOneBefore_andThatOneToNone() {
    String link = "/runs/" + second + "/diff?before=" + first;
    assertThat(get(Role.APPROVER, "/runs/" + second))
        .contains("href=\"" + link + "\"", "Compare with run " + first);
    assertThat(get(Role.APPROVER, "/runs/" + first)).doesNotContain("/diff?before");
    assertThat(get(Role.ADMIN, "/runs/" + second)).doesNotContain("/diff?before");
    assertThat(words(get(Role.BPM, "/runs/" + second + "/diff"))).contains("All 122");
  }

  @Test
  void page_isRefused_whereThereAreNoTwoRuns() {
    Browser browser = console.signedIn(Role.BPM);
    long begun = new SettledRun(console.database()).begun();
    for (String path :
        new String[] {
          "/runs/4711/diff",
          "/runs/" + second + "/diff?before=4711",
          "/runs/" + second + "/diff?before=" + begun,
          "/runs/" + begun + "/diff?before=" + first
        }) {
      assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
    }
    var same = browser.get("/runs/" + second + "/diff?before=" + second);
    assertThat(same.statusCode()).isEqualTo(400);
    assertThat(same.body()).contains("are the same run, expected two");
    assertThat(browser.get("/runs/" + second + "/diff?before=x").statusCode()).isEqualTo(400);
  }
}
