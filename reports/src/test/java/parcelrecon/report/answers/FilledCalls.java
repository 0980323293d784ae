package parcelrecon.report.answers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A call list that a person fills in, as the demo does: columns are found by their headers. */
final class FilledCalls {

  private final XSSFWorkbook workbook;
  private final Sheet sheet;
  private final AnswerColumns columns;
  private final int header;

  FilledCalls(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      workbook = new XSSFWorkbook(in);
    }
    sheet = workbook.getSheetAt(1);
    int row = 0;
    while (AnswerColumns.find(texts(sheet.getRow(row))).isEmpty()) {
      row++;
    }
    header = row;
    columns = AnswerColumns.find(texts(sheet.getRow(row))).orElseThrow();
  }

  static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < row.getLastCellNum(); i++) {
      Cell cell = row.getCell(i);
      boolean isText = cell != null && cell.getCellType().name().equals("STRING");
      texts.add(isText ? cell.getStringCellValue() : "");
    }
    return texts;
  }

  FilledCalls fill(String parcel, String contact, String answer, String whenWho) {
    Row row = row(parcel);
    cell(row, AnswerColumn.CONTACT).setCellValue(contact);
    cell(row, AnswerColumn.ANSWER).setCellValue(answer);
    cell(row, AnswerColumn.WHEN_WHO).setCellValue(whenWho);
    return this;
  }

  FilledCalls note(String parcel, String note) {
    cell(row(parcel), AnswerColumn.NOTE).setCellValue(note);
    return this;
  }

  /** A real date in place of a text. */
  FilledCalls when(String parcel, LocalDateTime time) {
    Cell cell = cell(row(parcel), AnswerColumn.WHEN_WHO);
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d h:mm"));
    cell.setCellStyle(style);
    cell.setCellValue(time);
    return this;
  }

  FilledCalls overwrite(String parcel, AnswerColumn column, String text) {
    Cell cell = cell(row(parcel), column);
    cell.setBlank(); // else POI leaves an inline text beside the new one
    cell.setCellValue(text);
    return this;
  }

  /** Moves the last row before the first, as sorting does. */
  FilledCalls turnedRound() {
    int last = sheet.getLastRowNum();
    sheet.shiftRows(header + 1, last, 1);
    Row from = sheet.getRow(last + 1);
    Row to = sheet.createRow(header + 1);
    from.forEach(
        cell -> {
          Cell copy = to.createCell(cell.getColumnIndex());
          if (cell.getCellType().name().equals("NUMERIC")) {
            copy.setCellValue(cell.getNumericCellValue());
          } else {
            copy.setCellValue(cell.getStringCellValue());
          }
        });
    sheet.removeRow(from);
    return this;
  }

  /** Puts empty columns before the first. */
  FilledCalls movedRight() {
    sheet.shiftColumns(0, sheet.getRow(header).getLastCellNum() - 1, 2);
    return this;
  }

  private Row row(String parcel) {
    for (int i = header + 1; i <= sheet.getLastRowNum(); i++) {
      if (cell(sheet.getRow(i), AnswerColumn.PARCEL_ID).getStringCellValue().equals(parcel)) {
        return sheet.getRow(i);
      }
    }
    throw new IllegalArgumentException("no row of " + parcel);
  }

  private Cell cell(Row row, AnswerColumn column) {
    return row.getCell(
        columns.indexOf(column).orElseThrow(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  Path save(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        workbook) {
      workbook.write(out);
    }
    return file;
  }
}
