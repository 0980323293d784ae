package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;

/** A run whose ids are what an attacker would like to be read as something else. */
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

  @TempDir private static Path folder;
  private static ConsoleUnderTest console;
  private static long run;
  private static Browser finance;

  @BeforeAll
  static void start() {
    console = new ConsoleUnderTest(folder);
    SettledRun settled = new SettledRun(console.database());
    TEXTS.forEach(text -> settled.unpaid(text, "S1", 10_000));
    run = settled.end(true);
    finance = console.signedIn(Role.FINANCE);
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  private static List<String> pages() {
    List<String> pages = new ArrayList<>(List.of("/", "/runs/" + run, "/runs/" + run + "/parcels"));
    for (String text : TEXTS) {
      String value = URLEncoder.encode(text, StandardCharsets.UTF_8);
      pages.add("/runs/" + run + "/parcel?id=" + value);
      pages.add("/nothing?" + value + "=" + value);
      pages.add("/runs/" + value);
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
      HttpResponse<String> answer = finance.get(page);
      assertThat(answer.statusCode()).as(page).isIn(200, 400, 404);
      for (String never : NEVER) {
        assertThat(answer.body()).as(page).doesNotContain(never);
      }
    }
  }

  @Test
  void list_hasThemAll() {
    assertThat(finance.get("/runs/" + run + "/parcels").body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "${7*191}", "#{sign.title}");
  }
}
