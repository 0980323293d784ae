package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.report.SampleRun;
import parcelrecon.report.text.Texts;

class AffectedParcelsWorkbookTest {

  @TempDir Path folder;

  private Path write(String name, SampleRun run) throws IOException {
    Path file = folder.resolve(name);
    new AffectedParcelsWorkbook(Texts.of("en"), 2).write(run, file);
    return file;
  }

  @Test
  void workbook_hasTenSheets_inTheirOrder() throws IOException {
    try (XSSFWorkbook book =
        new XSSFWorkbook(Files.newInputStream(write("a.xlsx", SampleRun.incident())))) {
      assertThat(book)
          .extracting(sheet -> sheet.getSheetName())
          .containsExactly(
              "Summary",
              "Store calls",
              "Money",
              "Parcels",
              "Timeline",
              "Datafixes",
              "Downstream",
              "Stores",
              "Evidence",
              "Rejects");
    }
  }

  @Test
  void workbook_hasEqualBytes_whenWrittenAgainByAnotherRun() throws IOException {
    assertThat(write("a.xlsx", SampleRun.incident()))
        .hasSameBinaryContentAs(write("b.xlsx", SampleRun.again(7)));
  }
}
