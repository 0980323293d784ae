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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.report.SampleRun;
import parcelrecon.report.text.Texts;
import parcelrecon.report.workbook.AffectedParcelsWorkbook;
import parcelrecon.results.ParcelRow;

class AnswersFileTest {

  private static final Instant NOW = Instant.parse("2022-04-18T00:00:00Z");
  private static final Texts ENGLISH = Texts.of("en");
  private static final Instant AT = Instant.parse("2022-04-15T02:30:00Z");

  @TempDir static Path shared;
  @TempDir Path folder;
  private static Path list;
  private final AskedRun run = asked(SampleRun.incident());

  @BeforeAll
  static void writeList() throws IOException {
    list = shared.resolve("affected-parcels.xlsx");
    new AffectedParcelsWorkbook(Texts.of("en"), 2).write(SampleRun.incident(), list);
  }

  static AskedRun asked(SampleRun run) {
    return new AskedRun(
        run.run(),
        ids -> {
          Map<String, ParcelRow> found = new HashMap<>();
          run.forEachParcel(
              parcel -> {
                if (ids.contains(parcel.parcelId())) {
                  found.put(parcel.parcelId(), parcel);
                }
              });
          return found;
        },
        NOW);
  }

  private static List<Answer> said(AnswersFile file) {
    return file.answers().stream().map(GivenAnswer::answer).toList();
  }

  static String what(Remark remark) {
    return remark.what(ENGLISH);
  }

  private AnswersFile read(FilledCalls calls) throws IOException {
    return AnswersFile.read(calls.save(folder.resolve("filled.xlsx")), run, AnswersLimits.COMMAND);
  }

  private AnswersFile csv(String... lines) throws IOException {
    Path file = folder.resolve("answers.csv");
    Files.writeString(file, String.join("\n", lines));
    return AnswersFile.read(file, run, AnswersLimits.COMMAND);
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
    assertThat(said(file))
        .extracting(Answer::parcelId, Answer::answer, Answer::answeredAt, Answer::by)
        .containsExactly(
            tuple("P-0003", StoreAnswer.HANDED_UNPAID, AT, "陳小姐"),
            tuple("P-0001", StoreAnswer.ON_SHELF, AT, "Lin"));
    assertThat(said(file).get(1).note()).isEqualTo("=red box");
    assertThat(said(file))
        .extracting(answer -> answer.ref().text())
        .containsExactly("answers:1:2", "answers:1:7");
  }

  @Test
  void untouchedRows_arePassedOver() throws IOException {
    AnswersFile file = AnswersFile.read(list, run, AnswersLimits.COMMAND);
    assertThat(file.answers()).isEmpty();
    assertThat(file.notUnderstood()).isEmpty();
  }

  @Test
  void answers_areFound_whenRowsWereSortedAndColumnsMoved() throws IOException {
    FilledCalls calls =
        new FilledCalls(list).fill("P-0002", "reached", "not found", "2022-04-15 10:30");
    AnswersFile file = read(calls.turnedRound().movedRight());
    assertThat(said(file))
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
    assertThat(said(file)).singleElement().extracting(Answer::parcelId).isEqualTo("=P-0028");
  }

  @Test
  void time_isRead_whenItIsARealDate() throws IOException {
    AnswersFile file =
        read(
            new FilledCalls(list)
                .fill("P-0001", "reached", "handed over, paid", "")
                .when("P-0001", LocalDateTime.of(2022, 4, 15, 10, 30)));
    assertThat(said(file)).singleElement().extracting(Answer::answeredAt).isEqualTo(AT);
  }

  @Test
  void store_isUnreachable_whenNobodyAnsweredTheCall() throws IOException {
    AnswersFile file =
        read(new FilledCalls(list).fill("P-0001", "no answer", "", "2022-04-15 10:30 Lin"));
    assertThat(said(file))
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
  void rows_areSetAside_withTheCellAndTheParcel_whenTheyAreNotUnderstood() throws IOException {
    AnswersFile file =
        read(
            new FilledCalls(list)
                .fill("P-0001", "reached", "on the shef", "2022-04-15 10:30 Lin")
                .fill("P-0002", "no anser", "", "2022-04-15 10:30 Lin")
                .fill("P-0003", "reached", "not found", "yesterday, Ms Lin")
                .fill("P-0004", "reached", "not found", "")
                .fill("P-0006", "reached", "not found", "2022-02-30 10:30 Lin")
                .fill("P-0026", "reached", "not found", "2022-04-15 10:30 Lin")
                .overwrite("P-0026", AnswerColumn.ROW_ID, "P-0001")
                .fill("P-0015", "reached", "not found", "2022-04-15 10:30 Lin")
                .overwrite("P-0015", AnswerColumn.INCIDENT, "other"));
    assertThat(file.answers()).isEmpty();
    assertThat(file.notUnderstood())
        .extracting(Remark::parcelId, AnswersFileTest::what)
        .containsExactlyInAnyOrder(
            tuple(
                "P-0001",
                "answer \"on the shef\" is none of the list, did you mean \"on the shelf\"?"),
            tuple(
                "P-0002", "contact \"no anser\" is none of the list, did you mean \"no answer\"?"),
            tuple(
                "P-0003",
                "when the store answered is no time (expected e.g. 2022-04-15 10:30 Lin)"),
            tuple(
                "P-0004",
                "when the store answered is not told (expected e.g. 2022-04-15 10:30 Lin)"),
            tuple(
                "P-0006",
                "when the store answered is no time (expected e.g. 2022-04-15 10:30 Lin)"),
            tuple("P-0026", "it stands in the row of \"P-0001\""),
            tuple("P-0015", "the list is of incident \"other\", expected \"2022-04-13-kafka\""));
    assertThat(file.notUnderstood())
        .extracting(Remark::cell)
        .allSatisfy(cell -> assertThat(cell).matches("Store calls![A-Z]+\\d+"));
  }

  @Test
  void time_isSetAside_whenNoStoreCanHaveAnsweredThen() throws IOException {
    AnswersFile file =
        csv(
            "parcel_id,answer,answered_at",
            "P-0001,ON_SHELF,2022-04-18T08:05:01",
            "P-0002,ON_SHELF,2022-04-13T19:32:59",
            "P-0003,ON_SHELF,2022-04-18T08:05:00",
            "P-0004,ON_SHELF,2022-04-13T19:33:00");
    assertThat(said(file)).extracting(Answer::parcelId).containsExactly("P-0003", "P-0004");
    assertThat(file.notUnderstood())
        .extracting(Remark::cell, AnswersFileTest::what)
        .containsExactly(
            tuple("answers.csv:2 answered_at", "when the store answered is in the future"),
            tuple(
                "answers.csv:3 answered_at",
                "when the store answered is before the incident began"));
  }

  @Test
  void cellsThatSayNothing_areTold() throws IOException {
    AnswersFile file =
        read(
            new FilledCalls(list)
                .fill("P-0001", "reached", "", "2022-04-15 10:30 Lin")
                .fill("P-0002", "", "", "2022-04-15 10:30 Lin")
                .note("P-0003", "ask again")
                .fill("P-0004", "calls back", "", "2022-04-15 10:30 Lin")
                .fill("P-0006", "not yet", "", ""));
    assertThat(file.answers()).isEmpty();
    assertThat(file.notUnderstood()).isEmpty();
    assertThat(file.countsForNothing())
        .extracting(Remark::parcelId, AnswersFileTest::what)
        .containsExactlyInAnyOrder(
            tuple("P-0001", "reached, but without an answer"),
            tuple("P-0002", "a time or a note without an answer"),
            tuple("P-0003", "a time or a note without an answer"));
  }

  @Test
  void answers_areTakenAndToldToBeOdd_whenTheirRowsAre() throws IOException {
    AnswersFile file =
        read(
            new FilledCalls(list)
                .fill("P-0001", "no answer", "on the shelf", "2022-04-15 10:30 Lin")
                .fill("P-0003", "reached", "on the shelf", "2022-04-15 10:30 Lin")
                .overwrite("P-0003", AnswerColumn.ROW_VERSION, "0123456789ab")
                .fill("P-0004", "reached", "on the shelf", "2022-04-15 10:30 Lin"));
    assertThat(file.answers()).hasSize(3);
    assertThat(file.doubtful())
        .extracting(Remark::parcelId, AnswersFileTest::what)
        .containsExactlyInAnyOrder(
            tuple("P-0001", "contact says \"no answer\", yet there is an answer"),
            tuple("P-0003", "the row is not as run 1 has it"));
  }

  @Test
  void row_isNotUnderstood_whenItsParcelIsNotInTheRun() throws IOException {
    AnswersFile file =
        csv("parcel_id,answer,answered_at,by,note", "P-9999,ON_SHELF,2022-04-15T10:30,Lin,");
    assertThat(file.answers()).isEmpty();
    assertThat(file.notUnderstood())
        .containsExactly(
            new Remark(
                "answers.csv:2 parcel_id", "P-9999", Remark.Matter.NOT_IN_RUN, List.of("1")));
  }

  @Test
  void parcels_areLookedUpInBatches_howeverManyRowsThereAre() throws IOException {
    List<Integer> asked = new ArrayList<>();
    String[] lines = new String[1_202];
    lines[0] = "parcel_id,answer,answered_at";
    for (int row = 1; row < lines.length; row++) {
      lines[row] = "X" + row + ",ON_SHELF,2022-04-15T10:30";
    }
    lines[1_201] = "P-0001,ON_SHELF,2022-04-15T10:30";
    csv(lines);
    AnswersFile file =
        AnswersFile.read(
            folder.resolve("answers.csv"),
            new AskedRun(
                run.run(),
                ids -> {
                  asked.add(ids.size());
                  return run.parcels().apply(ids);
                },
                NOW),
            AnswersLimits.COMMAND);
    assertThat(asked).containsExactly(500, 500, 201);
    assertThat(said(file)).extracting(Answer::parcelId).containsExactly("P-0001");
    assertThat(file.notUnderstood()).hasSize(1_200);
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
    assertThat(said(file))
        .extracting(Answer::answer)
        .containsExactly(StoreAnswer.ON_SHELF, StoreAnswer.HANDED_PAID, StoreAnswer.UNREACHABLE);
    assertThat(said(file)).extracting(Answer::answeredAt).containsOnly(AT);
    assertThat(said(file).get(0).note()).isEqualTo("two\nlines");
  }

  @Test
  void csv_isRefused_whenAColumnIsMissing() throws IOException {
    assertThat(csv("parcel_id,answer", "P-0001,ON_SHELF").unreadable().orElseThrow().what(ENGLISH))
        .isEqualTo("column \"answered_at\" is missing (seen parcel_id, answer)");
  }

  @Test
  void file_isToldUnreadable_whenItIsBroken() throws IOException {
    Path broken = folder.resolve("broken.xlsx");
    byte[] whole = Files.readAllBytes(list);
    Files.write(broken, Arrays.copyOf(whole, whole.length / 2));
    Path bytes = folder.resolve("bytes.csv");
    Files.write(bytes, new byte[] {(byte) 0xC3, (byte) 0x28, 0, 1, '"', 'x'});
    for (Path file : new Path[] {broken, bytes, folder.resolve("absent.xlsx")}) {
      AnswersFile read = AnswersFile.read(file, run, AnswersLimits.COMMAND);
      assertThat(read.answers()).isEmpty();
      assertThat(read.unreadable()).as(file.toString()).isPresent();
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
    assertThat(
            AnswersFile.read(other, run, AnswersLimits.COMMAND)
                .unreadable()
                .orElseThrow()
                .what(ENGLISH))
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
    assertThat(AnswersFile.read(bomb, run, AnswersLimits.COMMAND).unreadable()).isPresent();
  }
}
