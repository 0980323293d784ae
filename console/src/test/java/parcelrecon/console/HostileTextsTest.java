package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.HtmlUtils;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;
import parcelrecon.results.audit.AuditStore;
import parcelrecon.results.packages.NewPackage;
import parcelrecon.results.packages.PackageStore;
import parcelrecon.results.packages.Sum;

/**
 * A run whose ids are what an attacker would like to be read as something else, with notes,
 * comments, reasons and answers of the same kind.
 */
class HostileTextsTest {

  private static final List<String> TEXTS =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(1)",
          "\" onfocus=\"alert(1)\" autofocus=\"",
          "javascript:alert(1)",
          "${7*191}",
          "__${7*191}__::x",
          "[[${7*191}]]",
          "#{sign.title}",
          "../../../../etc/passwd",
          "..\\..\\windows\\win.ini",
          "\u202Etxt.exe",
          "</textarea><script>alert(1)</script>",
          "<!--<svg onload=alert(1)>");

  /** Read as text by a browser: none of these may stand in a page. */
  private static final List<String> NEVER =
      List.of(
          "<script>alert",
          "<img src=x",
          "<svg",
          "' onmouseover='",
          "\" onfocus=\"",
          "href=\"javascript:",
          "1337",
          "root:x:",
          "Exception",
          "\tat ");

  private static final Pattern ROW = Pattern.compile("name=\"row\"[^>]* value=\"([^\"]+)\"");
  private static final Pattern PLAN = Pattern.compile("name=\"plan\" value=\"([^\"]+)\"");
  private static final String HASH = "ab".repeat(32);

  @TempDir private static Path folder;
  private static ConsoleUnderTest console;
  private static long run;
  private static Browser finance;
  private static Browser bpm;

  @BeforeAll
  static void start() {
    console = new ConsoleUnderTest(folder, new SampleSite(folder));
    SettledRun settled = new SettledRun(console.database());
    TEXTS.forEach(text -> settled.unpaid(text, "S1", 10_000));
    TEXTS.forEach(text -> settled.paidTwice(twice(text), "S1", 10_000));
    run = settled.end(true);
    finance = console.signedIn(Role.FINANCE);
    bpm = console.signedIn(Role.BPM);
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  /** Something that a package can be made of. */
  private static String twice(String text) {
    return text + " 2";
  }

  private static List<String> pages() {
    List<String> pages = new ArrayList<>(List.of("/", "/runs/" + run, "/runs/" + run + "/parcels"));
    for (String text : TEXTS) {
      String value = URLEncoder.encode(text, StandardCharsets.UTF_8);
      pages.add("/runs/" + run + "/parcel?id=" + value);
      pages.add("/nothing?" + value + "=" + value);
      pages.add("/runs/" + value);
      pages.add("/runs/" + run + "/calls?caller=" + value + "&area=" + value + "&page=" + value);
      pages.add("/runs/" + run + "/calls?area=" + value);
      pages.add("/packages/" + value);
      pages.add("/runs/" + value + "/packages");
      pages.add("/runs/" + run + "/files/" + value + "?lang=" + value);
      for (String field :
          List.of("id", "kind", "store", "amount", "phase", "verdict", "assignee", "after")) {
        pages.add("/runs/" + run + "/parcels?" + field + "=" + value);
      }
    }
    return pages;
  }

  @Test
  void texts_areTexts_whereverTheyStand() {
    for (String page : pages()) {
      assertHarmless(page, finance.get(page));
    }
  }

  private static String assertHarmless(String page, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(page).isIn(200, 400, 404);
    for (String never : NEVER) {
      assertThat(answer.body()).as(page).doesNotContain(never);
    }
    return answer.body();
  }

  /** A text is on a page, as one. */
  private static void assertShown(String page, String text) {
    assertThat(page).contains(HtmlUtils.htmlEscape(text, "UTF-8"));
  }

  @Test
  void comments_areTexts_onEveryPageOfAReview() {
    String list = "/runs/" + run + "/parcels?kind=UNCOLLECTED";
    List<String> rows =
        ROW.matcher(finance.get(list).body()).results().map(found -> found.group(1)).toList();
    assertThat(rows).hasSize(TEXTS.size());
    for (int each = 0; each < TEXTS.size(); each++) {
      String text = TEXTS.get(each);
      Map<String, String> form =
          Map.of(
              "act", "assign", "assignee", text, "note", text, "row", rows.get(each), "back", text);
      HttpResponse<String> done = confirmed(form);
      assertThat(done.headers().firstValue("Location").orElseThrow()).endsWith("/");
      // Nobody has seen it since: left alone, and told with what was said.
      assertShown(assertHarmless(text, confirmed(form)), text);
      assertHarmless(text, finance.post(reviews(), Map.of("plan", text), finance.csrf("/")));
      assertShown(assertHarmless(list, finance.get(list)), text);
    }
    for (String text : TEXTS) {
      String parcel =
          "/runs/" + run + "/parcel?id=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
      assertThat(assertHarmless(parcel, bpm.get(parcel))).contains("class=\"note\"");
    }
  }

  private static String reviews() {
    return "/runs/" + run + "/reviews";
  }

  /** The page that asks, and the answer to its form. */
  private static HttpResponse<String> confirmed(Map<String, String> form) {
    String text = form.get("note");
    String asked = assertHarmless(text, finance.post(reviews(), form, finance.csrf("/")));
    assertShown(asked, text);
    Matcher plan = PLAN.matcher(asked);
    assertThat(plan.find()).isTrue();
    return finance.post(reviews(), Map.of("plan", plan.group(1), "back", text), finance.csrf("/"));
  }

  @Test
  void answers_areTexts_onTheCallList_andWhereTheyAreUploaded() {
    String calls = "/runs/" + run + "/calls";
    String upload = "/runs/" + run + "/upload";
    for (String text : TEXTS) {
      Map<String, String> said =
          Map.of("parcel", text, "answer", "ON_SHELF", "note", text, "area", text, "caller", text);
      assertHarmless(text, bpm.swap("/runs/" + run + "/answers", said, bpm.csrf(calls)));
      String csv =
          "parcel_id,answer,answered_at,by,note\n"
              + quoted(text)
              + ",ON_SHELF,2022-04-15T10:30,"
              + quoted(text)
              + ","
              + quoted(text)
              + "\n"
              + quoted(text)
              + ","
              + quoted(text)
              + ","
              + quoted(text)
              + ",,\n";
      HttpResponse<String> sent =
          bpm.upload(upload, text + ".csv", csv.getBytes(StandardCharsets.UTF_8), bpm.csrf(upload));
      String look = sent.headers().firstValue("Location").orElseThrow();
      assertHarmless(text, bpm.get(look.replaceAll("^https?://[^/]+", "")));
    }
    String page = assertHarmless(calls, bpm.get(calls));
    TEXTS.forEach(text -> assertShown(page, text));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  @Test
  void reasonsAndIds_areTexts_onThePagesOfPackages() {
    InstantSource clock = InstantSource.system();
    String all = "/runs/" + run + "/parcels";
    confirmed(
        Map.of(
            "which",
            "found",
            "act",
            "decide",
            "decision",
            "CONFIRMED",
            "note",
            "<i>x",
            "back",
            all));
    PackageStore packages =
        new PackageStore(console.database(), new AuditStore(console.database(), clock), clock);
    Browser approver = console.signedIn(Role.APPROVER);
    for (String text : TEXTS) {
      long number = made(packages, text);
      String page = "/packages/" + number;
      String shown = assertHarmless(page, finance.get(page));
      TEXTS.forEach(each -> assertShown(shown, twice(each)));
      Map<String, String> refused = Map.of("seen", HASH, "reason", text);
      approver.post(page + "/refuse", refused, approver.csrf("/"));
      assertShown(assertHarmless(page, finance.get(page)), text);
      String list = "/runs/" + run + "/packages";
      assertShown(assertHarmless(list, finance.get(list)), text);
    }
  }

  /** Made of all that is confirmed, by a person with such a name. */
  private static long made(PackageStore packages, String by) {
    return packages
        .keep(
            new NewPackage(run, by, "script", "en", HASH, 1, Map.of("TWD", new Sum(1, 0))),
            packages.candidates(run).ready(),
            new PackageStore.Folder() {
              @Override
              public boolean isFree(long number) {
                return true;
              }

              @Override
              public void moveTo(long number) {}
            })
        .number();
  }

  @Test
  void list_hasThemAll() {
    assertThat(finance.get("/runs/" + run + "/parcels").body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "${7*191}", "#{sign.title}");
  }
}
