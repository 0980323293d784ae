package parcelrecon.report.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.problem.Problem;
import parcelrecon.report.SampleRun;
import parcelrecon.report.text.Texts;
import parcelrecon.report.workbook.AffectedParcelsWorkbook;

class AnswersFileTest {

  private static final Instant AT = Instant.parse("2022-04-15T02:30:00Z");

  @TempDir static Path shared;
  @TempDir Path folder;
  private static Path list;
  private final SampleRun run = SampleRun.incident();

  @BeforeAll
  static void writeList() throws IOException {
    list = shared.resolve("affected-parcels.xlsx");
    new AffectedParcelsWorkbook(Texts.of("en"), 2).write(SampleRun.incident(), list);
  }

  private AnswersFile read(FilledCalls calls) throws IOException {
    return AnswersFile.read(calls.save(folder.resolve("filled.xlsx")), run);
  }

  private AnswersFile csv(String... lines) throws IOException {
    Path file = folder.resolve("answers.csv");
    Files.writeString(file, String.join("\n", lines));
    return AnswersFile.read(file, run);
  }

  @Test
  void answers_comeBack_whenTheListWasFilledIn() throws IOException {
    AnswersFile file =
        read(
            new FilledCalls(list)
                .fill("P-0001", "reached", "on the shelf", "2022-04-15 10:30 Lin")
                .note("P-0001", "=red box")
                .fill("P-0003", "reached", "handed over, not paid", "2022/4/15 10:30:00, 陳小姐"));
    assertThat(file.notUnderstood()).isEmpty();
    assertThat(file.answers())
        .extracting(Answer::parcelId, Answer::answer, Answer::answeredAt, Answer::by)
        .containsExactly(
            tuple("P-0003", StoreAnswer.HANDED_UNPAID, AT, "陳小姐"),
            tuple("P-0001", StoreAnswer.ON_SHELF, AT, "Lin"));
    assertThat(file.answers().get(1).note()).isEqualTo("=red box");
    assertThat(file.answers())
        .extracting(answer -> answer.ref().text())
        .containsExactly("answers:1:2", "answers:1:7");
  }

  @Test
  void untouchedRows_arePassedOver() throws IOException {
    AnswersFile file = AnswersFile.read(list, run);
    assertThat(file.answers()).isEmpty();
    assertThat(file.notUnderstood()).isEmpty();
  }

  @Test
  void answers_areFound_whenRowsWereSortedAndColumnsMoved() throws IOException {
    FilledCalls calls =
        new FilledCalls(list).fill("P-0002", "reached", "not found", "2022-04-15 10:30");
    AnswersFile file = read(calls.turnedRound().movedRight());
    assertThat(file.answers())
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.parcelId()).isEqualTo("P-0002");
              assertThat(answer.answer()).isEqualTo(StoreAnswer.NOT_FOUND);
              assertThat(answer.by()).isEmpty();
              assertThat(answer.ref().text()).isEqualTo("answers:1:1");
            });
  }

  @Test
  void parcelId_isTheOneBeforeItWasMadeSafe() throws IOException {
    AnswersFile file =
        read(new FilledCalls(list).fill("'=P-0028", "", "on the shelf", "2022-04-15 10:30 Lin"));
    assertThat(file.answers()).singleElement().extracting(Answer::parcelId).isEqualTo("=P-0028");
  }

  @Test
  void time_isRead_whenItIsARealDate() throws IOException {
    AnswersFile file =
        read(
            new FilledCalls(list)
                .fill("P-0001", "reached", "handed over, paid", "")
                .when("P-0001", LocalDateTime.of(2022, 4, 15, 10, 30)));
    assertThat(file.answers()).singleElement().extracting(Answer::answeredAt).isEqualTo(AT);
  }

  @Test
  void store_isUnreachable_whenNobodyAnsweredTheCall() throws IOException {
    AnswersFile file =
        read(new FilledCalls(list).fill("P-0001", "no answer", "", "2022-04-15 10:30 Lin"));
    assertThat(file.answers())
        .singleElement()
        .extracting(Answer::answer)
        .isEqualTo(StoreAnswer.UNREACHABLE);
  }

  @Test
  void row_saysNothing_whenTheStoreCallsBack() throws IOException {
    AnswersFile file =
        read(new FilledCalls(list).fill("P-0001", "calls back", "", "2022-04-15 10:30 Lin"));
    assertThat(file.answers()).isEmpty();
    assertThat(file.notUnderstood()).isEmpty();
  }

  @Test
  void rows_areSetAside_whenTheyAreNotUnderstood() throws IOException {
    AnswersFile file =
        read(
            new FilledCalls(list)
                .fill("P-0001", "reached", "eaten", "2022-04-15 10:30 Lin")
                .fill("P-0002", "sort of", "", "2022-04-15 10:30 Lin")
                .fill("P-0003", "reached", "not found", "yesterday, Ms Lin")
                .fill("P-0004", "reached", "not found", "")
                .fill("P-0006", "reached", "not found", "2022-02-30 10:30 Lin")
                .fill("P-0026", "reached", "not found", "2022-04-15 10:30 Lin")
                .overwrite("P-0026", AnswerColumn.ROW_ID, "P-0001")
                .fill("P-0015", "reached", "not found", "2022-04-15 10:30 Lin")
                .overwrite("P-0015", AnswerColumn.INCIDENT, "other"));
    assertThat(file.answers()).isEmpty();
    assertThat(file.notUnderstood()).hasSize(7);
    assertThat(file.notUnderstood())
        .extracting(Problem::text)
        .anySatisfy(text -> assertThat(text).contains("\"eaten\" is none of the list"))
        .anySatisfy(text -> assertThat(text).contains("\"sort of\" is none of the list"))
        .anySatisfy(text -> assertThat(text).contains("incident \"other\""))
        .anySatisfy(text -> assertThat(text).contains("stands in the row of \"P-0001\""))
        .noneSatisfy(text -> assertThat(text).contains("Ms Lin"));
  }

  @Test
  void row_isNotUnderstood_whenItsParcelIsNotInTheRun() throws IOException {
    AnswersFile file =
        csv("parcel_id,answer,answered_at,by,note", "P-9999,ON_SHELF,2022-04-15T10:30,Lin,");
    assertThat(file.answers()).isEmpty();
    assertThat(file.notUnderstood())
        .singleElement()
        .extracting(Problem::text)
        .isEqualTo(
            "answers.csv:2: nothing was found about parcel \"P-9999\" in run 1. The row was set"
                + " aside. Correct the parcel id.");
  }

  @Test
  void csv_isRead_withNamesWordsAndOffsets() throws IOException {
    AnswersFile file =
        csv(
            "\uFEFFanswered_at,parcel_id,answer,by,note",
            "2022-04-15T02:30:00Z,P-0001,ON_SHELF,Lin,\"two\nlines\"",
            "2022-04-15T10:30,P-0003,\"handed over, paid\",,",
            "2022-04-15 10:30,P-0004,UNREACHABLE,Wu");
    assertThat(file.notUnderstood()).isEmpty();
    assertThat(file.answers())
        .extracting(Answer::answer)
        .containsExactly(StoreAnswer.ON_SHELF, StoreAnswer.HANDED_PAID, StoreAnswer.UNREACHABLE);
    assertThat(file.answers()).extracting(Answer::answeredAt).containsOnly(AT);
    assertThat(file.answers().get(0).note()).isEqualTo("two\nlines");
  }

  @Test
  void csv_isRefused_whenAColumnIsMissing() throws IOException {
    assertThat(csv("parcel_id,answer", "P-0001,ON_SHELF").notUnderstood())
        .singleElement()
        .extracting(Problem::text)
        .asString()
        .startsWith("answers.csv: column \"answered_at\" is missing (seen parcel_id, answer).");
  }

  @Test
  void file_isToldUnreadable_whenItIsBroken() throws IOException {
    Path broken = folder.resolve("broken.xlsx");
    byte[] whole = Files.readAllBytes(list);
    Files.write(broken, Arrays.copyOf(whole, whole.length / 2));
    Path bytes = folder.resolve("bytes.csv");
    Files.write(bytes, new byte[] {(byte) 0xC3, (byte) 0x28, 0, 1, '"', 'x'});
    for (Path file : new Path[] {broken, bytes, folder.resolve("absent.xlsx")}) {
      AnswersFile read = AnswersFile.read(file, run);
      assertThat(read.answers()).isEmpty();
      assertThat(read.notUnderstood()).as(file.toString()).hasSize(1);
    }
  }

  @Test
  void file_isToldUnreadable_whenItIsAnotherWorkbook() throws IOException {
    Path other = folder.resolve("other.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(other)) {
      for (int row = 0; row < 50; row++) {
        book.createSheet("s" + row).createRow(row).createCell(0).setCellValue("x");
      }
      book.write(out);
    }
    assertThat(AnswersFile.read(other, run).notUnderstood())
        .singleElement()
        .extracting(Problem::what)
        .isEqualTo("has no sheet with the columns of the call list");
  }

  @Test
  void file_isRefused_whenItUnpacksToFarTooMuch() throws IOException {
    Path bomb = folder.resolve("bomb.xlsx");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
      out.putNextEntry(new ZipEntry("[Content_Types].xml"));
      out.write("<Types>".getBytes(StandardCharsets.UTF_8));
      byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 64; i++) {
        out.write(blanks);
      }
      out.closeEntry();
    }
    assertThat(AnswersFile.read(bomb, run).notUnderstood()).hasSize(1);
  }
}
