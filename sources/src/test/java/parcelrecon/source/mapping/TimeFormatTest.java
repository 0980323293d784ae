package parcelrecon.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.model.Moment;

class TimeFormatTest {

  private static final Moment SHOWN = Moment.at(Instant.parse("2022-04-13T11:42:39Z"));
  private static final Moment DAY =
      new Moment(Instant.parse("2022-04-12T16:00:00Z"), Instant.parse("2022-04-13T16:00:00Z"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-04-13T19:42:39",
        "2022-04-13T19:42:39.000",
        "2022-04-13T11:42:39Z",
        "2022-04-13T19:42:39+08:00",
        "2022-04-13T19:42:39+0800",
        "2022-04-13T19:42:39+08",
        " 2022-04-13T06:42:39-05:00 "
      })
  void iso_isRead_withAndWithoutOffset(String text) {
    assertThat(taipei("").moment("paid_at", text)).isEqualTo(SHOWN);
    assertThat(taipei("ISO-8601").moment("paid_at", text)).isEqualTo(SHOWN);
  }

  @Test
  void iso_mayLackSeconds_andADateIsADay() {
    assertThat(taipei("").moment("paid_at", "2022-04-13T19:42"))
        .isEqualTo(Moment.at(SHOWN.start().minusSeconds(39)));
    assertThat(taipei("").moment("paid_at", "2022-04-13")).isEqualTo(DAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-02-30T10:00:00",
        "2022-04-13 19:42:39",
        "2022-04-13T24:00:00",
        "2022-04-13T19:42:60",
        "2022/04/13",
        "13.04.2022",
        "2022-04-13T19:42:39+08:00:00.5",
        "1649850159000",
        "soon"
      })
  void iso_isUnreadable_whenNotStrictlySo(String text) {
    assertThatThrownBy(() -> taipei("").moment("paid_at", text))
        .hasMessage(
            "paid_at \""
                + text
                + "\" is not a time, expected e.g. 2022-04-13T19:42:39+08:00 or 2022-04-13T19:42:39");
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy/MM/dd HH:mm:ss, 2022/04/13 19:42:39",
    "uuuu/M/d H:mm:ss, 2022/4/13 19:42:39",
    "yyyyMMddHHmmss, 20220413194239",
    "yyyyMMddHHmmssSSS, 20220413194239000",
    "dd-MMM-yy hh:mm:ss a, 13-Apr-22 07:42:39 PM",
    "'''yyyy''yyyy-MM-dd HH:mm:ssXXX', yyyy2022-04-13 20:42:39+09:00",
    "epoch-millis, 1649850159000",
    "epoch-seconds, 1649850159",
    "epoch-seconds, 1649850159.000"
  })
  void pattern_isRead_asTheYearItSays(String format, String text) {
    assertThat(taipei(format).moment("paid_at", text)).isEqualTo(SHOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy/MM/dd HH:mm:ss, 2022/02/30 10:00:00",
    "yyyy/MM/dd HH:mm:ss, 2022/4/13 19:42:39",
    "yyyy/MM/dd HH:mm:ss, 2022/04/13 24:00:00",
    "yyyy/MM/dd HH:mm:ss, 2022/04/13 19:42:39x",
    "yyyy/MM/dd HH:mm:ss, 2022/04/13",
    "yyyy-MM-dd, 2022-02-29",
    "epoch-millis, 2022-04-13"
  })
  void pattern_isStrict(String format, String text) {
    assertThatThrownBy(() -> taipei(format).moment("paid_at", text))
        .isInstanceOf(Unreadable.class)
        .hasMessageStartingWith("paid_at \"" + text + "\" is not a time, expected e.g. ");
  }

  @Test
  void datePattern_givesTheLocalDay() {
    assertThat(taipei("yyyy/MM/dd").moment("paid_at", "2022/04/13")).isEqualTo(DAY);
    assertThat(format("yyyyMMdd", "Europe/Berlin").moment("paid_at", "20220327"))
        .as("a day of 23 hours")
        .isEqualTo(
            new Moment(
                Instant.parse("2022-03-26T23:00:00Z"), Instant.parse("2022-03-27T22:00:00Z")));
  }

  @Test
  void localTime_isUnreadable_whenAClockChangeSkipsOrDoublesIt() {
    TimeFormat berlin = format("yyyy-MM-dd HH:mm:ss", "Europe/Berlin");

    assertThatThrownBy(() -> berlin.moment("paid_at", "2022-03-27 02:30:00"))
        .hasMessage(
            "paid_at \"2022-03-27T02:30\" does not exist in Europe/Berlin: a clock change skips it");
    assertThatThrownBy(() -> berlin.moment("paid_at", "2022-10-30 02:30:00"))
        .hasMessage(
            "paid_at \"2022-10-30T02:30\" happened twice in Europe/Berlin: a clock change doubles it");
    assertThat(format("", "Europe/Berlin").moment("paid_at", "2022-10-30T02:30:00+01:00"))
        .isEqualTo(Moment.at(Instant.parse("2022-10-30T01:30:00Z")));
    assertThatThrownBy(() -> format("", "Pacific/Apia").moment("paid_at", "2011-12-30"))
        .hasMessageContaining("does not exist in Pacific/Apia");
  }

  @Test
  void number_isEpochMillis_unlessTheFormatSaysSeconds() {
    assertThat(taipei("").moment("paid_at", 1649850159000L)).isEqualTo(SHOWN);
    assertThat(taipei("epoch-seconds").moment("paid_at", 1649850159)).isEqualTo(SHOWN);
    assertThat(taipei("").moment("paid_at", new BigDecimal("-0.5")))
        .isEqualTo(Moment.at(Instant.ofEpochSecond(0, -500_000)));
    assertThatThrownBy(() -> taipei("epoch-seconds").moment("paid_at", 1649850159000L))
        .hasMessage("paid_at \"1649850159000\" is outside the years 1 to 9999");
    assertThatThrownBy(() -> taipei("").moment("paid_at", new BigDecimal("1e50")))
        .hasMessageContaining("is outside the years 1 to 9999");
  }

  @Test
  void tableValue_isRead_whateverItsType() {
    LocalDateTime local = LocalDateTime.of(2022, 4, 13, 19, 42, 39);
    TimeFormat taipei = taipei("");

    assertThat(taipei.moment("paid_at", local)).isEqualTo(SHOWN);
    assertThat(taipei.moment("paid_at", SHOWN.start())).isEqualTo(SHOWN);
    assertThat(taipei.moment("paid_at", OffsetDateTime.parse("2022-04-13T11:42:39Z")))
        .isEqualTo(SHOWN);
    assertThat(taipei.moment("paid_at", ZonedDateTime.of(local, ZoneId.of("Asia/Taipei"))))
        .isEqualTo(SHOWN);
    assertThat(taipei.moment("paid_at", local.toLocalDate())).isEqualTo(DAY);
    assertThatThrownBy(() -> taipei.moment("paid_at", LocalTime.NOON))
        .hasMessage("paid_at \"12:00\" has no date");
    assertThatThrownBy(() -> taipei.moment("paid_at", LocalDate.of(10000, 1, 1)))
        .hasMessageContaining("is outside the years 1 to 9999");
  }

  @ParameterizedTest
  @CsvSource({
    "YYYY-MM-dd, Y is the year of a week",
    "yyyy-MM-dd hh:mm:ss, it gives no whole date or no whole time of day",
    "yyyy-MM, it gives no whole date or no whole time of day",
    "HH:mm, it gives no whole date or no whole time of day",
    "yyyy-MM-dd bb, Unknown pattern letter: b",
    "yyyy-MM-dd'T, Pattern ends with an incomplete string literal"
  })
  void pattern_isRefused_whenNoTimeCouldBeReadSo(String format, String reason) {
    assertThatThrownBy(() -> TimePattern.of(format))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(reason);
  }

  private static TimeFormat taipei(String format) {
    return format(format, "Asia/Taipei");
  }

  private static TimeFormat format(String format, String zone) {
    return new TimeFormat(TimePattern.of(format), ZoneId.of(zone), TimeFormat.Numbers.EPOCH);
  }
}
