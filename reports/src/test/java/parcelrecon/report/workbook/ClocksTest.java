package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;
import parcelrecon.clock.ClockOffset;
import parcelrecon.clock.ClockPair;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.report.SampleParcel;
import parcelrecon.report.SampleRun;
import parcelrecon.report.SampleRunAround;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.MismatchKind;

/** Sources whose clocks are not that of the pick-up records. */
class ClocksTest {

  private static final ClockOffset EVENTS_AHEAD =
      new ClockOffset(ClockPair.EVENT_AND_COMPLETION, 15_402, 89_800, 90_000, 90_200);
  private static final ClockOffset CALLS_BEHIND =
      new ClockOffset(ClockPair.ATTEMPT_AND_REQUEST, 30, -28_800_000, -28_800_000, -28_799_000);
  private static final ClockOffset FEW_CALLS =
      new ClockOffset(ClockPair.ATTEMPT_AND_REQUEST, 29, -90_000, -90_000, -90_000);

  /** Picked up at 19:42:39; the event's clock says 19:44:09, when the buyer had paid long since. */
  private static final ParcelRow PARCEL =
      SampleParcel.parcel("P-1")
          .cod(500)
          .pickedUp("19:42:39", 9_000)
          .event("OUTBOUND_COMPLETED", "19:44:09", Duration.ZERO)
          .tries("11:42:31", 8_000, AttemptOutcome.TIMEOUT)
          .pays(500, "19:43:20")
          .finds(MismatchKind.SHOWN_AS_FAILED)
          .row();

  @Test
  void rows_areInTheOrderOfOneClock_whenASourcesClockIsAnother() {
    WrittenBook.Table timeline = timeline(EVENTS_AHEAD, CALLS_BEHIND);
    assertThat(timeline.texts("What"))
        .containsExactly(
            "Pick-up requested",
            "The counter’s screen: timed out after 8,000 ms",
            "Picked up (cash on delivery)",
            "Event OUTBOUND_COMPLETED",
            "Counter payment, done: PAY-P-1-1");
    assertThat(times(timeline, "Time"))
        .containsExactly("19:42:30", "11:42:31", "19:42:39", "19:44:09", "19:43:20");
    assertThat(times(timeline, "On the pick-up records’ clock"))
        .containsExactly("19:42:30", "19:42:31", "19:42:39", "19:42:39", "");
  }

  @Test
  void rows_areInTheOrderOfTheirOwnTimes_whenTheClocksAgree() {
    WrittenBook.Table timeline =
        timeline(
            new ClockOffset(ClockPair.EVENT_AND_COMPLETION, 15_402, -100, 100, 300), FEW_CALLS);
    assertThat(timeline.headers()).doesNotContain("On the pick-up records’ clock");
    assertThat(times(timeline, "Time"))
        .containsExactly("11:42:31", "19:42:30", "19:42:39", "19:43:20", "19:44:09");
  }

  @Test
  void timeline_tellsAboveItsRows_howFarClocksAreApart() {
    assertThat(note(timeline(EVENTS_AHEAD, CALLS_BEHIND)))
        .isEqualTo(
            "Clocks, compared with that of the pick-up records: events +90 s (half of them +89.8 s"
                + " to +90.2 s; 15,402 pairs), shown on the pick-up records’ clock too; counter"
                + " calls −8 h 0 min (half of them −8 h 0 min to −7 h 59 min; 30 pairs), shown on"
                + " the pick-up records’ clock too; payments not measured (a payment is not made"
                + " at the moment of a pick-up).");
    assertThat(timeline(EVENTS_AHEAD).sheet().getRow(2).getCell(0).getStringCellValue())
        .isEqualTo(
            "Rows of a parcel are sorted by the pick-up records’ clock as far as it is known.");
    assertThat(note(timeline(FEW_CALLS)))
        .isEqualTo(
            "Clocks, compared with that of the pick-up records: events not measured (no pairs);"
                + " counter calls not measured (29 pairs, at least 30 are needed); payments not"
                + " measured (a payment is not made at the moment of a pick-up).");
  }

  @Test
  void evidence_tellsWhatWasMeasured_andWhatWasNot() {
    List<String> lines = new ArrayList<>();
    for (Row row : book(EVENTS_AHEAD, FEW_CALLS).workbook().getSheet("Evidence")) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell.toString()));
      lines.add(String.join("|", cells));
    }
    assertThat(lines)
        .contains(
            "events|an event occurs, and the pick-up is completed; median +90 s, half of them"
                + " +89.8 s to +90.2 s, 15,402 pairs. Another clock: the sheet Timeline shows its"
                + " times on the pick-up records’ clock too",
            "counter calls|a call of the counter starts, and the pick-up is requested; median"
                + " −90 s, half of them −90 s to −90 s, 29 pairs. Too few to tell",
            "payments|a payment is not made at the moment of a pick-up: not measured");
  }

  private static List<String> times(WrittenBook.Table table, String header) {
    List<String> times = new ArrayList<>();
    for (int row = 1; row <= table.rows(); row++) {
      LocalDateTime time = table.cell(row, header).getLocalDateTimeCellValue();
      times.add(time == null ? "" : time.toLocalTime().toString());
    }
    return times;
  }

  private static String note(WrittenBook.Table table) {
    return table.sheet().getRow(1).getCell(0).getStringCellValue();
  }

  private static WrittenBook.Table timeline(ClockOffset... offsets) {
    return book(offsets).table("Timeline");
  }

  private static WrittenBook book(ClockOffset... offsets) {
    return WrittenBook.of(
        new SampleRunAround(SampleRun.of(List.of(PARCEL))) {
          @Override
          public Map<ClockPair, ClockOffset> clocks() {
            Map<ClockPair, ClockOffset> clocks = new HashMap<>();
            List.of(offsets).forEach(offset -> clocks.put(offset.pair(), offset));
            return clocks;
          }
        },
        1,
        Book.ROWS_MAX);
  }
}
