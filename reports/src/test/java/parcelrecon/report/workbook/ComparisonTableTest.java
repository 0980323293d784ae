package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;
import parcelrecon.report.SampleControl;
import parcelrecon.report.SampleRun;
import parcelrecon.results.RunResults;

class ComparisonTableTest {

  /** The right half of the summary, a text for each row. */
  private static List<String> lines(RunResults run) {
    List<String> lines = new ArrayList<>();
    for (Row row : WrittenBook.of(run, 2, Book.ROWS_MAX).workbook().getSheet("Summary")) {
      List<String> cells = new ArrayList<>();
      for (Cell cell : row) {
        if (cell.getColumnIndex() >= 5 && cell.getColumnIndex() < 10) {
          cells.add(cell.toString());
        }
      }
      lines.add(String.join("|", cells));
    }
    return lines;
  }

  @Test
  void summary_tellsWhatIsMoreThanUsual_andWhatIsNotKnown() {
    List<String> lines = lines(SampleControl.of(1_000).compared());
    assertThat(lines)
        .contains("More than usual?", "What was found (parcels)|Found|Found then|Excess|Than usual")
        .anyMatch(
            line ->
                line.startsWith(
                    "Counter showed an error, but the pick-up was completed|9.0|0.0|9.0|more"))
        .anyMatch(line -> line.startsWith("Paid twice|") && line.endsWith("|within chance"))
        .anyMatch(
            line ->
                line.startsWith("Pick-up message not found|") && line.endsWith("|–|–|not known"))
        .anyMatch(
            line ->
                line.startsWith(
                    "For some of it, whether it is more than usual is not known: not everything"
                        + " could be seen, then or now (events)."));
  }

  @Test
  void summary_saysWhyOnly_whenNothingIsKnown() {
    List<String> lines = lines(SampleControl.failed(5).compared());
    assertThat(lines)
        .contains(
            "More than usual?",
            "Whether this is more than usual is not known: too many records of that time could not"
                + " be read.")
        .noneMatch(line -> line.endsWith("Than usual"));
  }

  @Test
  void summary_saysNothing_whenNothingWasCompared() {
    assertThat(lines(SampleRun.incident())).doesNotContain("More than usual?");
  }
}
