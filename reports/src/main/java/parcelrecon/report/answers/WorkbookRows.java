package parcelrecon.report.answers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import parcelrecon.report.answers.Unreadable.Why;

/**
 * The rows of a workbook's call list, streamed: the other sheets are read only as far as it takes
 * to see that they are none. Rows that a filter hides are rows like any other.
 */
final class WorkbookRows {

  static final int HEADER_ROWS_MAX = 20;

  private static final long ENTRY_BYTES_MAX = 512L << 20;
  private static final long ENTRIES_MAX = 1_000;

  private static final List<String> MACROS =
      List.of(
          XSSFRelation.MACROS_WORKBOOK.getContentType(),
          XSSFRelation.MACRO_TEMPLATE_WORKBOOK.getContentType(),
          XSSFRelation.VBA_MACROS.getContentType());

  static {
    ZipSecureFile.setMaxEntrySize(ENTRY_BYTES_MAX);
    ZipSecureFile.setMaxFileCount(ENTRIES_MAX);
  }

  private final Path file;
  private final CallListHandler handler;
  private final AnswersLimits limits;

  WorkbookRows(Path file, AnswerRows rows, AnswersLimits limits) {
    this.file = file;
    this.limits = limits;
    this.handler = new CallListHandler(rows);
  }

  void read()
      throws IOException,
          OpenXML4JException,
          SAXException,
          ParserConfigurationException,
          Unreadable.Ended {
    new UnpackedBytes(limits.unpackedBytes(), Why.UNPACKS_TO_TOO_MUCH).add(file);
    try (OPCPackage workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      refuseMacros(workbook);
      XSSFReader reader = new XSSFReader(workbook);
      SharedStrings texts = texts(workbook);
      PlainCells numbers = new PlainCells(isOf1904(reader));
      XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
      while (sheets.hasNext()) {
        try (InputStream sheet = sheets.next()) {
          handler.nextSheet(sheets.getSheetName());
          read(
              sheet,
              new XSSFSheetXMLHandler(
                  reader.getStylesTable(), null, texts, handler, numbers, false));
        }
      }
      if (!handler.foundAny()) {
        throw new Unreadable.Ended(Why.NO_CALL_LIST);
      }
    } catch (CallListHandler.Stopped e) {
      throw e.why();
    }
  }

  private static void refuseMacros(OPCPackage workbook) throws Unreadable.Ended {
    boolean hasMacros =
        MACROS.stream().anyMatch(type -> !workbook.getPartsByContentType(type).isEmpty());
    if (hasMacros) {
      throw new Unreadable.Ended(Why.HAS_MACROS);
    }
  }

  /**
   * The texts that cells share, all in memory: a workbook of some hundred thousand parcels has as
   * many as {@link AnswersLimits#COMMAND} allows once it was saved by Excel.
   */
  private SharedStrings texts(OPCPackage workbook)
      throws IOException, SAXException, Unreadable.Ended {
    UnpackedBytes bytes = new UnpackedBytes(limits.textBytes(), Why.TOO_MANY_TEXTS);
    for (PackagePart part :
        workbook.getPartsByContentType(XSSFRelation.SHARED_STRINGS.getContentType())) {
      try (InputStream texts = part.getInputStream()) {
        bytes.add(texts);
      }
    }
    return new ReadOnlySharedStringsTable(workbook, false);
  }

  private static void read(InputStream part, DefaultHandler handler)
      throws IOException, SAXException, ParserConfigurationException {
    XMLReader parser = XMLHelper.newXMLReader();
    parser.setContentHandler(handler);
    try {
      parser.parse(new InputSource(part));
    } catch (CallListHandler.NoCallList e) {
      // this sheet is another one; the next may be the list
    }
  }

  /** Whether its days are counted from 1904, as some spreadsheets were set to. */
  private static boolean isOf1904(XSSFReader reader)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    boolean[] isOf1904 = new boolean[1];
    try (InputStream workbook = reader.getWorkbookData()) {
      read(
          workbook,
          new DefaultHandler() {
            @Override
            public void startElement(
                String uri, String localName, String name, Attributes attributes) {
              if (localName.equals("workbookPr") || name.endsWith("workbookPr")) {
                String value = String.valueOf(attributes.getValue("date1904"));
                isOf1904[0] = value.equals("1") || value.equalsIgnoreCase("true");
              }
            }
          });
    }
    return isOf1904[0];
  }
}
