package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;

/** Pages of a run whose findings were removed. */
class RemovedRunTest {

  @TempDir private static Path folder;
  private static ConsoleUnderTest console;
  private static long removed;
  private static long stays;

  @BeforeAll
  static void start() {
    console = new ConsoleUnderTest(folder);
    removed =
        new SettledRun(console.database())
            .unpaid("P1", "S1", 5_000)
            .unpaid("P2", "S1", 5_000)
            .end(true);
    stays = new SettledRun(console.database()).unpaid("P1", "S1", 5_000).end(true);
    console.signedIn(Role.OPS).get("/");
    console
        .database()
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update run set removed_at = '2023-05-20T04:00:00Z' where run = " + removed));
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  @Test
  void runsPage_tellsWhatItCounted_inEveryLanguage() {
    Browser ops = console.signedIn(Role.OPS);
    for (String language : new String[] {"en", "zh-TW", "zh-CN"}) {
      ops.post("/language", Map.of("language", language), ops.csrf("/"));
      var page = ops.get("/runs/" + removed);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("id=\"removed\"", "2023-05-20 12:00", "<span class=\"figure\">2</span>")
          .doesNotContain("??", "/parcels?", "/calls\"", "/diff?");
    }
    assertThat(ops.get("/").body()).contains("/runs/" + removed, "/runs/" + stays);
  }

  @Test
  void pagesBelowIt_areGone_forWhoeverMaySeeThem() {
    for (String path :
        new String[] {
          "parcels", "parcel?id=P1", "calls", "packages", "diff", "files", "files/RUN"
        }) {
      var answer = console.signedIn(Role.FINANCE).get("/runs/" + removed + "/" + path);
      assertThat(answer.statusCode()).as(path).isIn(403, 410);
      if (answer.statusCode() == 410) {
        assertThat(answer.body())
            .contains("What run " + removed + " found was removed")
            .contains("href=\"/runs/" + removed + "\"");
      }
    }
    assertThat(console.signedIn(Role.FINANCE).get("/runs/" + removed + "/parcels").statusCode())
        .isEqualTo(410);
    assertThat(console.browser().get("/runs/" + removed + "/parcels").statusCode()).isEqualTo(302);
  }

  @Test
  void diff_offersNoneThatWasRemoved() {
    Browser bpm = console.signedIn(Role.BPM);
    assertThat(bpm.get("/runs/" + stays).body()).doesNotContain("/diff?before=");
    assertThat(bpm.get("/runs/" + stays + "/diff?before=" + removed).statusCode()).isEqualTo(404);
  }

  @Test
  void metrics_countTheLatestThatIsThere() {
    assertThat(console.signedIn(Role.OPS).get("/metrics").body())
        .contains("parcelrecon_runs{state=\"complete\"} 2.0");
  }
}
