package parcelrecon.report.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.report.SampleRun;
import parcelrecon.report.answers.Remark.Matter;
import parcelrecon.report.answers.Unreadable.Why;
import parcelrecon.report.text.Texts;
import parcelrecon.report.workbook.AffectedParcelsWorkbook;

class AnswersLimitsTest {

  private static final long PLENTY = Long.MAX_VALUE;
  private static final String AT = "2022-04-15 10:30 Lin";

  private final AskedRun run = AnswersFileTest.asked(SampleRun.incident());
  @TempDir Path folder;
  private Path filled;

  @BeforeEach
  void fill() throws IOException {
    Path list = folder.resolve("list.xlsx");
    new AffectedParcelsWorkbook(Texts.of("en"), 2).write(SampleRun.incident(), list);
    filled =
        new FilledCalls(list)
            .fill("P-0001", "reached", "on the shelf", AT)
            .fill("P-0003", "reached", "not found", AT)
            .save(folder.resolve("filled.xlsx"));
  }

  private AnswersFile read(AnswersLimits limits) {
    return AnswersFile.read(filled, run, limits);
  }

  private static Why why(AnswersFile file) {
    assertThat(file.answers()).isEmpty();
    return file.unreadable().orElseThrow().why();
  }

  @Test
  void file_isRead_upToEachLimit() throws IOException {
    long size = Files.size(filled);
    assertThat(read(AnswersLimits.UPLOAD).answers()).hasSize(2);
    assertThat(read(new AnswersLimits(size, PLENTY, PLENTY, 2)).answers()).hasSize(2);
    assertThat(why(read(new AnswersLimits(size - 1, PLENTY, PLENTY, 2)))).isEqualTo(Why.TOO_LARGE);
    assertThat(why(read(new AnswersLimits(PLENTY, PLENTY, PLENTY, 1))))
        .isEqualTo(Why.TOO_MANY_ROWS);
    assertThat(why(read(new AnswersLimits(PLENTY, 2 * size, PLENTY, 2))))
        .isEqualTo(Why.UNPACKS_TO_TOO_MUCH);
    assertThat(why(read(new AnswersLimits(PLENTY, PLENTY, 10, 2)))).isEqualTo(Why.TOO_MANY_TEXTS);
  }

  @Test
  void file_isToldByItsKind_whenItIsNone() throws IOException {
    Path macros = folder.resolve("macros.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(XSSFWorkbookType.XLSM);
        OutputStream out = Files.newOutputStream(macros)) {
      book.createSheet("Store calls");
      book.write(out);
    }
    assertThat(why(AnswersFile.read(macros, run, AnswersLimits.UPLOAD))).isEqualTo(Why.HAS_MACROS);
    Path old = folder.resolve("old.xls");
    Files.write(old, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2});
    assertThat(why(AnswersFile.read(old, run, AnswersLimits.UPLOAD))).isEqualTo(Why.LOCKED_OR_OLD);
    Path picture = folder.resolve("picture.csv");
    Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
    assertThat(why(AnswersFile.read(picture, run, AnswersLimits.UPLOAD))).isEqualTo(Why.DAMAGED);
  }

  @Test
  void enteredAnswer_isHeldToTheSameRules() {
    AnswersFile entered =
        new EnteredAnswer("P-0001", StoreAnswer.ON_SHELF, "2022-04-15T10:30", "Wu", " red ")
            .read(run);
    assertThat(entered.answers())
        .singleElement()
        .satisfies(
            given -> {
              assertThat(given.answer().answeredAt()).isEqualTo("2022-04-15T02:30:00Z");
              assertThat(given.answer().by()).isEqualTo("Wu");
              assertThat(given.answer().note()).isEqualTo("red");
            });
    assertThat(matter("P-9999", "2022-04-15T10:30")).isEqualTo(Matter.NOT_IN_RUN);
    assertThat(matter("P-0001", "soon")).isEqualTo(Matter.TIME_NOT_UNDERSTOOD);
    assertThat(matter("P-0001", "2023-04-15T10:30")).isEqualTo(Matter.TIME_IN_THE_FUTURE);
    assertThat(matter("P-0001", "2022-04-12T10:30")).isEqualTo(Matter.TIME_BEFORE_THE_INCIDENT);
  }

  private Matter matter(String parcel, String at) {
    AnswersFile entered = new EnteredAnswer(parcel, StoreAnswer.NOT_FOUND, at, "Wu", "").read(run);
    assertThat(entered.answers()).isEmpty();
    return entered.notUnderstood().get(0).matter();
  }
}
