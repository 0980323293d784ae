package parcelrecon.report.workbook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import parcelrecon.model.Currencies;
import parcelrecon.report.text.CellText;
import parcelrecon.report.text.Texts;

/**
 * Writes a {@link Cell} into a row: ids and texts as text, amounts and dates as real numbers and
 * dates with the format people expect.
 */
final class CellPen {

  static final int TEXT_CHARACTERS_MAX = 32_767;

  /**
   * The underscore of {@code _x0041_}, which the format takes for the character of that number: an
   * id would be shown as another one.
   */
  private static final Pattern ESCAPE_LIKE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private final Styles styles;
  private final Texts texts;
  private final ZoneId zone;
  private final String day;
  private final Map<String, String> signs = new HashMap<>();

  CellPen(Styles styles, Texts texts, ZoneId zone) {
    this.styles = styles;
    this.texts = texts;
    this.zone = zone;
    this.day = texts.text("format.day");
  }

  void write(Row row, int column, Cell cell, Look look) {
    if (cell instanceof Cell.Blank && look == Look.PLAIN) {
      return;
    }
    org.apache.poi.ss.usermodel.Cell target = row.createCell(column);
    if (cell instanceof Cell.Formula formula) {
      target.setCellFormula(formula.formula());
      fill(target, formula.shown(), look);
    } else {
      fill(target, cell, look);
    }
  }

  private void fill(org.apache.poi.ss.usermodel.Cell target, Cell cell, Look look) {
    target.setCellStyle(styles.of(look, format(cell)));
    if (cell instanceof Cell.Text text) {
      target.setCellValue(fitting(text.text()));
    } else if (cell instanceof Cell.Whole whole) {
      target.setCellValue(whole.number());
    } else if (cell instanceof Cell.Share share) {
      target.setCellValue(share.part());
    } else if (cell instanceof Cell.Money money) {
      target.setCellValue(major(money).doubleValue());
    } else if (cell instanceof Cell.Time time) {
      target.setCellValue(serial(time.instant()));
    } else if (cell instanceof Cell.Moment moment) {
      target.setCellValue(serial(moment.instant()));
    } else if (cell instanceof Cell.Day day) {
      target.setCellValue(DateUtil.getExcelDate(day.day().atStartOfDay(), false));
    }
  }

  private static String fitting(String text) {
    String safe = ESCAPE_LIKE.matcher(CellText.safe(text)).replaceAll("_x005F_");
    return safe.length() <= TEXT_CHARACTERS_MAX
        ? safe
        : safe.substring(0, TEXT_CHARACTERS_MAX - 1) + "…";
  }

  private double serial(Instant instant) {
    return DateUtil.getExcelDate(LocalDateTime.ofInstant(instant, zone), false);
  }

  private static BigDecimal major(Cell.Money money) {
    return BigDecimal.valueOf(money.minor(), Currencies.decimals(money.currency()));
  }

  private String format(Cell cell) {
    if (cell instanceof Cell.Text) {
      return Styles.TEXT;
    } else if (cell instanceof Cell.Whole) {
      return Styles.WHOLE;
    } else if (cell instanceof Cell.Share) {
      return "0.0%";
    } else if (cell instanceof Cell.Money money) {
      return moneyFormat(money);
    } else if (cell instanceof Cell.Time) {
      return day + " hh:mm:ss";
    } else if (cell instanceof Cell.Moment) {
      return day + " hh:mm:ss.000";
    } else if (cell instanceof Cell.Day) {
      return day;
    }
    return Styles.GENERAL;
  }

  /** As {@link Texts#money(long, String)} writes it: whole amounts without decimals. */
  private String moneyFormat(Cell.Money money) {
    String sign = signs.computeIfAbsent(money.currency(), this::sign);
    int decimals = Currencies.decimals(money.currency());
    boolean isWhole = major(money).stripTrailingZeros().scale() <= 0;
    return "\"" + sign + "\"#,##0" + (isWhole ? "" : "." + "0".repeat(decimals));
  }

  private String sign(String currency) {
    String zero = texts.money(0, currency);
    return zero.substring(0, zero.length() - 1);
  }
}
