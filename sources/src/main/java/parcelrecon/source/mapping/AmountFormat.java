package parcelrecon.source.mapping;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parcelrecon.source.SourceSettings.AmountUnit;
import parcelrecon.source.SourceSettings.Amounts;
import parcelrecon.source.SourceSettings.Negative;

/**
 * How a source writes amounts. Reads them into minor units exactly, or not at all: nothing is ever
 * rounded.
 *
 * <p>A minus stands before or behind the number, or brackets around it: -480, 480-, (480).
 *
 * <p>A text may have no more decimals than its currency, even if they are 0; a number (of a table
 * or of JSON) counts by its value, since there the trailing zeros are the column's.
 */
final class AmountFormat {

  /** Fifteen digits are what a spreadsheet cell keeps; sums of many still fit a long. */
  static final long MINOR_MAX = 999_999_999_999_999L;

  /** More than any currency has. */
  private static final int DECIMALS_MAX = 9;

  private final Amounts amounts;
  private final Pattern pattern;

  AmountFormat(Amounts amounts) {
    this.amounts = amounts;
    String whole =
        amounts
            .groupingSeparator()
            .map(group -> "[0-9]{1,3}(?:" + literal(group) + "[0-9]{3})+|[0-9]+")
            .orElse("[0-9]+");
    String sign =
        amounts.currencySign().map(text -> "(?:" + Pattern.quote(text) + " ?)?").orElse("");
    this.pattern =
        Pattern.compile(
            "(-?)"
                + sign
                + "(-?)("
                + whole
                + ")(?:"
                + literal(amounts.decimalSeparator())
                + "([0-9]+))?(-?)");
  }

  /** What a negative amount is. */
  Negative negative() {
    return amounts.negative();
  }

  /** As it is written, in whatever unit, with its sign and whatever decimals. */
  BigDecimal written(String column, Object value) {
    return value instanceof Number number
        ? Cell.decimal(column, number)
        : written(column, Cell.textOf(column, value).strip(), DECIMALS_MAX);
  }

  /**
   * Negative only where the site says what that means.
   *
   * @param decimals of the currency's major unit
   */
  long minor(String column, Object value, int decimals) {
    BigDecimal amount =
        value instanceof Number number
            ? Cell.decimal(column, number)
            : written(
                column,
                Cell.textOf(column, value).strip(),
                amounts.unit() == AmountUnit.MINOR ? 0 : decimals);
    if (amount.signum() < 0 && amounts.negative() == Negative.REJECTED) {
      throw Unreadable.value(column, value, "is negative, expected 0 or more");
    }
    BigDecimal minor =
        amounts.unit() == AmountUnit.MINOR ? amount : amount.movePointRight(decimals);
    if (minor.stripTrailingZeros().scale() > 0) {
      throw tooManyDecimals(column, value, decimals);
    }
    if (minor.abs().compareTo(BigDecimal.valueOf(MINOR_MAX)) > 0) {
      throw Unreadable.value(column, value, "is too large, expected at most 15 digits");
    }
    return minor.longValueExact();
  }

  /** An amount of 0 or more as a text that is read as it, without signs and groups. */
  String written(long minor, int decimals) {
    return amounts.unit() == AmountUnit.MINOR
        ? Long.toString(minor)
        : BigDecimal.valueOf(minor, decimals)
            .toPlainString()
            .replace('.', amounts.decimalSeparator());
  }

  private BigDecimal written(String column, String text, int decimals) {
    boolean isBracketed = text.length() > 2 && text.startsWith("(") && text.endsWith(")");
    Matcher matcher = pattern.matcher(isBracketed ? text.substring(1, text.length() - 1) : text);
    long minuses =
        matcher.matches()
            ? Stream.of(1, 2, 5).filter(sign -> !matcher.group(sign).isEmpty()).count()
            : 0;
    if (!matcher.matches() || minuses + (isBracketed ? 1 : 0) > 1) {
      throw Unreadable.value(column, text, "is not a decimal, expected e.g. " + example(decimals));
    }
    String fraction = Optional.ofNullable(matcher.group(4)).orElse("");
    if (fraction.length() > decimals) {
      throw tooManyDecimals(column, text, decimals);
    }
    String whole = matcher.group(3);
    if (amounts.groupingSeparator().isPresent()) {
      whole = whole.replace(String.valueOf(amounts.groupingSeparator().get()), "");
    }
    if (whole.length() > 18) {
      throw Unreadable.value(column, text, "is too large, expected at most 15 digits");
    }
    BigDecimal amount = new BigDecimal(fraction.isEmpty() ? whole : whole + "." + fraction);
    return minuses == 0 && !isBracketed ? amount : amount.negate();
  }

  private Unreadable tooManyDecimals(String column, Object value, int decimals) {
    return Unreadable.value(
        column,
        value,
        amounts.unit() == AmountUnit.MINOR
            ? "is not a whole number of minor units, expected e.g. 1250"
            : "has more decimals than its currency, expected e.g. " + example(decimals));
  }

  private String example(int decimals) {
    if (amounts.unit() == AmountUnit.MINOR) {
      return "1250";
    }
    return decimals == 0
        ? "12"
        : "12" + amounts.decimalSeparator() + "5" + "0".repeat(decimals - 1);
  }

  private static String literal(char separator) {
    return Pattern.quote(String.valueOf(separator));
  }
}
