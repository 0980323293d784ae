package parcelrecon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.model.Window;

class WindowSeriesTest {

  private static WindowSeries series(String cron, String zone, String length) {
    return new WindowSeries(
        Cron.parse(cron).orElseThrow(), ZoneId.of(zone), Duration.parse(length));
  }

  private static List<Window> between(WindowSeries series, String from, String to) {
    List<Window> windows = new ArrayList<>();
    Instant end = Instant.parse(to);
    for (Window next = series.after(Instant.parse(from)).orElseThrow();
        !next.to().isAfter(end);
        next = series.after(next.to()).orElseThrow()) {
      windows.add(next);
    }
    return windows;
  }

  private static List<String> text(List<Window> windows) {
    return windows.stream().map(window -> window.from() + "/" + window.to()).toList();
  }

  @Test
  void windows_endWhereTheExpressionSays() {
    WindowSeries hourly = series("0 * * * *", "Asia/Taipei", "PT1H");
    assertThat(text(between(hourly, "2022-04-13T11:00:00Z", "2022-04-13T13:00:00Z")))
        .containsExactly(
            "2022-04-13T11:00:00Z/2022-04-13T12:00:00Z",
            "2022-04-13T12:00:00Z/2022-04-13T13:00:00Z");
  }

  @Test
  void hourThatTheClockHasTwice_isOneWindowOfTwoHours() {
    WindowSeries hourly = series("0 * * * *", "Europe/Berlin", "PT1H");
    assertThat(text(between(hourly, "2026-10-24T23:00:00Z", "2026-10-25T02:00:00Z")))
        .containsExactly(
            "2026-10-24T23:00:00Z/2026-10-25T00:00:00Z",
            "2026-10-25T00:00:00Z/2026-10-25T02:00:00Z");
  }

  @Test
  void hourThatTheClockLeavesOut_isNoWindow() {
    WindowSeries hourly = series("0 * * * *", "Europe/Berlin", "PT1H");
    assertThat(text(between(hourly, "2026-03-28T23:30:00Z", "2026-03-29T02:00:00Z")))
        .containsExactly(
            "2026-03-28T23:00:00Z/2026-03-29T00:00:00Z",
            "2026-03-29T00:00:00Z/2026-03-29T01:00:00Z",
            "2026-03-29T01:00:00Z/2026-03-29T02:00:00Z");
  }

  @Test
  void dayThatBeginsAtATimeLeftOut_beginsWithTheChange() {
    WindowSeries daily = series("30 2 * * *", "Europe/Berlin", "PT24H");
    assertThat(text(between(daily, "2026-03-28T02:00:00Z", "2026-03-30T00:30:00Z")))
        .containsExactly(
            "2026-03-28T01:30:00Z/2026-03-29T01:00:00Z",
            "2026-03-29T01:00:00Z/2026-03-30T00:30:00Z");
  }

  /** Two years with the changes of each zone; in 2011 Apia left out a day, in 2018 others. */
  @ParameterizedTest
  @CsvSource({
    "Asia/Taipei, 2021-06-01T00:00:00Z",
    "Europe/Berlin, 2026-01-01T00:07:00Z",
    "America/New_York, 2026-01-01T00:00:00Z",
    "Australia/Lord_Howe, 2026-01-01T00:00:00Z",
    "America/Sao_Paulo, 2018-01-01T00:00:00Z",
    "Pacific/Apia, 2011-06-01T00:00:00Z",
    "Africa/Casablanca, 2026-01-01T00:00:00Z",
    "Antarctica/Troll, 2026-01-01T00:00:00Z",
  })
  void windowsThatFollowEachOtherOnTheClock_leaveNoInstantOut_andHaveNoneTwice(
      String zone, Instant begin) {
    String[][] kinds = {
      {"0 * * * *", "PT1H"},
      {"*/15 * * * *", "PT15M"},
      {"0 0 * * *", "PT24H"},
      {"30 2 * * *", "PT24H"},
      {"0 6 * * MON", "PT168H"}
    };
    for (String[] kind : kinds) {
      WindowSeries series = series(kind[0], zone, kind[1]);
      Window last = series.after(begin).orElseThrow();
      Instant end = begin.plus(Duration.ofDays(731));
      while (last.to().isBefore(end)) {
        Window next = series.after(last.to()).orElseThrow();
        assertThat(next.from()).as("%s %s after %s", zone, kind[0], last).isEqualTo(last.to());
        assertThat(next.to()).isAfter(next.from());
        last = next;
      }
    }
  }

  @Test
  void expressionThatNeverFits_hasNoWindow() {
    WindowSeries never = series("0 0 30 2 *", "Asia/Taipei", "PT1H");
    assertThat(never.after(Instant.parse("2022-04-13T11:00:00Z"))).isEmpty();
  }
}
