package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.report.SampleLater;
import parcelrecon.report.SampleRun;
import parcelrecon.report.SystemWords;
import parcelrecon.report.text.Texts;

class FollowUpSheetTest {

  private static final WrittenBook LATER = WrittenBook.of(SampleLater.incident(), 2, Book.ROWS_MAX);

  private final WrittenBook.Table sheet = LATER.table("Follow-up");

  @Test
  void sheet_listsEveryParcelAffectedAtTheTime_andThoseFoundSince() {
    List<String> affectedThen = new ArrayList<>();
    SampleRun.incident()
        .forEachParcel(
            parcel -> {
              if (parcel.standing() == parcelrecon.rule.Standing.AFFECTED) {
                affectedThen.add(parcel.parcelId());
              }
            });
    assertThat(sheet.texts("Parcel id").stream().map(FollowUpSheetTest::plain))
        .containsExactlyInAnyOrderElementsOf(with(affectedThen, "P-0040"));
    assertThat(sheet.texts("Parcel id")).last().isEqualTo("P-0040");
    assertThat(sheet.text("P-0040", "What became of it")).isEqualTo("found since");
    assertThat(sheet.text("P-0040", "At the time: what was found")).isEmpty();
    assertThat(sheet.number("P-0040", "Now: to collect")).isEqualTo(610);
  }

  private static String plain(String shown) {
    return shown.startsWith("'") ? shown.substring(1) : shown;
  }

  private static List<String> with(List<String> parcels, String more) {
    List<String> all = new ArrayList<>(parcels);
    all.add(more);
    return all;
  }

  @Test
  void openOnes_comeFirst_thenNotKnown_thenPutRight_thenThoseThatNeededNothing() {
    List<String> became = sheet.texts("What became of it").stream().distinct().toList();
    assertThat(became)
        .containsExactly(
            "still open",
            "put back to “awaiting pick-up”",
            "not known: what it was found by is not seen now",
            "picked up on a later visit",
            "paid since",
            "given back since",
            "nothing to do, neither then nor now",
            "found since");
  }

  @Test
  void parcelPickedUpAndPaidLater_isToldAsSuch_withThenAndNow() {
    assertThat(sheet.text("P-0001", "At the time: what was found"))
        .isEqualTo(
            "Counter showed an error, but the pick-up was completed (confirmed)\n"
                + "Picked up, money not collected (confirmed)");
    assertThat(sheet.text("P-0001", "At the time: where it was")).isEqualTo("ask the store");
    assertThat(sheet.number("P-0001", "At the time: to collect")).isEqualTo(1280);
    assertThat(sheet.text("P-0001", "Now: where it is")).isEqualTo("handed over");
    assertThat(sheet.cell("P-0001", "Now: to collect").getCellType()).isEqualTo(CellType.BLANK);
    assertThat(sheet.text("P-0001", "By which change").lines())
        .containsExactly(
            "the store said at 2022-04-17 10:30: on the shelf",
            "put back to “awaiting pick-up”; record version 1 → 2",
            "picked up at 2022-04-18 15:02",
            "NT$1,280 paid at 2022-04-18 15:02:20",
            "downstream systems were told that the pick-up was taken back");
    assertThat(sheet.text("P-0001", "Still to be done")).isEmpty();
    assertThat(sheet.text("P-0001", "Shown by (for ops)"))
        .contains("outbound:parcel_outbound:OUT-P-0001-0", "payments:", "events:", "answers:1:1");
  }

  @Test
  void parcelPutBack_staysOpen_whileDownstreamIsNotTold() {
    assertThat(sheet.text("P-0004", "By which change"))
        .isEqualTo(
            "put back to “awaiting pick-up”; record version 1 → 2, as suggested on 2022-04-16");
    assertThat(sheet.text("P-0004", "Still to be done"))
        .isEqualTo("Send the message that takes the pick-up back");
    assertThat(sheet.rowOf("P-0004")).isLessThan(sheet.rowOf("P-0003"));
  }

  @Test
  void parcelOutOfSight_isNotKnown_andNothingIsSaidOfItNow() {
    assertThat(sheet.text("P-0003", "Now: what is still found")).isEqualTo("no record is seen now");
    assertThat(sheet.text("P-0003", "Now: where it is")).isEqualTo("–");
    assertThat(sheet.text("P-0003", "By which change"))
        .isEqualTo("2 records of then are not seen now");
  }

  @Test
  void leadAndNotes_sayWhenTheLooksWere_andHowManyAreOpen() {
    assertThat(sheet.sheet().getRow(1).getCell(0).getStringCellValue())
        .isEqualTo(
            "22 parcels were affected at the time: 3 put right, 16 open, 1 not known, 2 needed nothing."
                + " At the time: as known on 2022-04-16 12:00:00. Now: as known on 2022-04-20 12:00:00.");
  }

  @Test
  void sheetGoesOn_withItsHeaderAndFilter_whenItIsFull() {
    WrittenBook book = WrittenBook.of(SampleLater.incident(), 2, 13);
    assertThat(book.sheetNames()).contains("Follow-up", "Follow-up (2)", "Follow-up (3)");
    List<String> ids = new ArrayList<>();
    for (String name : List.of("Follow-up", "Follow-up (2)", "Follow-up (3)")) {
      ids.addAll(book.table(name).texts("Parcel id"));
    }
    assertThat(ids).isEqualTo(sheet.texts("Parcel id"));
  }

  @Test
  void callsAndDatafixes_askNothingOfWhatIsHealed() {
    List<String> healed = List.of("P-0001", "P-0010", "P-0011");
    assertThat(LATER.table("Store calls").texts("Parcel id")).doesNotContainAnyElementsOf(healed);
    assertThat(LATER.table("Datafixes").texts("Parcel id")).doesNotContain("P-0010", "P-0011");
  }

  @Test
  void firstRun_hasNoSuchSheet() {
    assertThat(WrittenBook.sample().sheetNames()).doesNotContain("Follow-up");
  }

  @Test
  void summary_keepsTheHeadlineOfTheTime_withNowBesideEachFigure() {
    List<String> lines = summary(LATER);
    assertThat(lines)
        .contains(
            "At the time, as known on 2022-04-16 12:00:00: 9 of 161,569 parcels that day (0.0 %)"
                + " were picked up in the system while the counter showed an error.")
        .anyMatch(
            line -> line.startsWith("Now, as known on 2022-04-20 12:00:00: 8 of 161,569 parcels"))
        .contains("Since first found")
        .anyMatch(line -> line.startsWith("Shown as failed|9.0|8.0"))
        .anyMatch(line -> line.startsWith("Where: ask the store|5.0|3.0"))
        .anyMatch(line -> line.startsWith("To collect|JP¥200\nNT$6,528|JP¥200\nNT$"))
        .anyMatch(line -> line.endsWith("put back to “awaiting pick-up”|1.0|1.0"))
        .anyMatch(line -> line.endsWith("found since, not affected at the time|1.0"));
  }

  @Test
  void summary_saysWhatIsNotKnown_ofTheDay() {
    assertThat(summary(WrittenBook.of(SampleLater.incident().withoutDayTotal(), 2, Book.ROWS_MAX)))
        .anyMatch(line -> line.startsWith("Picked up that day|161569.0|–"));
  }

  private static List<String> summary(WrittenBook book) {
    List<String> lines = new ArrayList<>();
    for (Row row : book.workbook().getSheet("Summary")) {
      List<String> cells = new ArrayList<>();
      for (Cell cell : row) {
        if (cell.getColumnIndex() < 10) {
          cells.add(cell.toString());
        }
      }
      lines.add(String.join("|", cells));
    }
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN", "zh-TW"})
  void summary_hasNoWordOfTheSystems(String language) {
    String title = SampleRun.incident().run().incident().title();
    List<String> told = new ArrayList<>();
    for (Row row :
        WrittenBook.of(SampleLater.incident(), language)
            .workbook()
            .getSheet(Texts.of(language).text("sheet.summary"))) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.STRING && !cell.getStringCellValue().equals(title)) {
          told.add(PlainWordsTest.withoutDownstream(cell.getStringCellValue(), language));
        }
      }
    }
    assertThat(told).hasSizeGreaterThan(100).allSatisfy(SystemWords::assertNoneIn);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN", "zh-TW"})
  void sheet_hasNoWordOfTheSystems_butInItsLastColumn(String language) {
    Texts texts = Texts.of(language);
    WrittenBook.Table table =
        WrittenBook.of(SampleLater.incident(), language).table(texts.text("sheet.followUp"));
    int refs = table.column(texts.text("column.shownBy"));
    List<String> told = new ArrayList<>();
    for (Row row : table.sheet()) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.STRING && cell.getColumnIndex() != refs) {
          told.add(PlainWordsTest.withoutDownstream(cell.getStringCellValue(), language));
        }
      }
    }
    assertThat(told).hasSizeGreaterThan(100).allSatisfy(SystemWords::assertNoneIn);
  }
}
