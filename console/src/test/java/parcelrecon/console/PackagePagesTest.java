package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;
import parcelrecon.report.packages.StoredSample;
import parcelrecon.results.review.ReviewDecision;

/** Finance makes a package, an approver approves it, ops downloads it; and what may go wrong. */
@Timeout(120)
class PackagePagesTest {

  private static final Pattern HASH = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

  @TempDir private Path folder;
  private ConsoleUnderTest console;
  private StoredSample sample;
  private Browser finance;
  private Browser approver;
  private Browser ops;

  @BeforeEach
  void start() {
    console = new ConsoleUnderTest(folder, new SampleSite(folder));
    sample = new StoredSample(console.database(), folder.resolve("out"));
    finance = console.signedIn(Role.FINANCE);
    approver = console.signedIn(Role.APPROVER);
    ops = console.signedIn(Role.OPS);
  }

  @AfterEach
  void stop() {
    console.close();
  }

  @Test
  void package_goesFromFinanceOverTheApproverToOps() throws IOException {
    assertThat(finance.get("/runs/1/packages").body())
        .contains("There is nothing to make a package of", "disabled", "No package yet.");
    confirmAll();
    assertThat(finance.get("/runs/1/packages").body())
        .contains("Confirmed, in no package yet", "NT$")
        .doesNotContain("There is nothing to make a package of");
    assertThat(location(make())).endsWith("/packages/1");

    String own = finance.get("/packages/1").body();
    assertThat(own)
        .contains("waits for approval", "Made by finance", "001-revert-outbound.sql", "tasks.csv")
        .contains("You made this package")
        .doesNotContain("/packages/1/approve", "/packages/1/download");
    assertThat(approver.get("/packages/1").body()).contains("/packages/1/approve");
    assertThat(location(ops.download("/packages/1/download"))).endsWith("/packages/1");

    assertThat(location(approve(seen()))).endsWith("/packages/1");
    assertThat(ops.get("/packages/1").body())
        .contains("Approved by approver", "/packages/1/download", "Hash of the approved copy");
    HttpResponse<byte[]> download = ops.download("/packages/1/download");
    assertThat(download.statusCode()).isEqualTo(200);
    assertThat(download.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment", "2022-04-13-kafka-package-001-approved.zip");
    assertThat(entries(download.body()))
        .contains("2022-04-13-kafka-package-001-approved/001-revert-outbound.sql")
        .allMatch(name -> name.startsWith("2022-04-13-kafka-package-001-approved/"));
    assertThat(ops.download("/packages/1/download").body()).isEqualTo(download.body());
    assertThat(audit())
        .containsExactly(
            "finance PACKAGE_MADE package 1",
            "approver PACKAGE_APPROVED package 1",
            "ops PACKAGE_DOWNLOADED package 1",
            "ops PACKAGE_DOWNLOADED package 1");
  }

  @Test
  void refusedPackage_tellsWhy_andItsMismatchesCanBePackedAgain() {
    confirmAll();
    make();
    post(approver, "/packages/1/refuse", Map.of("seen", seen(), "reason", "  "));
    assertThat(approver.get("/packages/1").body()).contains("waits for approval");
    post(approver, "/packages/1/refuse", Map.of("seen", seen(), "reason", "P-0010 <is> paid"));
    assertThat(finance.get("/packages/1").body())
        .contains("Refused by approver", "P-0010 &lt;is&gt; paid")
        .doesNotContain("/packages/1/approve");
    assertThat(location(make())).endsWith("/packages/2");
    assertThat(finance.get("/runs/1/packages").body()).contains("refused", "waits for approval");
  }

  @Test
  void approval_isRefused_whenAnotherHashWasSeen() {
    confirmAll();
    make();
    approve("0".repeat(64));
    assertThat(approver.get("/packages/1").body()).contains("waits for approval");
    assertThat(ops.get("/packages/1").body()).doesNotContain("/packages/1/download");
  }

  @Test
  void secondApproval_changesNothing() {
    confirmAll();
    make();
    String seen = seen();
    approve(seen);
    String location = location(approve(seen));
    assertThat(location).endsWith("/packages/1");
    assertThat(approver.get("/packages/1").body()).containsOnlyOnce("Approved by approver");
  }

  @Test
  void package_isVoid_whenAByteChangesBetweenApprovalAndDownload() throws IOException {
    confirmAll();
    make();
    approve(seen());
    Path tasks =
        folder.resolve("out/2022-04-13-kafka/run-001/packages/package-001-approved/tasks.csv");
    Files.writeString(tasks, Files.readString(tasks).replaceFirst("P-0010", "P-0011"));
    HttpResponse<byte[]> answer = ops.download("/packages/1/download");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).endsWith("/packages/1");
    assertThat(ops.get("/packages/1").body())
        .contains("Found void by ops", "package-001-approved/tasks.csv")
        .doesNotContain("/packages/1/download", folder.toString());
    assertThat(audit()).last().isEqualTo("ops PACKAGE_VOIDED package 1");
  }

  @Test
  void package_isVoid_whenAReviewIsWithdrawnBetweenApprovalAndDownload() {
    confirmAll();
    make();
    approve(seen());
    sample.decide(ReviewDecision.REJECTED, id -> id.parcelId().equals("P-0010"));
    assertThat(ops.get("/packages/1").body())
        .contains("It no longer stands", "P-0010")
        .doesNotContain("/packages/1/download");
    assertThat(ops.download("/packages/1/download").statusCode()).isEqualTo(303);
    assertThat(ops.get("/packages/1").body()).contains("Found void by ops");
  }

  @Test
  void list_isCountedAgain_onlyWhenSomethingChanged() {
    confirmAll();
    make();
    String list = "/runs/1/packages";
    String page = finance.get(list).body();
    assertThat(page).contains("waits for approval");
    Statements again =
        Statements.of(
            console,
            () -> assertThat(withoutToken(finance.get(list).body())).isEqualTo(withoutToken(page)));
    assertThat(again.reading("package_mismatch")).isZero();
    assertThat(again.reading("listed_mismatch")).isZero();

    sample.decide(ReviewDecision.REJECTED, id -> id.parcelId().equals("P-0010"));
    assertThat(finance.get(list).body())
        .contains("no longer stands")
        .doesNotContain("waits for approval");
  }

  @Test
  void mismatches_arePaged() {
    confirmAll();
    make();
    String page = finance.get("/packages/1").body();
    Matcher rows = Pattern.compile("/runs/1/parcel\\?id=").matcher(page);
    assertThat(rows.results().count()).isBetween(10L, 50L);
    assertThat(finance.get("/packages/1?after=nonsense").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BPM", "FINANCE", "OPS", "ADMIN"})
  void nobodyElse_approvesOrRefuses(String role) {
    confirmAll();
    make();
    Browser other = console.signedIn(Role.valueOf(role));
    for (String act : List.of("approve", "refuse")) {
      assertThat(
              other
                  .post(
                      "/packages/1/" + act,
                      Map.of("seen", seen(), "hours", "24", "reason", "no"),
                      other.csrf("/"))
                  .statusCode())
          .as(act)
          .isEqualTo(403);
    }
    assertThat(approver.get("/packages/1").body()).contains("waits for approval");
  }

  @Test
  void whatIsNotThere_isTold() {
    assertThat(finance.get("/packages/7").statusCode()).isEqualTo(404);
    assertThat(finance.get("/runs/7/packages").statusCode()).isEqualTo(404);
    assertThat(ops.download("/packages/7/download").statusCode()).isEqualTo(404);
  }

  private static String withoutToken(String page) {
    return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  private void confirmAll() {
    sample.decide(ReviewDecision.CONFIRMED, any -> true);
  }

  private HttpResponse<String> make() {
    return post(finance, "/runs/1/packages", Map.of());
  }

  private HttpResponse<String> approve(String seen) {
    return post(approver, "/packages/1/approve", Map.of("seen", seen, "hours", "24"));
  }

  private String seen() {
    Matcher hash = HASH.matcher(approver.get("/packages/1").body());
    assertThat(hash.find()).isTrue();
    return hash.group(1);
  }

  private static HttpResponse<String> post(
      Browser browser, String path, Map<String, String> fields) {
    return browser.post(path, fields, browser.csrf("/"));
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("no redirect");
  }

  private static List<String> entries(byte[] zip) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  private List<String> audit() {
    List<String> acts = new ArrayList<>();
    console
        .database()
        .alone(
            connection -> {
              try (var statement = connection.createStatement();
                  var rows =
                      statement.executeQuery(
                          "select actor, action, subject from audit_entry"
                              + " where action like 'PACKAGE%' order by entry_no")) {
                while (rows.next()) {
                  acts.add(
                      String.join(" ", rows.getString(1), rows.getString(2), rows.getString(3)));
                }
              }
            });
    return acts;
  }
}
