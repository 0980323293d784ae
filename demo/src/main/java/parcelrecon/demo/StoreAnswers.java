package parcelrecon.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import parcelrecon.demo.story.StoreReply;
import parcelrecon.demo.truth.ParcelTruth;

/** Fills in the call list of a workbook, as callers do after each call. */
final class StoreAnswers {

  private static final String SHEET = "Store calls";
  private static final String PARCEL = "Parcel id";
  private static final String CONTACT = "Contact";
  private static final String ANSWER = "Answer";
  private static final String WHEN_WHO = "When, who";
  private static final int HEADER_ROWS_MAX = 20;

  private final Sheet sheet;
  private final Map<String, Integer> columns = new HashMap<>();
  private final int header;

  private StoreAnswers(Sheet sheet) {
    this.sheet = sheet;
    header = findHeader();
  }

  /** Reads the workbook, fills in what stores say, and writes it elsewhere. */
  static void fillIn(Path workbook, Path filledIn, List<ParcelTruth> truth) {
    Map<String, StoreReply> replies =
        truth.stream().collect(Collectors.toMap(ParcelTruth::parcelId, ParcelTruth::reply));
    try (InputStream in = Files.newInputStream(workbook);
        XSSFWorkbook book = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(filledIn)) {
      new StoreAnswers(book.getSheet(SHEET)).fillIn(replies);
      book.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fillIn(Map<String, StoreReply> replies) {
    for (int number = header + 1; number <= sheet.getLastRowNum(); number++) {
      Row row = sheet.getRow(number);
      if (row != null) {
        String parcel = new DataFormatter().formatCellValue(row.getCell(columns.get(PARCEL)));
        fillIn(row, replies.getOrDefault(parcel, StoreReply.NOT_CALLED));
      }
    }
  }

  private void fillIn(Row row, StoreReply reply) {
    switch (reply) {
      case NOT_CALLED -> {}
      case UNREACHABLE -> {
        set(row, CONTACT, "no answer");
        set(row, WHEN_WHO, "2022-04-14 16:40 陳");
      }
      case ON_SHELF -> answered(row, "on the shelf");
      case HANDED_PAID -> answered(row, "handed over, paid");
      case HANDED_UNPAID -> answered(row, "handed over, not paid");
      case NOT_FOUND -> answered(row, "not found");
    }
  }

  private void answered(Row row, String answer) {
    set(row, CONTACT, "reached");
    set(row, ANSWER, answer);
    set(row, WHEN_WHO, "2022-04-14 10:30 林");
  }

  private void set(Row row, String column, String text) {
    row.getCell(columns.get(column), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(text);
  }

  private int findHeader() {
    for (int number = 0; number < HEADER_ROWS_MAX; number++) {
      columns.clear();
      Row row = sheet.getRow(number);
      if (row != null) {
        for (Cell cell : row) {
          columns.putIfAbsent(new DataFormatter().formatCellValue(cell), cell.getColumnIndex());
        }
      }
      if (columns.keySet().containsAll(List.of(PARCEL, CONTACT, ANSWER, WHEN_WHO))) {
        return number;
      }
    }
    throw new IllegalStateException("sheet " + SHEET + " has no header as expected");
  }
}
