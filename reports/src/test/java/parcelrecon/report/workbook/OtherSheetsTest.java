package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;
import parcelrecon.report.SampleRun;

class OtherSheetsTest {

  private final WrittenBook book = WrittenBook.sample();

  @Test
  void parcels_listEveryAffectedOne_withAllKindsAndSuggestions() {
    WrittenBook.Table parcels = book.table("Parcels");
    assertThat((long) parcels.rows()).isEqualTo(SampleRun.incident().totals().parcels().affected());
    assertThat(parcels.text("P-0004", "What was found").lines()).hasSize(3);
    assertThat(parcels.text("P-0004", "Suggestion").lines()).hasSize(3);
    assertThat(parcels.text("P-0004", "Where the parcel is")).isEqualTo("still at the store");
    assertThat(parcels.cell("P-0001", "Picked up").getLocalDateTimeCellValue())
        .isEqualTo(LocalDateTime.of(2022, 4, 13, 19, 42, 39));
  }

  @Test
  void timeline_putsAllRecordsOfAParcelOnOneClock() {
    WrittenBook.Table timeline = book.table("Timeline");
    List<String> happened = new ArrayList<>();
    for (int row = 1; row <= timeline.rows(); row++) {
      if (timeline.cell(row, "Parcel id").getStringCellValue().equals("P-0004")) {
        happened.add(timeline.cell(row, "What").getStringCellValue());
      }
    }
    assertThat(happened)
        .containsExactly(
            "Pick-up requested",
            "The counter’s screen: timed out after 9,100 ms",
            "Picked up (cash on delivery)",
            "Event OUTBOUND_COMPLETED",
            "The counter’s screen: error after 420 ms");
    assertThat(timeline.cell("P-0004", "Time").getCellStyle().getDataFormatString())
        .isEqualTo("yyyy-mm-dd hh:mm:ss.000");
  }

  @Test
  void timeline_showsUnreadableRows_andParcelsToBeLookedInto() {
    WrittenBook.Table timeline = book.table("Timeline");
    assertThat(timeline.texts("What")).contains("A row that could not be read");
    assertThat(timeline.texts("Parcel id")).contains("P-0019").doesNotContain("P-0018");
  }

  @Test
  void datafixes_sayWhoAndWhy() {
    WrittenBook.Table datafixes = book.table("Datafixes");
    assertThat(datafixes.text("P-0004", "Who")).isEqualTo("DBA");
    assertThat(datafixes.text("P-0004", "How")).isEqualTo("SQL with rollback");
    assertThat(datafixes.text("P-0004", "Confirm first"))
        .startsWith("BPM: the store confirms that the parcel is on the shelf");
    assertThat(datafixes.text("P-0004", "Rests on"))
        .isEqualTo("A later try to pick it up was refused");
    assertThat(datafixes.text("P-0010", "Because")).isEqualTo("Paid less than due");
    assertThat(datafixes.number("P-0010", "Amount")).isEqualTo(100);
    assertThat(datafixes.text("P-0021", "Consumer group")).isEqualTo("fms-celery-id");
  }

  @Test
  void downstream_tellsWhichConsumersStoodStill() {
    WrittenBook.Table downstream = book.table("Downstream");
    assertThat(downstream.sheet().getRow(1).getCell(0).getStringCellValue())
        .isEqualTo(
            "Consumer group fms-celery-id stood still: 1 parcel not processed; committed:"
                + " parcel-outbound 0:6900 1:6950");
    assertThat(downstream.number("P-0023", "Event after pick-up (s)")).isEqualTo(18 * 60);
    assertThat(downstream.texts("Parcel id")).contains("P-0025", "P-0005").doesNotContain("P-0001");
  }

  @Test
  void stores_haveCountsAndALetter() {
    WrittenBook.Table stores = book.table("Stores");
    int row = stores.texts("Store id").indexOf("S0001") + 1;
    assertThat(stores.cell(row, "Pick-ups").getNumericCellValue()).isEqualTo(58);
    assertThat(stores.cell(row, "Share").getNumericCellValue()).isBetween(0.17, 0.18);
    assertThat(stores.cell(row, "To collect TWD").getNumericCellValue()).isPositive();
    assertThat(stores.cell(row, "Message to the store").getStringCellValue())
        .startsWith("Dear colleagues of 民生店, on 2022-04-13 between 19:33 and 20:22")
        .contains("P-0001 (NT$1,280 on delivery; pick-up until 2022-04-19)")
        .contains("Please keep these on the shelf");
  }

  @Test
  void evidence_holdsLawsCoverageOffsetsAndSettings() {
    List<String> lines = new ArrayList<>();
    for (Row row : book.workbook().getSheet("Evidence")) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell.toString()));
      lines.add(String.join("|", cells));
    }
    assertThat(lines)
        .contains("payments|holds|98,401 read = 98,400 accepted + 1 rejected")
        .contains(
            "Money, TWD|holds|NT$5,873 due − paid = NT$6,528 to collect − NT$730 to refund + NT$0"
                + " within the tolerance + NT$75 not yet due + NT$0 settled by one receipt")
        .contains(
            "parcel-outbound|incomplete|3.0|0.0|124270.0|Topic parcel-outbound, partition 3: an open"
                + " transaction hides 14 records")
        .contains("parcel-outbound|complete|0.0|0.0|7900.0")
        .contains("events|incomplete|Some of its partitions could not show all, see below")
        .contains(
            "pick-up records|jdbc|0.0|161613.0|161612.0|1.0|12.0|1030.0|160582.0|2431.0|20.0|14.0")
        .contains("fms-celery-id|parcel-outbound 0:6900 1:6950")
        .contains("rules.counter-timeout|PT3S|the site")
        .contains("rules.retry-window|PT15M|default")
        .noneMatch(line -> line.contains("BROKEN"));
  }

  @Test
  void rejects_areListedWithTheirReason() {
    WrittenBook.Table rejects = book.table("Rejects");
    assertThat(rejects.rows()).isEqualTo(2);
    assertThat(rejects.text("P-0027", "Reason")).contains("\"12,50\" is not a decimal");
  }
}
