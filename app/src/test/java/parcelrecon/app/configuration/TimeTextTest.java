package parcelrecon.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.app.configuration.TimeText.BadTime;

class TimeTextTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "2022-04-13T19:33, 2022-04-13T17:33:00Z",
    "2022-04-13T19:33:10.5, 2022-04-13T17:33:10.500Z",
    "2022-04-13T19:33+08:00, 2022-04-13T11:33:00Z",
    "2022-04-13T19:33Z, 2022-04-13T19:33:00Z",
    "2022-03-27T03:00, 2022-03-27T01:00:00Z",
    "2022-10-30T02:30+01:00, 2022-10-30T01:30:00Z",
    "2022-10-30T03:00, 2022-10-30T02:00:00Z",
  })
  void time_isAnInstant_whenItHasAnOffsetOrIsOnceInTheZone(String text, Instant instant)
      throws BadTime {
    assertThat(TimeText.parse(text, BERLIN)).isEqualTo(instant);
  }

  @Test
  void time_isRefused_whenAClockChangeDoublesIt() {
    assertThatThrownBy(() -> TimeText.parse("2022-10-30T02:30", BERLIN))
        .isInstanceOf(BadTime.class)
        .hasMessage(
            "2022-10-30T02:30 happened twice in Europe/Berlin, at offset +02:00 and at +01:00")
        .extracting("remedy")
        .isEqualTo("Write it with its offset, e.g. 2022-10-30T02:30+02:00");
  }

  @Test
  void time_isRefused_whenAClockChangeSkipsIt() {
    assertThatThrownBy(() -> TimeText.parse("2022-03-27T02:00", BERLIN))
        .isInstanceOf(BadTime.class)
        .hasMessageContaining("does not exist in Europe/Berlin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "19:33", "2022-04-13", "2022-02-30T10:00", "2022-04-13 19:33", "yesterday"})
  void time_isRefused_whenItIsNotIso(String text) {
    assertThatThrownBy(() -> TimeText.parse(text, BERLIN))
        .isInstanceOf(BadTime.class)
        .hasMessageContaining("is not a time, expected ISO-8601");
  }
}
