package parcelrecon.report.answers;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Numbers of cells as plain texts: dates as 2022-04-15T10:30:00, days as 2022-04-15, all others
 * without format.
 */
final class PlainCells extends DataFormatter {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private final boolean isOf1904;

  PlainCells(boolean isOf1904) {
    super(Locale.ROOT);
    this.isOf1904 = isOf1904;
  }

  @Override
  public String formatRawCellContents(double value, int formatIndex, String formatString) {
    if (!DateUtil.isADateFormat(formatIndex, formatString) || !DateUtil.isValidExcelDate(value)) {
      return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
    LocalDateTime time = DateUtil.getLocalDateTime(value, isOf1904, true);
    boolean isDay =
        value == Math.rint(value) && !formatString.toLowerCase(Locale.ROOT).contains("h");
    return isDay ? time.toLocalDate().toString() : TIME.format(time);
  }
}
