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
import parcelrecon.source.SourceSettings.Calendar;
import parcelrecon.source.SourceSettings.Times;

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
    assertThatThrownBy(() -> TimePattern.of(new Times(format, Calendar.ISO)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(reason);
  }

  @Test
  void number_isReadByThePattern_whenTheSourceWritesTimesSo() {
    TimeFormat days = written("yyyyMMdd", Calendar.ISO);
    assertThat(days.moment("paid_at", 20220413)).isEqualTo(DAY);
    assertThat(days.moment("paid_at", new BigDecimal("20220413.0"))).isEqualTo(DAY);
    assertThatThrownBy(() -> days.moment("paid_at", 1649850159000L))
        .hasMessage("paid_at \"1649850159000\" is not a time, expected e.g. 20220413");
    assertThat(written("epoch-millis", Calendar.ISO).moment("paid_at", 1649850159000L))
        .isEqualTo(SHOWN);
    assertThatThrownBy(() -> written("", Calendar.ISO).moment("paid_at", 44664.8))
        .hasMessageStartingWith("paid_at \"44664.8\" is not a time, expected e.g. 2022-04-13T");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "yyy/MM/dd, 111/04/13, 2022-04-13",
        "yyy/MM/dd, 099/12/31, 2010-12-31",
        "yyy/MM/dd, 113/02/29, 2024-02-29",
        "y/MM/dd, 99/12/31, 2010-12-31",
        "y/MM/dd, 111/04/13, 2022-04-13",
        "y/M/d, 1/1/1, 1912-01-01",
        "yyyMMdd, 1110413, 2022-04-13",
        "yyyMMdd, 0990413, 2010-04-13",
        "yMMdd, 990413, 2010-04-13",
        "yMMdd, 1110413, 2022-04-13",
        "'民國'yyy'年'MM'月'dd'日', 民國111年04月13日, 2022-04-13",
      })
  void day_isOfMinguo_whenTheCalendarIs(String format, String text, String day) {
    Moment moment = written(format, Calendar.MINGUO).moment("paid_at", text);

    assertThat(moment.isDay()).isTrue();
    assertThat(moment.start())
        .isEqualTo(LocalDate.parse(day).atStartOfDay(ZoneId.of("Asia/Taipei")).toInstant());
  }

  @Test
  void time_isOfMinguo_whenTheCalendarIs() {
    TimeFormat minguo = written("yyy/MM/dd HH:mm:ss", Calendar.MINGUO);
    assertThat(minguo.moment("paid_at", "111/04/13 19:42:39")).isEqualTo(SHOWN);
    assertThat(minguo.moment("paid_at", LocalDate.parse("2022-04-13"))).isEqualTo(DAY);
    assertThat(written("yyyMMdd", Calendar.MINGUO).moment("paid_at", 1110413)).isEqualTo(DAY);
  }

  @ParameterizedTest
  @CsvSource({
    "yyy/MM/dd, 111/02/30, 111/04/13",
    "yyy/MM/dd, 112/02/29, 111/04/13",
    "yyy/MM/dd, 2022/04/13, 111/04/13",
    "yyy/MM/dd, 99/04/13, 111/04/13",
    "yyy/MM/dd, -11/04/13, 111/04/13",
    "y/MM/dd, 2022/04/13, 111/04/13",
    "yyyMMdd, 20220413, 1110413",
    "yMMdd, 20220413, 1110413",
    "yyyMMdd, 1110230, 1110413",
    "yyy/MM/dd HH:mm, 111/04/13 24:01, 111/04/13 19:42",
  })
  void time_isUnreadable_whenItIsNoneOfMinguo(String format, String text, String example) {
    assertThatThrownBy(() -> written(format, Calendar.MINGUO).moment("paid_at", text))
        .hasMessage("paid_at \"" + text + "\" is not a time, expected e.g. " + example);
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy/MM/dd, a year of Minguo is yyy",
    "yy/MM/dd, a year of Minguo is yyy",
    "uuu/MM/dd, a year of Minguo is yyy",
    "Gyyy/MM/dd, a year of Minguo is yyy",
    "MM/dd, a year of Minguo is yyy",
    "yyy/MM/dd yyy, a year of Minguo is yyy",
    "yyy/MM, it gives no whole date",
    "iso-8601, calendar: minguo needs a pattern",
    "epoch-millis, calendar: minguo needs a pattern",
  })
  void pattern_isRefused_whenItIsNoneOfMinguo(String format, String reason) {
    assertThatThrownBy(() -> TimePattern.of(new Times(format, Calendar.MINGUO)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(reason);
  }

  private static TimeFormat written(String format, Calendar calendar) {
    return new TimeFormat(
        TimePattern.of(new Times(format, calendar)),
        ZoneId.of("Asia/Taipei"),
        TimeFormat.Numbers.WRITTEN);
  }

  private static TimeFormat taipei(String format) {
    return format(format, "Asia/Taipei");
  }

  private static TimeFormat format(String format, String zone) {
    return new TimeFormat(
        TimePattern.of(new Times(format, Calendar.ISO)), ZoneId.of(zone), TimeFormat.Numbers.EPOCH);
  }
}
