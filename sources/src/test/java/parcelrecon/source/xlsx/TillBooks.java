package parcelrecon.source.xlsx;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Payment;
import parcelrecon.model.SourceName;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.SiteFolder;
import parcelrecon.source.SomeSource;
import parcelrecon.source.SomeSource.Reading;
import parcelrecon.source.SourceSettings;

/** Payments of a till as workbooks. */
abstract class TillBooks {

  @TempDir Path folder;
  SomeSource payments;

  @BeforeEach
  void payments() {
    payments = SomeSource.of(SourceName.PAYMENTS).in(folder).xlsx("till/*.xlsx");
  }

  XlsxSource source() {
    SourceSettings settings = payments.settings();
    return new XlsxSource(settings, (SourceSettings.Xlsx) settings.reader());
  }

  Reading read() {
    return SomeSource.readAll(source(), 1);
  }

  void file(String name, byte[] bytes) {
    new SiteFolder(folder).file(name, bytes);
  }

  void file(String name, Workbook workbook) {
    file(name, bytes(workbook));
  }

  static byte[] bytes(Workbook workbook) {
    try (workbook) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row of texts and numbers; null leaves the cell out. */
  static Row row(Sheet sheet, int number, Object... values) {
    Row row = sheet.createRow(number - 1);
    for (int column = 0; column < values.length; column++) {
      if (values[column] instanceof Number seen) {
        row.createCell(column).setCellValue(seen.doubleValue());
      } else if (values[column] != null) {
        row.createCell(column).setCellValue((String) values[column]);
      }
    }
    return row;
  }

  static List<String> refs(Reading reading) {
    return reading.sink().accepted().stream().map(row -> row.ref().text()).toList();
  }

  static List<String> channels(Reading reading) {
    return reading.sink().accepted().stream().map(row -> ((Payment) row).channel()).toList();
  }

  static ProblemException problem(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call);
  }
}
