package parcelrecon.report.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.report.SampleRun;
import parcelrecon.report.text.Texts;
import parcelrecon.report.workbook.AffectedParcelsWorkbook;

/** Call lists as spreadsheets save them. The kept ones were saved by LibreOffice 7.4. */
class SavedBySpreadsheetsTest {

  private static final Instant AT = Instant.parse("2022-04-15T02:30:00Z");
  private static final Path KEPT = Path.of("src/test/resources/answers");

  @TempDir static Path folder;
  private static Path list;

  @BeforeAll
  static void writeList() throws IOException {
    list = folder.resolve("affected-parcels.xlsx");
    new AffectedParcelsWorkbook(Texts.of("en"), 2).write(SampleRun.incident(), list);
  }

  private static AnswersFile read(Path file) {
    return AnswersFile.read(
        file, AnswersFileTest.asked(SampleRun.incident()), AnswersLimits.COMMAND);
  }

  /**
   * Sorted by phone, columns to be filled in moved to the front, lines and a merged title put
   * above, rows hidden by a filter, sheet renamed, all others but Money deleted.
   */
  @Test
  void list_isReadCellByCell_whenLibreOfficeSavedItWorkedOver() {
    AnswersFile file = read(KEPT.resolve("libreoffice-sorted-moved-filtered.xlsx"));
    assertThat(file.unreadable()).isEmpty();
    assertThat(file.answers())
        .extracting(
            given -> given.answer().parcelId(),
            given -> given.answer().answer(),
            given -> given.answer().answeredAt(),
            given -> given.answer().by(),
            given -> given.answer().note())
        .containsExactlyInAnyOrder(
            tuple("P-0001", StoreAnswer.ON_SHELF, AT, "", "12345"),
            tuple("P-0003", StoreAnswer.HANDED_UNPAID, AT.plusSeconds(1_800), "林", ""),
            tuple("P-0004", StoreAnswer.UNREACHABLE, AT.plusSeconds(5_400), "Wu", "red box"));
    assertThat(file.answers())
        .extracting(GivenAnswer::cell)
        .allSatisfy(cell -> assertThat(cell).matches("Lin 的電話![AB]\\d+"));
    assertThat(file.notUnderstood())
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.cell()).startsWith("Lin 的電話!B");
              assertThat(remark.parcelId()).isEqualTo("P-0015");
              assertThat(AnswersFileTest.what(remark)).endsWith("did you mean \"not found\"?");
            });
    assertThat(file.countsForNothing())
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.cell()).startsWith("Money!");
              assertThat(AnswersFileTest.what(remark))
                  .startsWith("it and 1 more cells are filled in");
            });
  }

  @Test
  void list_isRead_inTheLanguageItIsIn() {
    AnswersFile file = read(KEPT.resolve("libreoffice-zh-TW.xlsx"));
    assertThat(file.answers())
        .singleElement()
        .satisfies(
            given -> {
              assertThat(given.cell()).matches("門市.*![A-Z]+\\d+");
              assertThat(given.answer().answer()).isEqualTo(StoreAnswer.NOT_FOUND);
              assertThat(given.answer().answeredAt()).isEqualTo(AT);
              assertThat(given.answer().by()).isEqualTo("陳");
            });
    assertThat(file.notUnderstood())
        .extracting(Remark::parcelId, AnswersFileTest::what)
        .containsExactly(
            tuple(
                "P-0004",
                "when the store answered is no time (expected e.g. 2022-04-15 10:30 Lin)"));
  }

  @Test
  void list_isRead_asExcelWritesIt() throws IOException {
    Path file = folder.resolve("excel.xlsx");
    try (InputStream in = Files.newInputStream(list);
        XSSFWorkbook book = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(file)) {
      ExcelSheet sheet = new ExcelSheet(book, book.getSheet("Store calls"));
      sheet.set("P-0001", "Answer", sheet.rich("on ", "the shelf"));
      sheet.serial("P-0001", 22, 44666.4375);
      sheet.number("P-0001", "Note", 12345678901.0);
      sheet.set("P-0003", "Answer", new XSSFRichTextString("not found"));
      sheet.serial("P-0003", 14, 44666);
      sheet.emptyRowsAfter("P-0003");
      book.write(out);
    }
    AnswersFile read = read(file);
    assertThat(read.answers())
        .extracting(GivenAnswer::answer)
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.parcelId()).isEqualTo("P-0001");
              assertThat(answer.answer()).isEqualTo(StoreAnswer.ON_SHELF);
              assertThat(answer.answeredAt()).isEqualTo(AT);
              assertThat(answer.note()).isEqualTo("12345678901");
            });
    assertThat(read.notUnderstood()).extracting(Remark::parcelId).containsExactly("P-0003");
  }

  @Test
  void days_areCountedFrom1904_whereTheWorkbookSaysSo() throws IOException {
    Path file = folder.resolve("of1904.xlsx");
    try (InputStream in = Files.newInputStream(list);
        XSSFWorkbook book = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(file)) {
      book.getCTWorkbook().getWorkbookPr().setDate1904(true);
      ExcelSheet sheet = new ExcelSheet(book, book.getSheet("Store calls"));
      sheet.set("P-0001", "Answer", new XSSFRichTextString("on the shelf"));
      sheet.serial("P-0001", 22, 44666.4375 - 1_462);
      book.write(out);
    }
    assertThat(read(file).answers())
        .extracting(given -> given.answer().answeredAt())
        .containsExactly(AT);
  }

  @Test
  void list_isRead_whereItGoesOnInANextSheet() throws IOException {
    Path file = folder.resolve("continued.xlsx");
    try (InputStream in = Files.newInputStream(list);
        XSSFWorkbook book = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(file)) {
      int first = book.getSheetIndex("Store calls");
      XSSFSheet next = book.cloneSheet(first, "Store calls (2)");
      ExcelSheet sheet = new ExcelSheet(book, book.getSheet("Store calls"));
      sheet.set("P-0001", "Answer", new XSSFRichTextString("on the shelf"));
      sheet.serial("P-0001", 22, 44666.4375);
      ExcelSheet continued = new ExcelSheet(book, next);
      continued.set("P-0003", "Answer", new XSSFRichTextString("not found"));
      continued.serial("P-0003", 22, 44666.4375);
      book.write(out);
    }
    assertThat(read(file).answers())
        .extracting(given -> given.answer().parcelId(), given -> given.cell().split("!")[0])
        .containsExactly(tuple("P-0001", "Store calls"), tuple("P-0003", "Store calls (2)"));
  }

  /** Where LibreOffice is installed; left out elsewhere, see pom.xml. */
  @Test
  @Tag("office")
  void list_isRead_whenLibreOfficeSavesItNow() throws Exception {
    Path filled =
        new FilledCalls(list)
            .fill("P-0001", "reached", "on the shelf", "2022-04-15 10:30 Lin")
            .note("P-0001", "=red box")
            .fill("P-0003", "reached", "not foud", "2022-04-15 10:30 Lin")
            .save(folder.resolve("filled.xlsx"));
    Path saved = convert(convert(filled, "ods"), "xlsx");
    AnswersFile file = read(saved);
    assertThat(file.answers())
        .extracting(GivenAnswer::answer)
        .extracting(Answer::parcelId, Answer::answer, Answer::answeredAt, Answer::by, Answer::note)
        .containsExactly(tuple("P-0001", StoreAnswer.ON_SHELF, AT, "Lin", "=red box"));
    assertThat(file.notUnderstood()).extracting(Remark::parcelId).containsExactly("P-0003");
    assertThat(file.doubtful()).isEmpty();
  }

  private static Path convert(Path file, String to) throws Exception {
    Path into = folder.resolve("as-" + to);
    Process soffice =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                to,
                "--outdir",
                into.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("soffice.log").toFile())
            .start();
    assertThat(soffice.waitFor(240, TimeUnit.SECONDS)).isTrue();
    return into.resolve(file.getFileName().toString().replaceAll("\\.\\w+$", "." + to));
  }

  /** Fills cells in the forms that Excel has. */
  private record ExcelSheet(XSSFWorkbook book, XSSFSheet sheet) {

    void set(String parcel, String column, XSSFRichTextString text) {
      cell(parcel, column).setCellValue(text);
    }

    XSSFRichTextString rich(String plain, String bold) {
      XSSFFont font = book.createFont();
      font.setBold(true);
      XSSFRichTextString text = new XSSFRichTextString();
      text.append(plain);
      text.append(bold, font);
      return text;
    }

    /** A date as its number, in a format that Excel has built in. */
    void serial(String parcel, int format, double days) {
      CellStyle style = book.createCellStyle();
      style.setDataFormat((short) format);
      Cell cell = cell(parcel, "When, who");
      cell.setCellStyle(style);
      cell.setCellValue(days);
    }

    void number(String parcel, String column, double number) {
      cell(parcel, column).setCellValue(number);
    }

    void emptyRowsAfter(String parcel) {
      int row = cell(parcel, "Answer").getRowIndex();
      if (row < sheet.getLastRowNum()) {
        sheet.shiftRows(row + 1, sheet.getLastRowNum(), 2);
      }
    }

    private Cell cell(String parcel, String column) {
      for (Row row : sheet) {
        Row header = sheet.getRow(1);
        for (Cell cell : row) {
          if (isText(cell, parcel)) {
            for (Cell heading : header) {
              if (isText(heading, column)) {
                return row.getCell(
                    heading.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
              }
            }
          }
        }
      }
      throw new IllegalArgumentException(parcel + " " + column);
    }

    private static boolean isText(Cell cell, String text) {
      return cell.getCellType().name().equals("STRING") && cell.getStringCellValue().equals(text);
    }
  }
}
