package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Incident;
import parcelrecon.results.Totals;

class MinuteBucketsTest {

  private static final Instant FROM = Instant.parse("2022-04-13T11:33:00Z");

  private static Totals.Minute minute(long after, long outbounds) {
    return new Totals.Minute(FROM.plus(Duration.ofMinutes(after)), outbounds, 1, 2);
  }

  @Test
  void phase_isMarked_whereItTouchesAPoint() {
    MinuteBuckets buckets = new MinuteBuckets(1, List.of(minute(0, 1), minute(1, 1), minute(2, 1)));
    Incident.Phase phase =
        new Incident.Phase("p", "p", FROM.plusSeconds(90), FROM.plusSeconds(120), false, false);
    assertThat(buckets.points())
        .extracting(point -> buckets.touches(point, phase))
        .containsExactly(false, true, false);
  }
}
