package parcelrecon.report.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import parcelrecon.report.file.FixedZip;
import parcelrecon.report.story.RunView;

/**
 * The file being written. Its rows stream to disk: at most {@value #ROWS_IN_MEMORY} of a sheet are
 * in memory.
 */
final class Book implements AutoCloseable {

  static final int ROWS_MAX = SpreadsheetVersion.EXCEL2007.getMaxRows();

  private static final int ROWS_IN_MEMORY = 100;

  private final RunView view;
  private final int rowsMax;
  private final SXSSFWorkbook workbook;
  private final CellPen pen;
  private final Map<Choice, String> choices = new EnumMap<>(Choice.class);

  /**
   * Begins with the summary, which must be whole before rows can stream.
   *
   * @param rowsMax rows of a sheet before it is continued
   */
  Book(RunView view, SummarySheet summary, int rowsMax) {
    this(view, rowsMax, summary::write);
  }

  /** Without a summary, for sheets in which nothing is filled in by hand. */
  Book(RunView view, int rowsMax) {
    this(view, rowsMax, (whole, pen) -> Map.of());
  }

  /** Writes what comes first, and tells the ranges that hold the options of drop-downs. */
  private interface Beginning {
    Map<Choice, String> write(XSSFWorkbook whole, CellPen pen);
  }

  private Book(RunView view, int rowsMax, Beginning beginning) {
    this.view = view;
    this.rowsMax = rowsMax;
    XSSFWorkbook whole = new XSSFWorkbook();
    this.pen =
        new CellPen(new Styles(whole, view.texts().text("format.font")), view.texts(), view.zone());
    describe(whole.getProperties());
    choices.putAll(beginning.write(whole, pen));
    this.workbook = new StreamedWorkbook(whole, ROWS_IN_MEMORY);
  }

  private void describe(POIXMLProperties properties) {
    Optional<Date> asOf = Optional.of(Date.from(view.run().asOf()));
    POIXMLProperties.CoreProperties core = properties.getCoreProperties();
    core.setCreated(asOf);
    core.setModified(asOf);
    core.setCreator("parcel-recon");
    core.setTitle(view.incident().title());
    properties.getExtendedProperties().setApplication("parcel-recon");
  }

  RunView view() {
    return view;
  }

  CellPen pen() {
    return pen;
  }

  int rowsMax() {
    return rowsMax;
  }

  SXSSFSheet sheet(String name) {
    return workbook.createSheet(name);
  }

  /** A sheet that goes on with {@code before}, next to it. */
  SXSSFSheet sheetAfter(Sheet before, String name) {
    SXSSFSheet sheet = workbook.createSheet(name);
    workbook.setSheetOrder(name, workbook.getSheetIndex(before) + 1);
    return sheet;
  }

  /** Puts a sheet behind all that are there by now; does nothing where there is no such sheet. */
  void putLast(String name) {
    if (workbook.getSheet(name) != null) {
      workbook.setSheetOrder(name, workbook.getNumberOfSheets() - 1);
    }
  }

  /** The range that holds the options of a drop-down. */
  String range(Choice choice) {
    return choices.get(choice);
  }

  /**
   * Writes the file; equal sheets give equal bytes.
   *
   * @param draft a temporary file
   */
  void write(Path draft, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(draft)) {
      workbook.write(out);
    }
    FixedZip.copy(draft, file);
    Files.delete(draft);
  }

  /** Gives back the temporary files of the sheets. */
  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
