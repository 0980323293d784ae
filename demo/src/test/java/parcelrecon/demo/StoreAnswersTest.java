package parcelrecon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.demo.story.StoreReply;
import parcelrecon.demo.story.Story;
import parcelrecon.demo.truth.Finding;
import parcelrecon.demo.truth.ParcelTruth;
import parcelrecon.demo.truth.Whereabouts;

class StoreAnswersTest {

  private static final List<String> HEADER =
      List.of("Parcel id", "Contact", "Answer", "When, who", "Note");

  @TempDir Path folder;

  @Test
  void callList_isFilledInAsStoresAnswered() throws IOException {
    fillIn(
        workbook("Store calls", List.of("For BPM"), HEADER, List.of("CP1"), List.of("CP2")),
        truth("CP1", StoreReply.ON_SHELF),
        truth("CP2", StoreReply.UNREACHABLE));
    assertThat(row(2)).containsExactly("CP1", "reached", "on the shelf", "2022-04-14 10:30 林");
    assertThat(row(3)).containsExactly("CP2", "no answer", "", "2022-04-14 16:40 陳");
  }

  @Test
  void storeThatWasNotCalled_leavesItsRowEmpty() throws IOException {
    fillIn(workbook("Store calls", HEADER, List.of("CP1")), truth("CP1", StoreReply.NOT_CALLED));
    assertThat(row(1)).containsExactly("CP1");
  }

  @Test
  void everyReply_hasItsWord() throws IOException {
    fillIn(
        workbook("Store calls", HEADER, List.of("CP1"), List.of("CP2"), List.of("CP3")),
        truth("CP1", StoreReply.HANDED_PAID),
        truth("CP2", StoreReply.HANDED_UNPAID),
        truth("CP3", StoreReply.NOT_FOUND));
    assertThat(List.of(row(1).get(2), row(2).get(2), row(3).get(2)))
        .containsExactly("handed over, paid", "handed over, not paid", "not found");
  }

  @Test
  void sheetWithoutItsHeader_isRefused() throws IOException {
    Path workbook = workbook("Store calls", List.of("Parcel id"));
    assertThatThrownBy(() -> fillIn(workbook)).hasMessageContaining("no header");
  }

  @SafeVarargs
  private Path workbook(String name, List<String>... lines) throws IOException {
    Path file = folder.resolve("found.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet(name);
      for (List<String> line : lines) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        line.forEach(text -> row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(text));
      }
      book.write(out);
    }
    return file;
  }

  private void fillIn(Path workbook, ParcelTruth... truth) {
    StoreAnswers.fillIn(workbook, folder.resolve("answered.xlsx"), List.of(truth));
  }

  private List<String> row(int number) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve("answered.xlsx"));
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      Row row = book.getSheetAt(0).getRow(number);
      List<String> texts = new ArrayList<>();
      for (int column = 0; column < row.getLastCellNum(); column++) {
        texts.add(row.getCell(column) == null ? "" : row.getCell(column).getStringCellValue());
      }
      return texts;
    }
  }

  private static ParcelTruth truth(String parcelId, StoreReply reply) {
    Finding finding = new Finding(Whereabouts.UNKNOWN, Set.of());
    return new ParcelTruth(
        parcelId, Story.SENT_AWAY_UNPAID, false, List.of(), finding, reply, finding);
  }
}
