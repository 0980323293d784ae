package parcelrecon.report.datafix.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.report.datafix.change.DatafixSettings.Dialect;

/** How values are written; that servers read them so is tested with real ones. */
class LiteralsTest {

  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
  private static final Instant TIME = Instant.parse("2022-04-13T11:42:39.123456Z");

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void literal_isPlain_whenTheValueIsAnEverydayOne(Dialect dialect) {
    Literals literals = new Literals(dialect, TAIPEI);
    assertThat(literals.of("OB-2022/04_13:7")).isEqualTo("'OB-2022/04_13:7'");
    assertThat(literals.of("PICKED UP")).isEqualTo("'PICKED UP'");
    assertThat(literals.of(-3L)).isEqualTo("-3");
    assertThat(literals.of(null)).isEqualTo("null");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "H2, U&'it\\0027s \\5305\\+01f600'",
        "POSTGRESQL, E'it\\u0027s \\u5305\\U0001f600'",
        "MARIADB, _utf8mb4 x'6974277320e58c85f09f9880'",
        "MYSQL, _utf8mb4 x'6974277320e58c85f09f9880'"
      })
  void text_isEscaped_whenItHoldsAnythingElse(Dialect dialect, String expected) {
    assertThat(new Literals(dialect, TAIPEI).of("it's 包😀")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b", "a--b", "a'b", "a\\b", "a/*b", "a\"b", "a`b", "$$", "a\nb", "é"})
  void literal_leavesNothingForWhoSplitsStatements(String text) {
    for (Dialect dialect : Dialect.values()) {
      String literal = new Literals(dialect, TAIPEI).of(text);
      assertThat(literal).matches("(U&|E|_utf8mb4 x)'[A-Za-z0-9\\\\+/]*'");
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "H2, timestamp with time zone '2022-04-13 19:42:39.123456+08:00'",
        "POSTGRESQL, timestamp with time zone '2022-04-13 19:42:39.123456+08:00'",
        "MARIADB, timestamp'2022-04-13 19:42:39.123456'",
        "MYSQL, timestamp'2022-04-13 19:42:39.123456'"
      })
  void instant_isToldInTheSitesZone(Dialect dialect, String expected) {
    assertThat(new Literals(dialect, TAIPEI).of(TIME)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "POSTGRESQL, Asia/Taipei, 'Asia/Taipei'",
        "POSTGRESQL, GMT+8, interval '+08:00' hour to minute",
        "POSTGRESQL, Z, interval '+00:00' hour to minute",
        "MARIADB, Asia/Taipei, '+08:00'",
        "MARIADB, Z, '+00:00'",
        "MYSQL, America/New_York, 'America/New_York'"
      })
  void zone_isToldAsTheServerKnowsIt(Dialect dialect, ZoneId zone, String expected) {
    assertThat(new Literals(dialect, zone).of(zone)).isEqualTo(expected);
  }

  @Test
  void time_keepsWhatTheDatabaseCanHold() {
    Instant nanos = Instant.parse("2022-04-13T11:42:39.123456789Z");
    assertThat(new Literals(Dialect.H2, TAIPEI).of(nanos)).contains("39.123456789+08:00");
    assertThat(new Literals(Dialect.POSTGRESQL, TAIPEI).of(nanos)).contains("39.123456+08:00");
    assertThat(new Literals(Dialect.MARIADB, TAIPEI).of(nanos)).contains("39.123456'");
  }
}
