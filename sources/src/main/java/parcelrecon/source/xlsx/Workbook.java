package parcelrecon.source.xlsx;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import parcelrecon.source.file.FileProblems;
import parcelrecon.source.file.SiteFile;

/** An open workbook, its sheets read as streams. Not thread-safe. */
final class Workbook implements Closeable {

  private final SiteFile file;
  private final CheckedZip zip;
  private final SharedTexts texts;
  private final Map<String, PackagePart> sheets = new LinkedHashMap<>();
  private XSSFReader parts;
  private CellValues values;

  private Workbook(SiteFile file, CheckedZip zip, SharedTexts texts) {
    this.file = file;
    this.zip = zip;
    this.texts = texts;
  }

  /**
   * @throws parcelrecon.problem.ProblemException CONFIGURATION when the file is no workbook,
   *     UNREACHABLE when it cannot be read
   */
  static Workbook open(SiteFile file) {
    try {
      WorkbookProblems.checkBeginning(file);
      CheckedZip zip = new CheckedZip(file.path());
      Workbook workbook = new Workbook(file, zip, new SharedTexts());
      try {
        workbook.findParts();
        workbook.findSheets();
        workbook.readCommonParts();
        return workbook;
      } catch (Exception e) {
        workbook.close();
        throw e;
      }
    } catch (IOException | SAXException e) {
      throw WorkbookProblems.unreadable(file, e);
    }
  }

  /** A file that is no workbook makes POI throw anything. */
  private void findParts() throws IOException {
    try {
      parts = new XSSFReader(OPCPackage.open(zip));
    } catch (OpenXML4JException | RuntimeException e) {
      throw WorkbookProblems.noWorkbook(file, e);
    }
    zip.startStreaming();
  }

  private void readCommonParts() throws IOException, SAXException {
    DateSystemHandler dateSystem = new DateSystemHandler();
    parse(part(XSSFReader::getWorkbookData), dateSystem);
    StylesHandler styles = new StylesHandler();
    parse(part(XSSFReader::getStylesData), styles);
    parse(part(XSSFReader::getSharedStringsData), new TextsHandler(texts));
    texts.finish();
    values = new CellValues(texts, styles, dateSystem.isFrom1904());
  }

  private void findSheets() throws IOException {
    XSSFReader.SheetIterator all = part(XSSFReader::getSheetIterator);
    while (all.hasNext()) {
      part(any -> all.next()).close();
      sheets.put(all.getSheetName(), all.getSheetPart());
    }
    if (sheets.isEmpty()) {
      throw WorkbookProblems.noWorkbook(file, new IllegalStateException("no sheet"));
    }
  }

  /** The names of the sheets in their order; at least one. */
  List<String> sheets() {
    return List.copyOf(sheets.keySet());
  }

  /**
   * Gives the rows of a sheet that have a value to the reader.
   *
   * @param name one of {@link #sheets}
   */
  void read(String name, SheetHandler.Rows rows) {
    try {
      parse(sheets.get(name).getInputStream(), new SheetHandler(values, rows));
    } catch (IOException | SAXException e) {
      throw WorkbookProblems.unreadable(file, e);
    }
  }

  /** How a part is asked for. */
  private interface Asked<T> {
    T of(XSSFReader parts) throws IOException, OpenXML4JException;
  }

  private <T> T part(Asked<T> asked) throws IOException {
    try {
      return asked.of(parts);
    } catch (OpenXML4JException | RuntimeException e) {
      throw WorkbookProblems.noWorkbook(file, e);
    }
  }

  /**
   * @param part null when the workbook has none
   */
  private static void parse(InputStream part, PartHandler handler)
      throws IOException, SAXException {
    if (part == null) {
      return;
    }
    try (part) {
      XMLReader parser = XMLHelper.newXMLReader();
      parser.setContentHandler(handler);
      parser.setErrorHandler(handler);
      parser.parse(new InputSource(unclosed(part)));
      part.transferTo(OutputStream.nullOutputStream());
    } catch (PartHandler.Enough e) {
      // the handler has what it wanted
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The parser closes what it read; a part's checksum is seen at its very end. */
  private static InputStream unclosed(InputStream part) {
    return new FilterInputStream(part) {
      @Override
      public void close() {}
    };
  }

  @Override
  public void close() {
    try (zip;
        texts) {
      parts = null;
    } catch (IOException e) {
      throw FileProblems.unreadable(file.name(), e);
    }
  }
}
