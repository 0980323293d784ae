package parcelrecon.source.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.Window;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.CollectingSink;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.Split;

class XlsxFaultsTest extends TillBooks {

  private static final String ROWS =
      "<row><c t=\"inlineStr\"><is><t>parcel_id</t></is></c>"
          + "<c t=\"inlineStr\"><is><t>payment_id</t></is></c>"
          + "<c t=\"inlineStr\"><is><t>amount</t></is></c></row>"
          + "<row><c t=\"inlineStr\"><is><t>P1</t></is></c><c><v>1</v></c><c><v>480</v></c></row>";

  private static Workbook book(String... sheets) {
    XSSFWorkbook book = new XSSFWorkbook();
    for (String name : sheets) {
      Sheet sheet = book.createSheet(name);
      row(sheet, 1, "parcel_id", "payment_id", "amount");
      for (int number = 2; number < 200; number++) {
        row(sheet, number, "P" + number * 7919L % 100_003, "" + number, number);
      }
    }
    return book;
  }

  private Split plan() {
    return source().plan(new PlanRequest(Window.all(ZoneId.of("Asia/Taipei")), 1)).splits().get(0);
  }

  private void assertProblem(ExitCode exitCode, String message) {
    ProblemException thrown = problem(this::read);
    assertThat(thrown).hasMessageStartingWith(message);
    assertThat(thrown.exitCode()).isEqualTo(exitCode);
  }

  @Test
  void file_isToldApart_whenItIsNoXlsx() throws IOException {
    file("till/a.xlsx", new HSSFWorkbook());
    assertProblem(
        ExitCode.CONFIGURATION,
        "till/a.xlsx: file is an .xls workbook, or one with a password, expected an .xlsx without."
            + " Nothing was started. Save it as .xlsx, without a password.");
    file("till/a.xlsx", encrypted());
    assertProblem(ExitCode.CONFIGURATION, "till/a.xlsx: file is an .xls workbook, or one with");
    file("till/a.xlsx", "parcel_id,payment_id,amount\n".getBytes(StandardCharsets.UTF_8));
    assertProblem(ExitCode.CONFIGURATION, "till/a.xlsx: file is no .xlsx workbook.");
    file("till/a.xlsx", new byte[0]);
    assertProblem(ExitCode.CONFIGURATION, "till/a.xlsx: file is empty, expected an .xlsx.");
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    try (XWPFDocument text = new XWPFDocument()) {
      text.write(document);
    }
    file("till/a.xlsx", document.toByteArray());
    assertProblem(ExitCode.CONFIGURATION, "till/a.xlsx: file is no .xlsx workbook (");
  }

  private static byte[] encrypted() throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("tiger");
      try (var out = encryptor.getDataStream(files)) {
        out.write(bytes(book("a")));
      } catch (java.security.GeneralSecurityException e) {
        throw new IOException(e);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      files.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void file_cannotBeRead_whenItIsCut() {
    byte[] all = bytes(book("a"));
    for (int length : new int[] {30, all.length / 2, all.length - 1}) {
      file("till/a.xlsx", Arrays.copyOf(all, length));
      assertProblem(ExitCode.UNREACHABLE, "till/a.xlsx: file cannot be read (");
    }
  }

  /** What is read is what was written, or nothing. */
  @Test
  void nothingOfAFileCounts_whenABitIsFlippedInIt() {
    byte[] all = BareBook.of(ROWS).bytes();
    file("till/a.xlsx", all);
    SourceRecord written = read().sink().record();
    int told = 0;
    for (int at = 0; at < all.length; at += 13) {
      byte[] damaged = all.clone();
      damaged[at] ^= 4;
      file("till/a.xlsx", damaged);
      CollectingSink sink = new CollectingSink();
      try {
        source().read(plan(), sink);
        assertThat(sink.record()).as("byte %d", at).isEqualTo(written);
      } catch (ProblemException e) {
        told++;
        assertThat(e.exitCode()).isIn(ExitCode.UNREACHABLE, ExitCode.CONFIGURATION);
      }
    }
    assertThat(told).isGreaterThan(all.length / 26);
  }

  @Test
  void file_isNotRead_whenItChangesAfterThePlan() {
    file("till/a.xlsx", book("a"));
    Split split = plan();
    file("till/a.xlsx", book("b"));
    CollectingSink sink = new CollectingSink();

    ProblemException thrown = problem(() -> source().read(split, sink));

    assertThat(thrown)
        .hasMessageStartingWith("till/a.xlsx: file is not the one this run was planned with.");
    assertThat(sink.accepted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xl/sheet1.xml", "xl/workbook.xml", "xl/texts.xml", "_rels/.rels"})
  void file_isRefused_whenItsXmlDeclaresEntities(String part) {
    String attack =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x><si><t>&e;</t></si></x>";
    file("till/a.xlsx", BareBook.of(ROWS).texts("").with(part, attack).bytes());

    ProblemException thrown = problem(this::read);

    assertThat(thrown.exitCode()).isIn(ExitCode.UNREACHABLE, ExitCode.CONFIGURATION);
    assertThat(thrown.getMessage()).startsWith("till/a.xlsx: file ");
  }

  @Test
  void file_isRefused_whenItHasTooManyPartsOrTooLargeOnes() {
    BareBook parts = BareBook.of(ROWS);
    for (int part = 0; part < CheckedZip.PARTS_MAX; part++) {
      parts.with("xl/other" + part + ".xml", "<a/>");
    }
    file("till/a.xlsx", parts.bytes());
    assertProblem(
        ExitCode.UNREACHABLE, "till/a.xlsx: file cannot be read (it has more than 1000 parts)");
    String bomb = "<Types>" + " ".repeat(5 << 20) + "</Types>";
    file("till/a.xlsx", BareBook.of(ROWS).with("[Content_Types].xml", bomb).bytes());
    assertProblem(
        ExitCode.UNREACHABLE,
        "till/a.xlsx: file cannot be read (its part [Content_Types].xml has more than 4194304");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<row r=\"2\"/><row r=\"2\"/>|row 2 stands behind row 2",
        "<row r=\"1048577\"/>|row 1048577 stands behind row 0",
        "<row r=\"x\"/>|\"x\" is not a number of a row or style",
        "<row><c r=\"B1\"/><c r=\"A1\"/></row>|a cell of row 1 stands out of its order",
        "<row><c r=\"ZZZZZZZZ1\"/></row>|a cell of row 1 stands out of its order",
        "<row><c r=\"1\"/></row>|a cell of row 1 stands out of its order",
        "<row>|its XML is damaged or not allowed",
      })
  void file_isRefused_whenItsRowsMakeNoSense(String rows, String what) {
    file("till/a.xlsx", BareBook.of(rows).bytes());

    assertProblem(ExitCode.UNREACHABLE, "till/a.xlsx: file cannot be read (" + what + ")");
  }

  @Test
  void file_isRefused_whenARowHoldsTooMuch() {
    String cell = "<c t=\"inlineStr\"><is><t>" + "x".repeat(30_000) + "</t></is></c>";
    file("till/a.xlsx", BareBook.of("<row>" + cell.repeat(100) + "</row>").bytes());

    assertProblem(ExitCode.UNREACHABLE, "till/a.xlsx: file cannot be read (row 1 holds more than");
  }

  @Test
  void problems_areToldAtOnce_whenTablesAreNotAsConfigured() {
    file("till/a.xlsx", book("0413", "0414"));
    XSSFWorkbook other = new XSSFWorkbook();
    other.createSheet("封面");
    Sheet sheet = other.createSheet("明細");
    row(sheet, 1, "title");
    row(sheet, 3, "parcel_id", "payment_no", "amount", "amount");
    file("till/b.xlsx", other);
    XSSFWorkbook empty = new XSSFWorkbook();
    empty.createSheet("x");
    file("till/c.xlsx", empty);

    ProblemException thrown = problem(this::read);

    assertThat(thrown.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(thrown.problems())
        .extracting(problem -> problem.where() + ": " + problem.what())
        .containsExactly(
            "till/a.xlsx: several sheets have the columns (0413, 0414), expected one",
            "till/b.xlsx, sheet 明細: column \"payment_id\" is missing (seen parcel_id, payment_no,"
                + " amount, amount), did you mean \"payment_no\"?",
            "till/b.xlsx, sheet 明細: column \"amount\" is there twice (seen parcel_id, payment_no,"
                + " amount, amount)",
            "till/c.xlsx, sheet x: sheet is empty, expected a heading with parcel_id, payment_id,"
                + " amount");
  }

  @Test
  void problem_tellsTheSheets_whenTheOneNamedIsMissing() {
    file("till/a.xlsx", book("0413"));
    payments.xlsx("till/a.xlsx", "0414");

    assertThat(problem(this::read).problems())
        .extracting(Problem::what)
        .containsExactly("sheet \"0414\" is missing (seen 0413), did you mean \"0413\"?");
  }

  @Test
  void heading_isNotLookedFor_behindTheTwentiethRow() {
    XSSFWorkbook book = new XSSFWorkbook();
    Sheet sheet = book.createSheet("a");
    for (int row = 1; row <= 20; row++) {
      row(sheet, row, "title");
    }
    row(sheet, 21, "parcel_id", "payment_id", "amount");
    file("till/a.xlsx", book);

    assertProblem(ExitCode.CONFIGURATION, "till/a.xlsx, sheet a: column \"parcel_id\" is missing");
  }
}
