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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.closing.Closings;
import parcelrecon.rule.MismatchClass;

/** An incident from its first run to its closing pack. */
class IncidentPagesTest {

  private static final String PAGE = "/incidents?id=2022-04-13";
  private static final String PACK = "/incidents/pack?id=2022-04-13";

  @TempDir private Path folder;
  private ConsoleUnderTest console;
  private long first;
  private long second;

  @BeforeEach
  void start() {
    console = new ConsoleUnderTest(folder);
    first =
        new SettledRun(console.database())
            .unpaid("P1", "S1", 10_000)
            .unpaid("P2<b>", "S1", 50_000)
            .paidTwice("P3", "S2", 128_000)
            .end(true);
    second =
        new SettledRun(console.database())
            .asOf("2022-04-19T04:00:00Z")
            .unpaid("P2<b>", "S1", 50_000)
            .unseen("P1")
            .unseen("P3")
            .end(true);
  }

  @AfterEach
  void stop() {
    console.close();
  }

  @Test
  void page_tellsWhatIsOpenByDay_forHowLong_andWhatBecameOfAll() {
    String page = get(Role.FINANCE, PAGE);
    assertThat(words(page))
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
    assertThat(page).contains("id=\"burn-chart\"", "data-n=\"1\"", "/assets/own/incident.js");
    assertThat(get(Role.OPS, "/")).contains("href=\"" + PAGE + "\"");
    assertThat(get(Role.OPS, "/runs/" + second)).contains("href=\"" + PAGE + "\"");
  }

  @Test
  void page_showsNoParcel_toWhoMayNotSeeOne_andNoFormToWhoMayNotClose() {
    assertThat(get(Role.ADMIN, PAGE)).doesNotContain("P2&lt;b&gt;", "/incidents/close");
    assertThat(get(Role.BPM, PAGE)).contains("P2&lt;b&gt;").doesNotContain("/incidents/close");
    assertThat(console.signedIn(Role.OPS).get("/incidents?id=another").statusCode()).isEqualTo(404);
    assertThat(console.signedIn(Role.OPS).get(PACK).statusCode()).as("not closed").isEqualTo(404);
  }

  @Test
  void page_speaksThreeLanguages_withNoWordOfTheSystems() {
    close("written off");
    for (String language : new String[] {"en", "zh-TW", "zh-CN"}) {
      Browser browser = console.signedIn(Role.FINANCE);
      browser.post("/language", Map.of("language", language), browser.csrf("/"));
      String shown = words(browser.get(PAGE).body());
      for (MismatchClass about : MismatchClass.values()) {
        assertThat(shown).doesNotContain(about.name());
      }
      assertThat(shown).doesNotContain("??", "incident.", "burnDown.", "HEALED", "CLOSED");
    }
  }

  @Test
  void closing_needsAReason_whileSomethingIsLeft_andIsTakenBack() {
    assertThat(words(close(""))).contains("please say why");
    assertThat(Closings.isClosed(console.database(), "2022-04-13")).isFalse();

    assertThat(words(close("written off <i>")))
        .contains("Closed by", "Reason : written off &lt;i&gt;", "Download the closing pack");
    assertThat(words(close("again"))).contains("closed already");
    assertThat(words(get(Role.ADMIN, "/"))).contains("Counters &lt;failing&gt; closed");

    long third =
        new SettledRun(console.database())
            .asOf("2022-04-20T04:00:00Z")
            .unpaid("P2<b>", "S1", 50_000)
            .end(true);
    String told = "Closed, but 2 mismatches are open in run " + third + ".";
    assertThat(words(get(Role.OPS, PAGE))).contains(told);
    assertThat(words(get(Role.OPS, "/"))).contains(told);

    Browser browser = console.signedIn(Role.OPS);
    browser.post(
        "/incidents/open", Map.of("id", "2022-04-13", "reason", "came back"), browser.csrf(PAGE));
    assertThat(words(get(Role.OPS, PAGE))).contains("Opened again by", "came back");
    assertThat(console.audit())
        .anyMatch(entry -> entry.contains("INCIDENT_CLOSED"))
        .anyMatch(entry -> entry.contains("INCIDENT_OPENED_AGAIN"));
  }

  @Test
  void closing_isRefused_whileARunIsInHand_andWhenAnotherHasEndedSince() {
    String csrf = console.signedIn(Role.FINANCE).csrf(PAGE);
    long inHand = new SettledRun(console.database()).begun();
    assertThat(words(close("enough"))).contains("is being worked on");
    new RunStore(console.database())
        .end(inHand, RunState.FAILED, 5, Instant.parse("2022-04-20T04:00:00Z"));
    new SettledRun(console.database()).asOf("2022-04-20T04:00:00Z").end(true);
    assertThat(words(close("enough"))).contains("another run has ended");
    assertThat(Closings.isClosed(console.database(), "2022-04-13")).isFalse();
    assertThat(csrf).isNotEmpty();
  }

  @Test
  void pack_isTheSameEachTime_andSha256sumFindsAllFilesAsTheyWere() throws Exception {
    close("written off");
    byte[] once = pack();
    new SettledRun(console.database()).asOf("2022-04-20T04:00:00Z").end(true);
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
            "coverage/run-00%d.json".formatted(first),
            "coverage/run-00%d.json".formatted(second),
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
    HttpResponse<byte[]> answer = console.signedIn(Role.BPM).download(PACK);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(value -> assertThat(value).contains("2022-04-13-closing-001.zip"));
    return answer.body();
  }

  private Path unpack(byte[] zip) throws IOException {
    Path target = folder.resolve("unpacked");
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = target.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
      }
    }
    return target.resolve("2022-04-13-closing-001");
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
            Map.of("id", "2022-04-13", "run", String.valueOf(second), "reason", reason),
            browser.csrf(PAGE));
    assertThat(answer.statusCode()).isEqualTo(302);
    return browser.get(PAGE).body();
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
