package parcelrecon.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PageTimesTest {

  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

  @Test
  void span_namesADayOnce_andSecondsWhereThereAre() {
    assertThat(span("2022-04-13T11:00:00Z", "2022-04-13T12:00:00Z"))
        .isEqualTo("2022-04-13 19:00 – 20:00");
    assertThat(span("2022-04-13T15:00:00Z", "2022-04-13T16:00:00Z"))
        .isEqualTo("2022-04-13 23:00 – 2022-04-14 00:00");
    assertThat(span("2022-04-13T10:59:30Z", "2022-04-13T11:01:00Z"))
        .isEqualTo("2022-04-13 18:59:30 – 19:01:00");
  }

  private static String span(String from, String to) {
    return new PageTimes().span(Instant.parse(from), Instant.parse(to), TAIPEI);
  }
}
