package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Incident;
import parcelrecon.model.Window;
import parcelrecon.report.RunOutputs;
import parcelrecon.report.SampleRun;
import parcelrecon.report.SampleRunAround;
import parcelrecon.report.SampleSettings;
import parcelrecon.results.RunRow;
import parcelrecon.results.Totals;

/** Runs of twenty years, and of nothing. */
class LongWindowTest {

  private static final Instant FROM = Instant.parse("2003-01-01T00:00:00Z");
  private static final long MINUTES = Duration.ofDays(20 * 365).toMinutes();

  @TempDir java.nio.file.Path folder;

  /** A run whose window is long, and whose every minute is counted. */
  private static class Years extends SampleRunAround {
    Years() {
      super(SampleRun.incident());
    }

    @Override
    public RunRow run() {
      RunRow one = run.run();
      Incident of = one.incident();
      Window years =
          new Window(FROM, FROM.plus(Duration.ofMinutes(MINUTES)), ZoneId.of("Asia/Taipei"));
      return new RunRow(
          one.run(),
          new Incident(
              of.id(), of.title(), of.market(), years, of.times(), of.phases(), of.claims()),
          one.asOf(),
          one.state(),
          one.exitCode(),
          one.dayTotal(),
          one.answersThrough(),
          one.options(),
          one.configuration(),
          one.startedAt(),
          one.endedAt(),
          one.controlOf(),
          one.recheckOf(),
          one.removedAt());
    }

    @Override
    public Totals.Minutes minutes(int pointsMax) {
      long each = (MINUTES + pointsMax - 1) / pointsMax;
      List<Totals.Minute> points = new ArrayList<>();
      for (long minute = 0; minute < MINUTES; minute += each) {
        points.add(
            new Totals.Minute(FROM.plus(Duration.ofMinutes(minute)), each * 100, minute % 7, each));
      }
      return new Totals.Minutes(each, points);
    }
  }

  private static XSSFChart perMinute(XSSFSheet summary) {
    return summary.getDrawingPatriarch().getCharts().stream()
        .filter(
            chart -> chart.getTitleText() != null && !chart.getTitleText().getString().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void chart_hasAtMostAThousandPoints_whenTheWindowIsTwentyYears() {
    XSSFSheet summary =
        WrittenBook.of(new Years(), 1, Book.ROWS_MAX).workbook().getSheet("Summary");
    assertThat(perMinute(summary).getTitleText().getString()).isEqualTo("Per 7 d 7 h");
    assertThat(summary.getRow(1 + MinuteBuckets.POINTS_MAX).getCell(13).getNumericCellValue())
        .isPositive();
    assertThat(summary.getLastRowNum()).isEqualTo(1 + MinuteBuckets.POINTS_MAX);
  }

  @Test
  void outputs_areMade_whenTheWindowIsTwentyYears() {
    new RunOutputs(SampleSettings.ENGLISH).write(new Years(), folder);
    assertThat(folder.resolve("run.json")).exists();
  }

  @Test
  void chart_isAText_whenNothingWasCounted() {
    XSSFSheet summary =
        WrittenBook.of(
                new SampleRunAround(SampleRun.of(List.of())) {
                  @Override
                  public Totals.Minutes minutes(int pointsMax) {
                    return new Totals.Minutes(1, List.of(new Totals.Minute(FROM, 0, 0, 0)));
                  }
                },
                1,
                Book.ROWS_MAX)
            .workbook()
            .getSheet("Summary");
    List<String> texts = new ArrayList<>();
    summary.forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
    assertThat(texts).contains("Nothing happened in the window.");
    assertThat(summary.getRelations())
        .noneMatch(part -> part instanceof XSSFChart chart && chart.getTitleText() != null);
  }
}
