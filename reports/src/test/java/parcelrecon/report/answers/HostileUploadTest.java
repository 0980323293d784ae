package parcelrecon.report.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks made to harm: each is told, in little memory, and the next one is read. */
class HostileUploadTest {

  private static final String HEAP = "192m";
  private static final long MILLIS_MAX = 30_000;

  private static final String SPACE =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  @TempDir Path folder;

  /** A workbook whose parts can be replaced. */
  private final class Upload {
    private final Path file;
    private final Map<String, Consumer<PrintStream>> parts = new LinkedHashMap<>();

    Upload(String name) {
      file = folder.resolve(name + ".xlsx");
      with(
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              + ("<Override PartName=\"/xl/workbook.xml\" ContentType=\""
                  + TYPE
                  + "sheet.main+xml\"/>")
              + ("<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
                  + TYPE
                  + "worksheet+xml\"/>")
              + ("<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>")
              + ("<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\""
                  + TYPE
                  + "sharedStrings+xml\"/>")
              + "</Types>");
      with("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
      with(
          "xl/_rels/workbook.xml.rels",
          relations(
              "worksheet",
              "worksheets/sheet1.xml",
              "sharedStrings",
              "sharedStrings.xml",
              "styles",
              "styles.xml"));
      with(
          "xl/workbook.xml",
          "<workbook"
              + SPACE
              + " xmlns:r=\""
              + RELATIONS
              + "\"><sheets>"
              + "<sheet name=\"Store calls\" sheetId=\"1\" r:id=\"rId0\"/></sheets></workbook>");
      with(
          "xl/worksheets/sheet1.xml",
          sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row>"));
      with("xl/sharedStrings.xml", "<sst" + SPACE + "><si><t>x</t></si></sst>");
      with("xl/styles.xml", "<styleSheet" + SPACE + "/>");
    }

    private static String sheet(String rows) {
      return "<worksheet" + SPACE + "><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static String relations(String... typesAndTargets) {
      StringBuilder relations =
          new StringBuilder(
              "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
      for (int i = 0; i < typesAndTargets.length; i += 2) {
        relations.append(
            "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
                .formatted(i / 2, RELATIONS, typesAndTargets[i], typesAndTargets[i + 1]));
      }
      return relations.append("</Relationships>").toString();
    }

    Upload with(String part, String content) {
      return with(part, out -> out.print(content));
    }

    Upload with(String part, Consumer<PrintStream> content) {
      parts.put(part, content);
      return this;
    }

    Upload rows(Consumer<PrintStream> rows) {
      return with(
          "xl/worksheets/sheet1.xml",
          out -> {
            out.print("<worksheet" + SPACE + "><sheetData>");
            rows.accept(out);
            out.print("</sheetData></worksheet>");
          });
    }

    Path file() throws IOException {
      try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file));
          ZipOutputStream zip = new ZipOutputStream(bytes)) {
        zip.setLevel(1);
        for (Map.Entry<String, Consumer<PrintStream>> part : parts.entrySet()) {
          zip.putNextEntry(new ZipEntry(part.getKey()));
          PrintStream out =
              new PrintStream(
                  new BufferedOutputStream(zip, 1 << 16), false, StandardCharsets.UTF_8);
          part.getValue().accept(out);
          out.flush();
          zip.closeEntry();
        }
      }
      return file;
    }
  }

  /** Hardly to be packed, so that it is no bomb by its ratio. */
  private static void noise(PrintStream out, int megabytes) {
    Random random = new Random(7);
    byte[] bytes = new byte[1 << 16];
    for (int i = 0; i < megabytes << 4; i++) {
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = (byte) ('a' + random.nextInt(26));
      }
      out.write(bytes, 0, bytes.length);
    }
  }

  private static void times(int times, PrintStream out, String text) {
    for (int i = 0; i < times; i++) {
      out.print(text);
    }
  }

  private String entity(String part) {
    return "<!DOCTYPE x [<!ENTITY secret SYSTEM \""
        + folder.resolve("secret.txt").toUri()
        + "\">]>"
        + part;
  }

  private List<Path> uploads() throws IOException {
    Files.writeString(folder.resolve("secret.txt"), "the secret");
    String cell = "<c><v>x</v></c>";
    return List.of(
        new Upload("blanks").rows(out -> times(200_000, out, " ".repeat(1_000))).file(),
        new Upload("shared")
            .with(
                "xl/sharedStrings.xml",
                out -> {
                  out.print("<sst" + SPACE + ">");
                  for (int i = 0; i < 1_000_000; i++) {
                    out.print(
                        "<si><t>"
                            + Long.toHexString(i * 0x9E3779B97F4A7C15L).repeat(3)
                            + "</t></si>");
                  }
                  out.print("</sst>");
                })
            .file(),
        new Upload("columns")
            .rows(
                out -> {
                  out.print("<row r=\"1\">");
                  for (int i = 0; i < 1_000_000; i++) {
                    out.print(cell.replace("x", Integer.toHexString(i * 31)));
                  }
                  out.print("</row>");
                })
            .file(),
        new Upload("cell")
            .rows(
                out -> {
                  out.print("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>");
                  noise(out, 60);
                  out.print("</t></is></c></row>");
                })
            .file(),
        new Upload("attribute")
            .rows(
                out -> {
                  out.print("<row r=\"1\" spans=\"");
                  noise(out, 60);
                  out.print("\"></row>");
                })
            .file(),
        new Upload("deep").rows(out -> times(500_000, out, "<a>")).file(),
        new Upload("styles")
            .with(
                "xl/styles.xml",
                out -> {
                  out.print("<styleSheet" + SPACE + "><cellXfs>");
                  for (int i = 0; i < 300_000; i++) {
                    out.print("<xf numFmtId=\"" + i + "\"/>");
                  }
                  out.print("</cellXfs></styleSheet>");
                })
            .file(),
        new Upload("entity-of-sheet")
            .with(
                "xl/worksheets/sheet1.xml",
                entity(
                    Upload.sheet(
                        "<row r=\"1\"><c t=\"inlineStr\"><is><t>&secret;</t></is></c></row>")))
            .file(),
        new Upload("entity-of-texts")
            .with(
                "xl/sharedStrings.xml", entity("<sst" + SPACE + "><si><t>&secret;</t></si></sst>"))
            .file(),
        new Upload("entity-of-styles")
            .with("xl/styles.xml", entity("<styleSheet" + SPACE + ">&secret;</styleSheet>"))
            .file(),
        parts());
  }

  private Path parts() throws IOException {
    Upload many = new Upload("parts");
    for (int i = 0; i < 2_000; i++) {
      many.with("xl/media/" + i + ".rels", "");
    }
    return many.file();
  }

  @Test
  void uploads_areTold_whateverTheyAreMadeOf() throws Exception {
    List<Path> uploads = uploads();
    List<String> told = HostileUploads.read(HEAP, uploads.toArray(Path[]::new)).toList();
    assertThat(told).hasSameSizeAs(uploads);
    assertThat(told)
        .allMatch(line -> line.contains(": 0 answers, ") && !line.contains(" read, "))
        .allMatch(line -> millis(line) < MILLIS_MAX)
        .noneMatch(line -> line.contains("the secret"))
        .anyMatch(line -> line.startsWith("shared.xlsx: 0 answers, has texts of more than"));
  }

  private static long millis(String line) {
    return Long.parseLong(line.replaceAll(".* (\\d+) ms$", "$1"));
  }
}
