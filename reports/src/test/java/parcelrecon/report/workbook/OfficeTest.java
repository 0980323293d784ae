package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.report.text.Texts;

/** What LibreOffice makes of a workbook. Runs where it is installed, see the module's profile. */
@Tag("office")
class OfficeTest {

  private static final int MINUTES_MAX = 5;

  /** Commas, quotes, UTF-8; cells as shown; each sheet a file. */
  private static final String CSV_OF_EVERY_SHEET =
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

  @TempDir Path folder;

  @Test
  void ids_stayAsTheyAre_whenEverySheetIsSavedAsCsv() throws Exception {
    Path file = folder.resolve("book.xlsx");
    new AffectedParcelsWorkbook(Texts.of("en"), 2).write(HostileRun.some(), file);
    convert(file);
    for (String sheet : List.of("Store calls", "Money", "Parcels", "Datafixes")) {
      assertThat(column(sheet, "Parcel id"))
          .as(sheet)
          .containsAll(HostileRun.NUMBER_LIKE)
          .containsAll(
              HostileRun.FORMULA_LIKE.stream().map(id -> "'" + id).map(OfficeTest::shown).toList())
          .containsAll(HostileRun.AWKWARD)
          .noneMatch(id -> id.matches("(?s)[=+@\\-\t\r].*"));
    }
    assertThat(column("Money", "Due")).isNotEmpty().noneMatch(text -> text.startsWith("'"));
  }

  /** It leaves carriage returns out. */
  private static String shown(String text) {
    return text.replace("\r", "");
  }

  private void convert(Path file) throws IOException, InterruptedException {
    Process office =
        new ProcessBuilder(
                "/usr/bin/soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                CSV_OF_EVERY_SHEET,
                "--outdir",
                folder.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("office.log").toFile())
            .start();
    try {
      assertThat(office.waitFor(MINUTES_MAX, TimeUnit.MINUTES)).isTrue();
    } finally {
      office.destroyForcibly();
    }
  }

  private List<String> column(String sheet, String header) throws IOException {
    List<String> texts = new ArrayList<>();
    Path csv = folder.resolve("book-" + sheet + ".csv");
    assertThat(csv).exists();
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder().ofCsvRecord(Files.newBufferedReader(csv))) {
      int column = -1;
      for (CsvRecord row : rows) {
        if (column >= 0 && row.getFieldCount() > column && !row.getField(column).isEmpty()) {
          texts.add(row.getField(column));
        } else if (column < 0) {
          column = row.getFields().indexOf(header);
        }
      }
    }
    return texts;
  }
}
