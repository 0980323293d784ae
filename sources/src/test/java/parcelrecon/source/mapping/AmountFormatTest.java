package parcelrecon.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.source.SourceSettings.AmountUnit;
import parcelrecon.source.SourceSettings.Amounts;
import parcelrecon.source.SourceSettings.Negative;

class AmountFormatTest {

  private static final AmountFormat MAJOR = new AmountFormat(Amounts.STANDARD);
  private static final AmountFormat MINOR =
      new AmountFormat(
          new Amounts(
              AmountUnit.MINOR, '.', Optional.empty(), Optional.empty(), Negative.REJECTED));
  private static final AmountFormat GERMAN =
      new AmountFormat(
          new Amounts(
              AmountUnit.MAJOR, ',', Optional.of('.'), Optional.of("EUR"), Negative.REJECTED));
  private static final AmountFormat DOLLARS =
      new AmountFormat(
          new Amounts(
              AmountUnit.MAJOR, '.', Optional.of(','), Optional.of("NT$"), Negative.REJECTED));

  @ParameterizedTest
  @CsvSource({"4212.00, 421200", "4212, 421200", "0, 0", "0.5, 50", "007.10, 710", "' 12 ', 1200"})
  void text_isMinorUnits_whenItIsADecimal(String text, long minor) {
    assertThat(MAJOR.minor("amount", text, 2)).isEqualTo(minor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12,50", "1,250", "12.", ".5", "+5", "5e3", "NT$5", "１２", "12 50", "--5"})
  void text_isUnreadable_whenItIsNoDecimal(String text) {
    assertUnreadable(
        MAJOR, text, 2, "amount \"" + text + "\" is not a decimal, expected e.g. 12.50");
  }

  @Test
  void text_isUnreadable_whenItHasMoreDecimalsThanItsCurrency() {
    assertUnreadable(
        MAJOR,
        "12.505",
        2,
        "amount \"12.505\" has more decimals than its currency, expected e.g. 12.50");
    assertUnreadable(
        MAJOR,
        "12.500",
        2,
        "amount \"12.500\" has more decimals than its currency, expected e.g. 12.50");
    assertUnreadable(
        MAJOR, "12.0", 0, "amount \"12.0\" has more decimals than its currency, expected e.g. 12");
    assertUnreadable(
        MINOR,
        "12.0",
        2,
        "amount \"12.0\" is not a whole number of minor units, expected e.g. 1250");
    assertThat(MAJOR.minor("amount", "12.505", 3)).isEqualTo(12505);
  }

  @Test
  void text_isUnreadable_whenItIsNegativeOrTooLarge() {
    assertUnreadable(MAJOR, "-5", 2, "amount \"-5\" is negative, expected 0 or more");
    assertUnreadable(DOLLARS, "NT$-5", 2, "amount \"NT$-5\" is negative, expected 0 or more");
    assertUnreadable(DOLLARS, "-NT$5", 2, "amount \"-NT$5\" is negative, expected 0 or more");
    assertThat(MAJOR.minor("amount", "9999999999999.99", 2)).isEqualTo(AmountFormat.MINOR_MAX);
    assertUnreadable(
        MAJOR,
        "10000000000000.00",
        2,
        "amount \"10000000000000.00\" is too large, expected at most 15 digits");
    assertUnreadable(
        MINOR,
        "9".repeat(40),
        2,
        "amount \"" + "9".repeat(40) + "\" is too large, expected at most 15 digits");
  }

  @ParameterizedTest
  @CsvSource({"-480, -48000", "480-, -48000", "(480), -48000", "(480.50), -48050", "-0, 0"})
  void text_isNegative_howeverThatIsWritten(String text, long minor) {
    AmountFormat refunds =
        new AmountFormat(
            new Amounts(
                AmountUnit.MAJOR, '.', Optional.of(','), Optional.of("NT$"), Negative.REFUND));

    assertThat(refunds.minor("amount", text, 2)).isEqualTo(minor);
    assertThat(refunds.minor("amount", "(NT$1,480)", 2)).isEqualTo(-148000);
    assertThat(refunds.minor("amount", "NT$1,480-", 2)).isEqualTo(-148000);
    assertThat(refunds.minor("amount", -480, 2)).isEqualTo(-48000);
    if (minor < 0) {
      assertUnreadable(MAJOR, text, 2, "amount \"" + text + "\" is negative, expected 0 or more");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-480-", "(-480)", "(480-)", "()", "(480", "480)", "((480))", "-(480)"})
  void text_isUnreadable_whenItIsNegativeTwice(String text) {
    assertUnreadable(
        MAJOR, text, 2, "amount \"" + text + "\" is not a decimal, expected e.g. 12.50");
  }

  @Test
  void text_isGrouped_whenASeparatorIsSet() {
    assertThat(GERMAN.minor("amount", "1.234.567,89", 2)).isEqualTo(123456789);
    assertThat(GERMAN.minor("amount", "EUR 1234,5", 2)).isEqualTo(123450);
    assertThat(DOLLARS.minor("amount", "NT$4,212", 2)).isEqualTo(421200);
    assertUnreadable(GERMAN, "12.50", 2, "amount \"12.50\" is not a decimal, expected e.g. 12,50");
    assertUnreadable(
        GERMAN, "1.23.456", 2, "amount \"1.23.456\" is not a decimal, expected e.g. 12,50");
  }

  @Test
  void number_countsByItsValue() {
    assertThat(MAJOR.minor("amount", new BigDecimal("12.5000"), 2)).isEqualTo(1250);
    assertThat(MAJOR.minor("amount", 12.1, 2)).isEqualTo(1210);
    assertThat(MAJOR.minor("amount", 12, 0)).isEqualTo(12);
    assertThat(MINOR.minor("amount", 1250L, 2)).isEqualTo(1250);
    assertUnreadable(
        MAJOR,
        12.505,
        2,
        "amount \"12.505\" has more decimals than its currency, expected e.g. 12.50");
    assertUnreadable(MAJOR, -1, 2, "amount \"-1\" is negative, expected 0 or more");
    assertUnreadable(MAJOR, Double.NaN, 2, "amount \"NaN\" is not a number");
    assertUnreadable(
        MAJOR, new BigDecimal("1e1000000000"), 2, "amount \"1E+1000000000\" has too many digits");
    assertUnreadable(
        MAJOR,
        BigInteger.TEN.pow(18),
        2,
        "amount \"1000000000000000000\" is too large, expected at most 15 digits");
  }

  private static void assertUnreadable(
      AmountFormat format, Object value, int decimals, String reason) {
    assertThatThrownBy(() -> format.minor("amount", value, decimals))
        .isInstanceOf(Unreadable.class)
        .hasMessage(reason);
  }
}
