package parcelrecon.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.clock.ClockOffset;
import parcelrecon.clock.ClockPair;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.StoredResults;

/** How far clocks are apart is measured over all parcels in scope, those in order among them. */
class ClocksRunTest {

  @TempDir Path folder;

  /** 42 parcels in order, whose calls were written down by a clock that is some 90 s ahead. */
  @Test
  void clock_isMeasured_whenItIsNinetySecondsAhead() {
    List<String> outbounds = new ArrayList<>();
    List<String> attempts = new ArrayList<>();
    List<String> payments = new ArrayList<>();
    for (int i = 0; i < 42; i++) {
      LocalDateTime requested = LocalDateTime.parse("2022-04-13T19:40:00").plusSeconds(i);
      LocalDateTime completed = requested.plusSeconds(1);
      LocalDateTime called = requested.plusSeconds(89 + i % 3);
      outbounds.add("P" + i + ",COD,5,O" + i + ",," + requested + "," + completed);
      attempts.add("P" + i + "," + called + ",300,OK");
      payments.add("P" + i + ",M" + i + ",5," + completed.plusSeconds(10));
    }
    CsvSite csv =
        CsvSite.in(folder)
            .outbounds(outbounds.toArray(String[]::new))
            .attempts(attempts.toArray(String[]::new))
            .payments(payments.toArray(String[]::new));
    try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
      RunOutcome outcome =
          new ReconcileJob(csv.site(), database, Progress.SILENT).reconcile(csv.request());
      assertThat(outcome.problems()).isEmpty();
      StoredResults results = new StoredResults(database, outcome.run());
      assertThat(results.totals().parcels().clean()).isEqualTo(42);
      assertThat(results.clocks())
          .isEqualTo(
              Map.of(
                  ClockPair.ATTEMPT_AND_REQUEST,
                  new ClockOffset(ClockPair.ATTEMPT_AND_REQUEST, 42, 89_000, 90_000, 91_000)));
    }
  }
}
