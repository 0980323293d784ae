package parcelrecon.source.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.apache.poi.ss.usermodel.DateUtil;
import parcelrecon.source.mapping.UnreadableValue;

/**
 * What cells mean: numbers exactly as a spreadsheet program shows them, dates as dates. Values of
 * formulas are those the workbook was saved with.
 */
final class CellValues {

  /** A workbook's numbers are binary fractions, of which only so many digits are shown. */
  private static final MathContext SHOWN = new MathContext(15);

  /** From here on a number may have lost digits. */
  private static final BigDecimal DIGITS_LOST_FROM = BigDecimal.TEN.pow(SHOWN.getPrecision());

  private static final int NUMBER_CHARACTERS_MAX = 100;

  /** 10000-01-01 in the system of 1900. */
  private static final BigDecimal DAYS_END = BigDecimal.valueOf(2_958_466);

  private final SharedTexts texts;
  private final StylesHandler styles;
  private final boolean from1904;

  CellValues(SharedTexts texts, StylesHandler styles, boolean from1904) {
    this.texts = texts;
    this.styles = styles;
    this.from1904 = from1904;
  }

  /**
   * @param type as the cell names it; null is a number
   * @param text null when the cell has no value
   * @return as {@link parcelrecon.source.mapping.RawRow#value}; null for an empty cell
   */
  Object value(String type, int style, String text, boolean isFormula) throws IOException {
    if (text == null) {
      return isFormula
          ? new UnreadableValue("", "is a formula saved without its value, expected a value")
          : null;
    }
    if (CellText.isTooLong(text)) {
      return tooLong(text);
    }
    return switch (type == null ? "n" : type) {
      case "n" -> number(text.strip(), styles.format(style));
      case "s" -> shared(text.strip());
      case "str", "inlineStr" -> CellText.unescaped(text);
      case "b" -> PartHandler.isTrue(text.strip());
      case "d" -> isoDate(text.strip());
      case "e" -> new UnreadableValue(text, "is an error of the workbook, expected a value");
      default -> new UnreadableValue(text, "is of an unknown type (" + type + ")");
    };
  }

  private Object shared(String index) throws IOException {
    try {
      String text = texts.get(Integer.parseInt(index));
      if (text != null) {
        return CellText.isTooLong(text) ? tooLong(text) : CellText.unescaped(text);
      }
    } catch (NumberFormatException e) {
      // told below, as one that is not there
    }
    return new UnreadableValue(index, "is a shared text that the workbook does not hold");
  }

  private static UnreadableValue tooLong(String text) {
    return new UnreadableValue(
        text, "is too long, expected at most " + CellText.CHARACTERS_MAX + " characters");
  }

  private Object number(String text, NumberFormat format) {
    if (text.isEmpty()) {
      return null;
    }
    BigDecimal number;
    try {
      number = text.length() > NUMBER_CHARACTERS_MAX ? null : new BigDecimal(text).round(SHOWN);
    } catch (NumberFormatException e) {
      number = null;
    }
    if (number == null) {
      return new UnreadableValue(text, "is not a number");
    }
    return switch (format.kind()) {
      case NUMBER -> asShown(text, number, format.digits());
      case DATE -> date(text, number, false);
      case TIME -> date(text, number, true);
    };
  }

  /** A number shown with leading zeros is an id: without them it would be another. */
  private static Object asShown(String text, BigDecimal number, int digits) {
    if (number.abs().compareTo(DIGITS_LOST_FROM) >= 0) {
      return new UnreadableValue(
          text,
          "is a number of more than "
              + SHOWN.getPrecision()
              + " digits, of which a workbook keeps no more; expected a text");
    }
    BigDecimal shown = number.stripTrailingZeros();
    shown = shown.setScale(Math.max(0, shown.scale()));
    boolean isPadded = shown.signum() >= 0 && shown.scale() == 0 && shown.precision() < digits;
    return isPadded ? "0".repeat(digits - shown.precision()) + shown : shown;
  }

  private Object date(String text, BigDecimal number, boolean showsTime) {
    if (number.signum() < 0 || number.compareTo(DAYS_END) >= 0) {
      return new UnreadableValue(text, "is not a date of a workbook");
    }
    LocalDateTime time = DateUtil.getLocalDateTime(number.doubleValue(), from1904, false);
    if (number.compareTo(BigDecimal.ONE) < 0) {
      return time.toLocalTime();
    }
    boolean isDay = !showsTime && time.toLocalTime().equals(LocalTime.MIDNIGHT);
    return isDay ? time.toLocalDate() : time;
  }

  private static Object isoDate(String text) {
    try {
      return text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return new UnreadableValue(text, "is not a date");
    }
  }
}
