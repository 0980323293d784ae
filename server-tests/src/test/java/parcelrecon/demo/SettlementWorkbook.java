package parcelrecon.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The till's settlement as finance mails it: numbers as numbers, times as dates, ids as text. */
final class SettlementWorkbook {

  private SettlementWorkbook() {}

  static void write(Path file, SiteRows rows) {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
      Files.createDirectories(file.getParent());
      CellStyle time = workbook.createCellStyle();
      time.setDataFormat(workbook.createDataFormat().getFormat("yyyy/mm/dd hh:mm:ss"));
      Sheet sheet = workbook.createSheet("settlement");
      Row heading = sheet.createRow(0);
      for (int i = 0; i < rows.columns().size(); i++) {
        heading.createCell(i).setCellValue(rows.columns().get(i));
      }
      int at = 1;
      for (Object[] values : rows.values()) {
        Row row = sheet.createRow(at++);
        for (int i = 0; i < values.length; i++) {
          write(row, i, values[i], i == rows.index("amount"), time);
        }
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        workbook.write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Row row, int column, Object value, boolean isAmount, CellStyle time) {
    if (value instanceof LocalDateTime local) {
      row.createCell(column).setCellValue(local);
      row.getCell(column).setCellStyle(time);
    } else if (isAmount && value.toString().matches("[0-9.]+")) {
      row.createCell(column).setCellValue(new BigDecimal(value.toString()).doubleValue());
    } else {
      row.createCell(column).setCellValue(value.toString());
    }
  }
}
