package parcelrecon.report.answers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import parcelrecon.report.answers.AnswersFile.Unreadable;

/**
 * The rows of a workbook's call list, streamed: the other sheets are read only as far as it takes
 * to see that they are none.
 */
final class WorkbookRows {

  static final int HEADER_ROWS_MAX = 20;

  private static final long FILE_BYTES_MAX = 200L << 20;
  private static final long ENTRY_BYTES_MAX = 512L << 20;
  private static final long ENTRIES_MAX = 1_000;

  static {
    ZipSecureFile.setMaxEntrySize(ENTRY_BYTES_MAX);
    ZipSecureFile.setMaxFileCount(ENTRIES_MAX);
  }

  private final Path file;
  private final AnswerRows rows;

  WorkbookRows(Path file, AnswerRows rows) {
    this.file = file;
    this.rows = rows;
  }

  void read()
      throws IOException,
          OpenXML4JException,
          SAXException,
          ParserConfigurationException,
          Unreadable {
    long size = Files.size(file);
    if (size > FILE_BYTES_MAX) {
      throw new Unreadable("has " + size + " bytes, expected at most " + FILE_BYTES_MAX);
    }
    try (OPCPackage workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(workbook);
      ReadOnlySharedStringsTable texts = new ReadOnlySharedStringsTable(workbook);
      CallListHandler handler = new CallListHandler(String.valueOf(file.getFileName()), rows);
      Iterator<InputStream> sheets = reader.getSheetsData();
      while (sheets.hasNext()) {
        try (InputStream sheet = sheets.next()) {
          handler.nextSheet();
          read(sheet, reader, texts, handler);
        }
      }
      if (!handler.foundAny()) {
        throw new Unreadable("has no sheet with the columns of the call list");
      }
    }
  }

  private static void read(
      InputStream sheet,
      XSSFReader reader,
      ReadOnlySharedStringsTable texts,
      CallListHandler handler)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    XMLReader parser = XMLHelper.newXMLReader();
    parser.setContentHandler(
        new XSSFSheetXMLHandler(
            reader.getStylesTable(), null, texts, handler, new PlainCells(), false));
    try {
      parser.parse(new InputSource(sheet));
    } catch (CallListHandler.NoCallList e) {
      // this sheet is another one; the next may be the list
    }
  }
}
