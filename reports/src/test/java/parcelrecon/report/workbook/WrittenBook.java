package parcelrecon.report.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import parcelrecon.report.SampleRun;
import parcelrecon.report.text.Texts;
import parcelrecon.results.RunResults;

/** A workbook that was written and opened again; cells are found by row and header. */
final class WrittenBook {

  private static WrittenBook sample;

  private final XSSFWorkbook workbook;

  private WrittenBook(XSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  /** The sample run, written once for all tests that only read. */
  static synchronized WrittenBook sample() {
    if (sample == null) {
      sample = of(SampleRun.incident(), 2, Book.ROWS_MAX);
    }
    return sample;
  }

  static WrittenBook sample(String language) {
    return of(SampleRun.incident(), 2, Book.ROWS_MAX, Texts.of(language));
  }

  static WrittenBook of(RunResults run, String language) {
    return of(run, 2, Book.ROWS_MAX, Texts.of(language));
  }

  static WrittenBook of(RunResults run, int callers, int rowsMax) {
    return of(run, callers, rowsMax, Texts.of("en"));
  }

  private static WrittenBook of(RunResults run, int callers, int rowsMax, Texts texts) {
    try {
      Path file = Files.createTempFile("affected-parcels", ".xlsx");
      try {
        new AffectedParcelsWorkbook(texts, callers, rowsMax).write(run, file);
        try (InputStream in = Files.newInputStream(file)) {
          return new WrittenBook(new XSSFWorkbook(in));
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  XSSFWorkbook workbook() {
    return workbook;
  }

  List<String> sheetNames() {
    List<String> names = new ArrayList<>();
    workbook.forEach(sheet -> names.add(sheet.getSheetName()));
    return names;
  }

  Table table(String name) {
    return new Table(workbook.getSheet(name));
  }

  /** A sheet that is one table; its header is the row the filter stands on. */
  record Table(XSSFSheet sheet) {

    int headerRow() {
      String range = sheet.getCTWorksheet().getAutoFilter().getRef();
      return Integer.parseInt(range.replaceAll("^[A-Z]+(\\d+).*", "$1")) - 1;
    }

    int lastRow() {
      String range = sheet.getCTWorksheet().getAutoFilter().getRef();
      return Integer.parseInt(range.replaceAll(".*:[A-Z]+(\\d+)$", "$1")) - 1;
    }

    List<String> headers() {
      List<String> headers = new ArrayList<>();
      sheet.getRow(headerRow()).forEach(cell -> headers.add(cell.getStringCellValue()));
      return headers;
    }

    int rows() {
      return lastRow() - headerRow();
    }

    int column(String header) {
      int column = headers().indexOf(header);
      if (column < 0) {
        throw new IllegalArgumentException("no column " + header + " in " + headers());
      }
      return column;
    }

    /**
     * @param row of data, from 1
     */
    Cell cell(int row, String header) {
      return sheet
          .getRow(headerRow() + row)
          .getCell(column(header), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    List<String> texts(String header) {
      List<String> texts = new ArrayList<>();
      for (int row = 1; row <= rows(); row++) {
        texts.add(cell(row, header).getStringCellValue());
      }
      return texts;
    }

    /** The first row of data whose parcel it is. */
    int rowOf(String parcel) {
      return Optional.of(texts("Parcel id").indexOf(parcel))
          .filter(index -> index >= 0)
          .map(index -> index + 1)
          .orElseThrow(() -> new IllegalArgumentException("no row of " + parcel));
    }

    Cell cell(String parcel, String header) {
      return cell(rowOf(parcel), header);
    }

    String text(String parcel, String header) {
      return cell(parcel, header).getStringCellValue();
    }

    double number(String parcel, String header) {
      return cell(parcel, header).getNumericCellValue();
    }
  }
}
