package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.report.SampleLater;
import parcelrecon.report.SystemWords;
import parcelrecon.report.text.Texts;
import parcelrecon.results.OpenAt;
import parcelrecon.results.RunResults;
import parcelrecon.rule.MismatchClass;

/** What is open day by day, as a run with another before it shows it. */
class BurnDownSheetTest {

  private static final int DAYS = 5;

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN", "zh-TW"})
  void laterRun_showsADayARow_withAChartDrawnFromThem(String language) {
    RunResults later = SampleLater.incident();
    XSSFWorkbook workbook = WrittenBook.of(later, language).workbook();
    XSSFSheet sheet = workbook.getSheet(Texts.of(language).text("sheet.burnDown"));
    assertThat(workbook.getSheetIndex(sheet)).as("behind what became of parcels").isEqualTo(3);
    int header = header(sheet);
    assertThat(sheet.getLastRowNum()).isEqualTo(header + DAYS);
    long now = later.openSeries().get(1).counts().sum().mismatches();
    int all = sheet.getRow(header).getLastCellNum() - 3;
    assertThat(sheet.getRow(header + DAYS).getCell(all).getNumericCellValue()).isEqualTo(now);
    OpenAt first = later.openSeries().get(0);
    for (int row = header + 1; row < header + DAYS; row++) {
      assertThat(sheet.getRow(row).getCell(all).getNumericCellValue())
          .isEqualTo(first.counts().sum().mismatches());
      assertThat(
              sheet.getRow(row).getCell(1) != null
                  && !sheet.getRow(row).getCell(1).getStringCellValue().isEmpty())
          .as("only the day that was looked at says when")
          .isEqualTo(row == header + 1);
    }
    assertChart(sheet, all - 2);
    String name = Texts.of(language).name(MismatchClass.DOWNSTREAM);
    SystemWords.assertNoneIn(workbookText(sheet).replace(name, ""));
  }

  private static void assertChart(XSSFSheet sheet, int classes) {
    XSSFChart chart = sheet.getDrawingPatriarch().getCharts().get(0);
    XDDFChartData lines = chart.getChartSeries().get(0);
    assertThat(lines.getSeriesCount()).as("a line a class, and all").isEqualTo(classes + 1);
    assertThat(classes).isPositive();
    for (int i = 0; i <= classes; i++) {
      XDDFChartData.Series series = lines.getSeries(i);
      assertThat(series.getValuesData().getPointCount()).isEqualTo(DAYS);
      assertThat(series.getCategoryData().getPointCount()).isEqualTo(DAYS);
    }
  }

  @Test
  void firstRun_hasNoSuchSheet() {
    assertThat(WrittenBook.sample().workbook().getSheet("Open by day")).isNull();
  }

  /** The first row with a number is that below it. */
  private static int header(XSSFSheet sheet) {
    String last = sheet.getRow(sheet.getLastRowNum()).getCell(0).getStringCellValue();
    assertThat(last).isEqualTo("2022-04-20");
    return sheet.getLastRowNum() - DAYS;
  }

  private static String workbookText(XSSFSheet sheet) {
    StringBuilder text = new StringBuilder();
    sheet.forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
    return text.toString();
  }
}
