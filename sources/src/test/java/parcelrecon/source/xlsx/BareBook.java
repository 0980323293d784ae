package parcelrecon.source.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook put together by hand, with no more than it needs: other programs write such. */
final class BareBook {

  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private String workbookSettings = "";
  private String relations = "";
  private String types = "";

  /** A sheet with these rows, as XML. */
  static BareBook of(String rows) {
    BareBook book = new BareBook();
    book.part(
        "worksheet",
        "sheet1",
        "worksheet",
        "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>");
    return book;
  }

  BareBook texts(String items) {
    part("sharedStrings", "texts", "sharedStrings", "<sst " + MAIN + ">" + items + "</sst>");
    return this;
  }

  BareBook styles(String content) {
    part("styles", "styles", "styles", "<styleSheet " + MAIN + ">" + content + "</styleSheet>");
    return this;
  }

  BareBook from1904() {
    workbookSettings = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  /** Replaces a part, or adds one. */
  BareBook with(String part, String content) {
    parts.put(part, content);
    return this;
  }

  private void part(String relation, String name, String type, String content) {
    parts.put("xl/" + name + ".xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content);
    relations +=
        "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"/xl/%s.xml\"/>"
            .formatted(name, OFFICE, relation, name);
    types +=
        "<Override PartName=\"/xl/%s.xml\" ContentType=\"%s%s+xml\"/>".formatted(name, TYPE, type);
  }

  byte[] bytes() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
            + TYPE
            + "sheet.main+xml\"/>"
            + types
            + "</Types>");
    all.put(
        "_rels/.rels",
        relations(
            "<Relationship Id=\"w\" Type=\""
                + OFFICE
                + "/officeDocument\""
                + " Target=\"xl/workbook.xml\"/>"));
    all.put(
        "xl/workbook.xml",
        "<workbook "
            + MAIN
            + " xmlns:r=\""
            + OFFICE
            + "\">"
            + workbookSettings
            + "<sheets><sheet name=\"明細\" sheetId=\"1\" r:id=\"sheet1\"/></sheets></workbook>");
    all.put("xl/_rels/workbook.xml.rels", relations(relations));
    all.putAll(parts);
    return zip(all);
  }

  private static String relations(String content) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + content
        + "</Relationships>";
  }

  private static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
