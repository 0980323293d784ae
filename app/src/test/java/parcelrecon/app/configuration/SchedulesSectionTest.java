package parcelrecon.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.schedule.Cron;
import parcelrecon.schedule.Schedule;
import parcelrecon.schedule.WindowSeries;

/** The list {@code schedules}. */
class SchedulesSectionTest {

  @TempDir Path folder;
  private SiteFolder site;

  @BeforeEach
  void site() {
    site = new SiteFolder(folder);
  }

  private static String schedules(String list) {
    return SiteFolder.SMALLEST + "schedules: " + list + "\n";
  }

  @Test
  void schedules_areWhatTheListSays_withTheSitesZoneAndLanguage() {
    assertThat(
            site.read(
                    schedules(
                        "[ { name: hourly, cron: \"0 * * * *\", window: 1h },"
                            + " { name: daily, cron: \"@daily\", zone: Europe/Berlin, window: 1d,"
                            + " title: Every day, settle: 6h, catch-up: 3d, language: zh-TW } ]"))
                .schedules())
        .isEqualTo(
            List.of(
                new Schedule(
                    "hourly",
                    "",
                    new WindowSeries(
                        Cron.parse("0 * * * *").orElseThrow(),
                        ZoneId.of("Asia/Taipei"),
                        Duration.ofHours(1)),
                    Duration.ofMinutes(15),
                    Duration.ofDays(1),
                    "en"),
                new Schedule(
                    "daily",
                    "Every day",
                    new WindowSeries(
                        Cron.parse("@daily").orElseThrow(),
                        ZoneId.of("Europe/Berlin"),
                        Duration.ofDays(1)),
                    Duration.ofHours(6),
                    Duration.ofDays(3),
                    "zh-TW")));
  }

  @Test
  void site_hasNone_withoutTheList() {
    assertThat(site.read(SiteFolder.SMALLEST).schedules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[ { cron: '0 * * * *', window: 1h } ] | name is missing",
        "[ { name: rechecks, cron: '0 * * * *', window: 1h } ] | is the name of what is told of re-checks",
        "[ { name: Hourly, cron: '0 * * * *', window: 1h } ] | is no name of a schedule",
        "[ { name: h, cron: '0 0 * * * *', window: 1h } ] | is no cron expression of five fields",
        "[ { name: h, cron: '0 25 * * *', window: 1h } ] | is no cron expression of five fields",
        "[ { name: h, cron: '0 0 30 2 *', window: 1h } ] | never comes",
        "[ { name: h, cron: '0 * * * *', window: 30s } ] | is less than 1m",
        "[ { name: h, cron: '0 * * * *' } ] | window is missing",
        "[ { name: h, cron: '0 * * * *', window: 1h, every: 1 } ] | unknown key schedules[1].every",
        "[ { name: h, cron: '0 * * * *', window: 1h }, { name: h, cron: '1 * * * *', window: 1h } ]"
            + " | names two schedules",
      })
  void schedules_areRefused_whenTheyCannotBeKept(String list, String told) {
    assertThat(site.problems(schedules(list))).singleElement().asString().contains(told);
  }
}
