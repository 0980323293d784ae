package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;
import parcelrecon.results.audit.AuditAct;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.audit.AuditHead;
import parcelrecon.results.audit.AuditStore;

class AuditPageTest {

  @TempDir private static Path folder;
  private static ConsoleUnderTest console;
  private static AuditStore audit;

  @BeforeAll
  static void start() {
    console = new ConsoleUnderTest(folder);
    audit = new AuditStore(console.database(), () -> Instant.parse("2022-04-13T16:30:00Z"));
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
  void audit_isForTheAdministratorOnly(Role role) {
    Browser browser = console.signedIn(role);
    assertThat(browser.get("/audit").statusCode()).isEqualTo(403);
    assertThat(browser.get("/audit/download").statusCode()).isEqualTo(403);
    assertThat(browser.post("/audit/verify", Map.of(), browser.csrf("/")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void entries_areShownInTheSitesZone_andInWords() {
    keep("lin", AuditAction.RUN_STARTED, "run 3");
    Browser admin = console.signedIn(Role.ADMIN);
    String page = admin.get("/audit?subject=run+3").body();
    assertThat(page)
        .contains("2022-04-14 00:30:00", "Asia/Taipei", "lin", "Started a run", ">Run 3<")
        .contains(audit.head().text())
        .doesNotContain(">RUN_STARTED<");
    admin.post("/language", Map.of("language", "zh-TW", "back", "/"), admin.csrf("/"));
    assertThat(admin.get("/audit?subject=run+3").body()).contains("開始核對", "第 3 次核對");
  }

  @Test
  void details_areShownInWords_andTimesInTheSitesZone() {
    audit.append(
        new AuditAct(
            "lin",
            AuditAction.RUN_STARTED,
            "run 3",
            Map.of(
                "from", "2022-04-13T11:33:00Z",
                "language", "zh-TW",
                "decision", "DEFERRED",
                "other", "<b>")));
    assertThat(console.signedIn(Role.ADMIN).get("/audit").body())
        .contains(
            ">from: 2022-04-13 19:33:00 Asia/Taipei<",
            ">language: 繁體中文<",
            ">decision: deferred<",
            ">other: &lt;b&gt;<");
  }

  @Test
  void hostileNames_areShownAsText() {
    keep("<script>alert(1)</script>", AuditAction.SIGN_IN_FAILED, "");
    String page = console.signedIn(Role.ADMIN).get("/audit").body();
    assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
  }

  @Test
  void filter_leavesWhatIsAskedFor_andPagesKeepIt() {
    for (int i = 0; i < 60; i++) {
      keep("wu", AuditAction.REVIEWED, "run 1");
      keep("hu", AuditAction.DOWNLOADED, "run 2");
    }
    Browser admin = console.signedIn(Role.ADMIN);
    String page = admin.get("/audit?actor=wu&day=2022-04-14&action=REVIEWED").body();
    assertThat(page).contains(">wu<").doesNotContain(">hu<");
    assertThat(rows(page)).isEqualTo(50);
    String older =
        page.replaceAll("(?s).*href=\"([^\"]*before=\\d+)\".*", "$1").replace("&amp;", "&");
    assertThat(older).startsWith("/audit?action=REVIEWED&actor=wu&day=2022-04-14&before=");
    assertThat(rows(admin.get(older).body())).isEqualTo(10);
    assertThat(admin.get("/audit?day=2022-04-13&actor=wu").body())
        .contains("There is no such entry.");
  }

  @Test
  void question_isRefused_whenItIsNone() {
    Browser admin = console.signedIn(Role.ADMIN);
    assertThat(admin.get("/audit?day=tomorrow").statusCode()).isEqualTo(400);
    assertThat(admin.get("/audit?action=FLEW").statusCode()).isEqualTo(400);
    assertThat(admin.get("/audit?before=x").statusCode()).isEqualTo(400);
    assertThat(admin.get("/audit?day=&action=&before=&actor=&subject=").statusCode())
        .isEqualTo(200);
  }

  @Test
  void check_tellsWhetherAllFits() {
    keep("lin", AuditAction.REVIEWED, "run 1");
    AuditHead head = audit.head();
    Browser admin = console.signedIn(Role.ADMIN);
    assertThat(check(admin, "")).contains("entries are as they were written, from the first");
    assertThat(check(admin, head.text())).contains("the head given is among them");
    assertThat(check(admin, "5:abc")).contains("The head of earlier is not one");
    assertThat(check(admin, "999:" + head.hash())).contains("all behind it up to the head given");
    assertThat(check(admin, "1:" + "0".repeat(64)))
        .contains("everything up to it was written anew");
  }

  @Test
  void download_hasEveryEntry_harmless_andIsKeptItself() {
    for (int i = 0; i < 60; i++) {
      keep("=cmd|'/c calc'!A1", AuditAction.SIGN_IN_FAILED, "formula");
    }
    Browser admin = console.signedIn(Role.ADMIN);
    HttpResponse<String> csv = admin.get("/audit/download?subject=formula");
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename=\"audit-");
    assertThat(csv.body().lines()).hasSize(61);
    assertThat(csv.body())
        .startsWith("entry_no,done_at,actor,action,subject,detail,previous_hash,hash\n")
        .doesNotContain(",=cmd");
    assertThat(admin.get("/audit?action=DOWNLOADED").body())
        .contains(">admin<", ">Audit<", "about: formula");
  }

  private static String check(Browser admin, String head) {
    return admin.post("/audit/verify", Map.of("head", head), admin.csrf("/audit")).body();
  }

  private static int rows(String page) {
    return page.split("<tr>", -1).length - 2;
  }

  private void keep(String actor, AuditAction action, String subject) {
    audit.append(new AuditAct(actor, action, subject));
  }
}
