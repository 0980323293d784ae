package parcelrecon.report.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTimeTest {

  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "2022-04-15 10:30 Lin|2022-04-15T02:30:00Z|Lin",
        "2022/4/15 9:05:07, Ms Lin|2022-04-15T01:05:07Z|Ms Lin",
        "2022.04.15  10:30、林小姐|2022-04-15T02:30:00Z|林小姐",
        "2022-04-15T10:30:00+02:00|2022-04-15T08:30:00Z|''",
        "2022-04-15T02:30:00.000Z|2022-04-15T02:30:00Z|''"
      })
  void time_isUnderstood_asPeopleWriteIt(String text, Instant at, String by) {
    assertThat(AnswerTime.of(text, TAIPEI)).contains(new AnswerTime(at, by));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Lin",
        "10:30 Lin",
        "2022-04-15",
        "2022-04-15 Lin",
        "2022-02-30 10:30",
        "15/04/2022 1:00",
        "2022-04-15 25:00",
        "2022-04-15 10:30+99:00"
      })
  void time_isNotUnderstood_whenItIsNoFullTime(String text) {
    assertThat(AnswerTime.of(text, TAIPEI)).isEmpty();
  }

  @Test
  void time_isNotUnderstood_whenAClockChangeSkipsOrDoublesIt() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertThat(AnswerTime.of("2022-03-27 02:30", berlin)).isEmpty();
    assertThat(AnswerTime.of("2022-10-30 02:30", berlin)).isEmpty();
    assertThat(AnswerTime.of("2022-10-30 02:30+02:00", berlin)).isPresent();
  }
}
