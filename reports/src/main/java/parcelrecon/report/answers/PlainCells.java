package parcelrecon.report.answers;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** Numbers of cells as plain texts: dates as 2022-04-15T10:30:00, all others without format. */
final class PlainCells extends DataFormatter {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  PlainCells() {
    super(Locale.ROOT);
  }

  @Override
  public String formatRawCellContents(double value, int formatIndex, String formatString) {
    return DateUtil.isADateFormat(formatIndex, formatString) && DateUtil.isValidExcelDate(value)
        ? TIME.format(DateUtil.getLocalDateTime(value, false, true))
        : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
