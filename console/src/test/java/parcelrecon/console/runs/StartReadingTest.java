package parcelrecon.console.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.ShopSite;
import parcelrecon.console.page.PageTexts;
import parcelrecon.job.ReconcileRequest;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;

/** Local times of a zone whose clocks change; everything wrong is told at once. */
class StartReadingTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2022-11-20T10:00:00.123456Z");
  private static final Texts ENGLISH = new PageTexts().in(java.util.Locale.ENGLISH);

  @TempDir Path folder;

  private StartReading read(StartForm form) {
    ShopSite site = new ShopSite(folder, BERLIN);
    try (ResultsDatabase database =
        ResultsDatabase.open(
            new ResultsSettings(
                "jdbc:h2:file:" + folder.resolve("results"), Optional.empty(), Optional.empty()))) {
      StartReading reading =
          new StartReading(form, site, new StartIncidents(site, database), ENGLISH);
      request = reading.read(NOW);
      return reading;
    }
  }

  private Optional<ReconcileRequest> request = Optional.empty();

  private static StartForm window(String from, String to, String compareDays) {
    return new StartForm("", "a", "", from, to, compareDays, "en", "1");
  }

  @Test
  void window_isInTheSitesZone() {
    assertThat(read(window("2022-11-07T09:00", "2022-11-07T10:30:15", "")).problems()).isEmpty();
    assertThat(request.orElseThrow().incident().window().from())
        .isEqualTo(Instant.parse("2022-11-07T08:00:00Z"));
    assertThat(request.orElseThrow().incident().window().to())
        .isEqualTo(Instant.parse("2022-11-07T09:30:15Z"));
    assertThat(request.orElseThrow().asOf()).isEqualTo(Instant.parse("2022-11-20T10:00:00.123Z"));
    assertThat(request.orElseThrow().control()).isEmpty();
  }

  @Test
  void timeThatClocksSkipped_isRefused() {
    assertThat(read(window("2022-03-27T02:30", "2022-03-27T05:00", "")).problems())
        .containsOnlyKeys("from")
        .extractingByKey("from")
        .asString()
        .startsWith("2022-03-27 02:30 does not exist in Europe/Berlin");
    assertThat(request).isEmpty();
  }

  @Test
  void timeThatHappenedTwice_isRefused() {
    assertThat(read(window("2022-10-30T01:00", "2022-10-30T02:30", "")).problems())
        .containsOnlyKeys("to")
        .extractingByKey("to")
        .asString()
        .startsWith("2022-10-30 02:30 happened twice in Europe/Berlin");
  }

  @Test
  void everythingWrong_isToldAtOnce() {
    StartForm form = new StartForm("", "", "a\nb", "yesterday", "", "3", "fr", "1001");
    assertThat(read(form).problems())
        .containsOnlyKeys("id", "title", "from", "to", "language", "callers");
    assertThat(read(new StartForm("file:../../etc", "", "", "", "", "", "en", "1")).problems())
        .containsOnlyKeys("incident");
  }

  @Test
  void comparedTime_isTheSameHoursDaysBefore_overAClockChange() {
    assertThat(read(window("2022-10-31T09:00", "2022-10-31T10:00", "1")).problems()).isEmpty();
    assertThat(request.orElseThrow().control().orElseThrow().window().from())
        .isEqualTo(Instant.parse("2022-10-30T08:00:00Z"));
    assertThat(read(window("2022-10-31T09:00", "2022-10-31T10:00", "7")).problems()).isEmpty();
    assertThat(request.orElseThrow().control().orElseThrow().window().from())
        .isEqualTo(Instant.parse("2022-10-24T07:00:00Z"));
  }

  @Test
  void comparedTime_isRefused_whenItReachesIntoTheWindow_orMeansNoOneTime() {
    assertThat(read(window("2022-11-05T09:00", "2022-11-07T09:00", "1")).problems())
        .containsOnlyKeys("compareDays");
    assertThat(read(window("2022-10-31T02:30", "2022-10-31T03:30", "1")).problems())
        .containsOnlyKeys("compareDays");
    assertThat(read(window("2022-10-31T09:00", "2022-10-31T10:00", "5")).problems())
        .containsOnlyKeys("compareDays");
  }
}
