package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.closing.Closings;
import parcelrecon.rule.MismatchClass;

/** An incident from its first run to its closing pack; each test has one of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentPagesTest {

  @TempDir static Path shared;
  private ConsoleUnderTest console;
  private int incidents;
  private String incident;
  private String page;
  private String pack;
  private long first;
  private long second;

  @BeforeAll
  void start() {
    console = new ConsoleUnderTest(shared);
  }

  @BeforeEach
  void twoRuns() {
    incident = "incident-" + ++incidents;
    page = "/incidents?id=" + incident;
    pack = "/incidents/pack?id=" + incident;
    first =
        settled()
            .unpaid("P1", "S1", 10_000)
            .unpaid("P2<b>", "S1", 50_000)
            .paidTwice("P3", "S2", 128_000)
            .end(true);
    second =
        settled()
            .asOf("2022-04-19T04:00:00Z")
            .unpaid("P2<b>", "S1", 50_000)
            .unseen("P1")
            .unseen("P3")
            .end(true);
  }

  private SettledRun settled() {
    return new SettledRun(console.database(), incident);
  }

  @AfterAll
  void stop() {
    console.close();
  }

  @Test
  void page_tellsWhatIsOpenByDay_forHowLong_andWhatBecameOfAll() {
    String shown = get(Role.FINANCE, page);
    assertThat(words(shown))
        .contains(
            "Left to be done, day by day",
            "2022-04-16 2022-04-16 12:00:00",
            "(2022-04-17)",
            "(2022-04-18)",
            "2022-04-19 2022-04-19 12:00:00",
            "In brackets",
            "8 or more",
            "P2&lt;b&gt;",
            "Put right, and a run has seen it 0")
        .containsPattern("All that was found \\d+")
        .doesNotContain("Closed by");
    assertThat(shown).contains("id=\"burn-chart\"", "data-n=\"1\"", "/assets/own/incident.js");
    assertThat(get(Role.OPS, "/")).contains("href=\"" + page + "\"");
    assertThat(get(Role.OPS, "/runs/" + second)).contains("href=\"" + page + "\"");
  }

  @Test
  void page_showsNoParcel_toWhoMayNotSeeOne_andNoFormToWhoMayNotClose() {
    assertThat(get(Role.ADMIN, page)).doesNotContain("P2&lt;b&gt;", "/incidents/close");
    assertThat(get(Role.BPM, page)).contains("P2&lt;b&gt;").doesNotContain("/incidents/close");
    assertThat(console.signedIn(Role.OPS).get("/incidents?id=another").statusCode()).isEqualTo(404);
    assertThat(console.signedIn(Role.OPS).get(pack).statusCode()).as("not closed").isEqualTo(404);
  }

  @Test
  void page_speaksThreeLanguages_withNoWordOfTheSystems() {
    close("written off");
    for (String language : new String[] {"en", "zh-TW", "zh-CN"}) {
      Browser browser = console.signedIn(Role.FINANCE);
      browser.post("/language", Map.of("language", language), browser.csrf("/"));
      String shown = words(browser.get(page).body());
      for (MismatchClass about : MismatchClass.values()) {
        assertThat(shown).doesNotContain(about.name());
      }
      assertThat(shown).doesNotContain("??", "incident.", "burnDown.", "HEALED", "CLOSED");
    }
  }

  @Test
  void closing_needsAReason_whileSomethingIsLeft_andIsTakenBack() {
    assertThat(words(close(""))).contains("please say why");
    assertThat(Closings.isClosed(console.database(), incident)).isFalse();

    assertThat(words(close("written off <i>")))
        .contains("Closed by", "Reason : written off &lt;i&gt;", "Download the closing pack");
    assertThat(words(close("again"))).contains("closed already");
    assertThat(words(get(Role.ADMIN, "/"))).contains("Counters &lt;failing&gt; closed " + incident);

    long third = settled().asOf("2022-04-20T04:00:00Z").unpaid("P2<b>", "S1", 50_000).end(true);
    String told = "Closed, but 2 mismatches are open in run " + third + ".";
    assertThat(words(get(Role.OPS, page))).contains(told);
    assertThat(words(get(Role.OPS, "/"))).contains(told);

    Browser browser = console.signedIn(Role.OPS);
    browser.post(
        "/incidents/open", Map.of("id", incident, "reason", "came back"), browser.csrf(page));
    assertThat(words(get(Role.OPS, page))).contains("Opened again by", "came back");
    assertThat(console.audit())
        .anyMatch(entry -> entry.contains("INCIDENT_CLOSED"))
        .anyMatch(entry -> entry.contains("INCIDENT_OPENED_AGAIN"));
  }

  @Test
  void closing_isRefused_whileARunIsInHand_andWhenAnotherHasEndedSince() {
    String csrf = console.signedIn(Role.FINANCE).csrf(page);
    long inHand = settled().begun();
    assertThat(words(close("enough"))).contains("is being worked on");
    new RunStore(console.database())
        .end(inHand, RunState.FAILED, 5, Instant.parse("2022-04-20T04:00:00Z"));
    settled().asOf("2022-04-20T04:00:00Z").end(true);
    assertThat(words(close("enough"))).contains("another run has ended");
    assertThat(Closings.isClosed(console.database(), incident)).isFalse();
    assertThat(csrf).isNotEmpty();
  }

  @Test
  void pack_isTheSameEachTime_andSha256sumFindsAllFilesAsTheyWere() throws Exception {
    close("written off");
    byte[] once = pack();
    settled().asOf("2022-04-20T04:00:00Z").end(true);
    assertThat(pack()).isEqualTo(once);
    assertThat(console.audit())
        .filteredOn(entry -> entry.contains("CLOSING_PACK_DOWNLOADED"))
        .hasSize(2);

    Path unpacked = unpack(once);
    assertThat(run(unpacked, "sha256sum", "-c", "--strict", "manifest.sha256")).isZero();
    assertThat(Files.readString(unpacked.resolve("manifest.sha256")).lines())
        .extracting(line -> line.substring(66))
        .containsExactly(
            "affected-parcels.xlsx",
            "statement.md",
            "statement.html",
            "closing.csv",
            "closing.json",
            "decisions.csv",
            "answers.csv",
            "packages.csv",
            "audit.csv",
            "coverage/run-%03d.json".formatted(first),
            "coverage/run-%03d.json".formatted(second),
            "runs.json");
    assertThat(Files.readString(unpacked.resolve("closing.csv")))
        .contains(
            "P3,PAID_TWICE,,MONEY,CLOSED_WITH_REASON,CONFIRMED,TWD,,128000,%d,%d,%d,false,,,,,finance"
                .formatted(first, first, first))
        .contains("P2<b>,UNCOLLECTED,,MONEY,CLOSED_WITH_REASON");
    assertThat(Files.readString(unpacked.resolve("closing.json"))).contains("written off");
    assertThat(Files.readString(unpacked.resolve("audit.csv"))).contains("INCIDENT_CLOSED");

    Files.writeString(unpacked.resolve("closing.csv"), "changed");
    assertThat(run(unpacked, "sha256sum", "-c", "--strict", "manifest.sha256")).isNotZero();
  }

  private byte[] pack() {
    HttpResponse<byte[]> answer = console.signedIn(Role.BPM).download(pack);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(value -> assertThat(value).contains(incident + "-closing-001.zip"));
    return answer.body();
  }

  private Path unpack(byte[] zip) throws IOException {
    Path target = shared.resolve("unpacked");
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = target.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
      }
    }
    return target.resolve(incident + "-closing-001");
  }

  private static int run(Path folder, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    try (InputStream out = process.getInputStream()) {
      String told = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(told).isTrue();
    }
    return process.exitValue();
  }

  /** As finance, on the run that was the last when the page was made; the page that follows. */
  private String close(String reason) {
    Browser browser = console.signedIn(Role.FINANCE);
    HttpResponse<String> answer =
        browser.post(
            "/incidents/close",
            Map.of("id", incident, "run", String.valueOf(second), "reason", reason),
            browser.csrf(page));
    assertThat(answer.statusCode()).isEqualTo(302);
    return browser.get(page).body();
  }

  private String get(Role role, String path) {
    var answer = console.signedIn(role).get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private static String words(String page) {
    return page.substring(page.indexOf("<main")).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }
}
