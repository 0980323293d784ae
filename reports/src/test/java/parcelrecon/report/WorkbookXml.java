package parcelrecon.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A workbook as the file has it, read element by element by the JDK alone: what POI wrote is not to
 * be judged by POI, and it need not fit into memory.
 */
public final class WorkbookXml implements AutoCloseable {

  private final ZipFile zip;

  public WorkbookXml(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
  }

  /** The parts of the sheets by their names, in the order of the tabs. */
  public Map<String, String> sheets() throws IOException {
    Map<String, String> targets = new LinkedHashMap<>();
    elements(
        "xl/_rels/workbook.xml.rels",
        element -> {
          if (element.getLocalName().equals("Relationship")) {
            String target = element.getAttributeValue(null, "Target");
            targets.put(
                element.getAttributeValue(null, "Id"),
                target.startsWith("/") ? target.substring(1) : "xl/" + target);
          }
        });
    Map<String, String> sheets = new LinkedHashMap<>();
    elements(
        "xl/workbook.xml",
        element -> {
          if (element.getLocalName().equals("sheet")) {
            sheets.put(
                element.getAttributeValue(null, "name"),
                targets.get(
                    element.getAttributeValue(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "id")));
          }
        });
    return sheets;
  }

  /** Rows of data of a table and of the sheets that go on with it. */
  public long rows(String name) throws IOException {
    long rows = 0;
    for (Map.Entry<String, String> sheet : sheets().entrySet()) {
      if (sheet.getKey().equals(name) || sheet.getKey().startsWith(name + " (")) {
        rows += table(sheet.getValue()).rows();
      }
    }
    return rows;
  }

  /**
   * The rows of a sheet against the range of its filter.
   *
   * @param header its row, as a spreadsheet counts it
   * @param rows that are below the header and within the filter
   */
  public record Table(int header, long rows) {}

  private Table table(String part) throws IOException {
    int[] range = new int[2];
    elements(
        part,
        element -> {
          if (element.getLocalName().equals("autoFilter")) {
            String[] corners = element.getAttributeValue(null, "ref").split(":");
            range[0] = Integer.parseInt(corners[0].replaceAll("\\D", ""));
            range[1] = Integer.parseInt(corners[corners.length - 1].replaceAll("\\D", ""));
          }
        });
    long[] rows = new long[1];
    elements(
        part,
        element -> {
          if (element.getLocalName().equals("row")) {
            int number = Integer.parseInt(element.getAttributeValue(null, "r"));
            rows[0] += number > range[0] && number <= range[1] ? 1 : 0;
          }
        });
    return new Table(range[0], rows[0]);
  }

  /** Shows each element of a part as it begins. */
  public void elements(String part, Consumer<XMLStreamReader> element) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream in = zip.getInputStream(zip.getEntry(part))) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          element.accept(reader);
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(part + " is not well-formed", e);
    }
  }

  /** Shows each element of a part that holds text alone, with its text. */
  public void texts(String part, BiConsumer<String, String> text) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try (InputStream in = zip.getInputStream(zip.getEntry(part))) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      String element = "";
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          element = reader.getLocalName();
        } else if (event == XMLStreamConstants.CHARACTERS) {
          text.accept(element, reader.getText());
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(part + " is not well-formed", e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
