package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;

class SummarySheetTest {

  private final XSSFSheet summary = WrittenBook.sample().workbook().getSheet("Summary");

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Row row : summary) {
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

  @Test
  void summary_isOnePrintedPage() {
    assertThat(summary.getFitToPage()).isTrue();
    assertThat(summary.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
    assertThat(summary.getPrintSetup().getFitHeight()).isEqualTo((short) 1);
    assertThat(WrittenBook.sample().workbook().getPrintArea(0)).startsWith("Summary!$A$1:$J$");
  }

  @Test
  void summary_tellsHeadlineAndTheOthers() {
    assertThat(lines())
        .contains(
            "9 of 161,569 parcels that day (0.0 %) were picked up in the system while the counter"
                + " showed an error.")
        .anyMatch(line -> line.startsWith("Another 13 parcels are affected in other ways."));
  }

  @Test
  void summary_tellsAmountsByVerdict_neverNetted() {
    assertThat(lines())
        .anyMatch(line -> line.startsWith("ask the store|5.0|3478.0"))
        .anyMatch(line -> line.startsWith("All affected|22.0|JP¥200\nNT$6,528|1999.0"))
        .anyMatch(line -> line.startsWith("Not yet due (in no sum)|75.0"));
  }

  @Test
  void summary_tellsEveryTimeOut() {
    assertThat(lines())
        .anyMatch(line -> line.startsWith("1 second|60.0"))
        .anyMatch(line -> line.startsWith("10 seconds|3.0"))
        .anyMatch(line -> line.startsWith("60 seconds|0.0"));
  }

  @Test
  void summary_tellsWhatIsNotProvableAndWhatToDo() {
    String all = String.join("\n", lines());
    assertThat(all)
        .contains("5 parcels: no record tells where the parcel is")
        .contains("1 of them is prepaid")
        .contains("Messages about pick-ups: some cannot be seen yet.")
        .contains("The first pick-up deadline of a parcel in question is 2022-04-17.")
        .contains("BPM: 5 parcels: call the store");
  }

  @Test
  void chart_showsThreeSeriesAndEveryPhase_eachWithItsOwnLineOrFill() {
    XSSFChart chart = summary.getDrawingPatriarch().getCharts().get(1);
    String xml = chart.getCTChart().xmlText();
    assertThat(chart.getChartSeries()).hasSize(2);
    assertThat(chart.getChartSeries().get(0).getSeriesCount()).isEqualTo(1);
    assertThat(chart.getChartSeries().get(1).getSeriesCount()).isEqualTo(2 + 3);
    assertThat(xml)
        .contains("Shown as failed", "Pick-ups", "cluster down", "counters switched over")
        .doesNotContain("Kafka switched off");
    XDDFChartData lines = chart.getChartSeries().get(1);
    for (int i = 0; i < lines.getSeriesCount(); i++) {
      assertThat(lines.getSeries(i).getShapeProperties().getLineProperties()).isNotNull();
    }
    XDDFChartData.Series bars = chart.getChartSeries().get(0).getSeries(0);
    assertThat(bars.getShapeProperties().getFillProperties()).isNotNull();
  }

  @Test
  void timeOuts_areDrawnAsACurve_besideTheirTable() {
    XSSFChart chart = summary.getDrawingPatriarch().getCharts().get(0);
    XDDFChartData.Series curve = chart.getChartSeries().get(0).getSeries(0);
    assertThat(curve.getCategoryData().getPointCount()).isEqualTo(6);
    assertThat(curve.getCategoryData().getPointAt(0)).isEqualTo("1 second");
    assertThat(curve.getValuesData().getPointAt(0)).isEqualTo(60.0);
    assertThat(curve.getShapeProperties().getLineProperties()).isNotNull();
  }

  @Test
  void phases_haveTheirAffectedParcels() {
    assertThat(lines())
        .anyMatch(line -> line.startsWith("counters time out|9.0|19:42–19:44|counters failing|"))
        .anyMatch(line -> line.startsWith("counters switched over|13.0|19:43–20:22|"));
  }

  @Test
  void chart_isDrawnFromNumbersThatCanBeRead() {
    Row minute = summary.getRow(2 + 10);
    assertThat(minute.getCell(12).getStringCellValue()).isEqualTo("19:43");
    assertThat(minute.getCell(14).getNumericCellValue()).isEqualTo(9);
    assertThat(minute.getCell(16).getNumericCellValue()).isPositive();
    assertThat(summary.getRow(2).getCell(17)).isNull();
  }
}
