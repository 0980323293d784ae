package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Incident;
import parcelrecon.results.Totals;

class MinuteBucketsTest {

  private static final Instant FROM = Instant.parse("2022-04-13T11:33:00Z");

  private static Totals.Minute minute(long after, long outbounds) {
    return new Totals.Minute(FROM.plus(Duration.ofMinutes(after)), outbounds, 1, 2);
  }

  @Test
  void points_areMinutes_whenThereAreAThousand() {
    List<Totals.Minute> minutes = LongStream.range(0, 1_000).mapToObj(i -> minute(i, i)).toList();
    MinuteBuckets buckets = MinuteBuckets.of(minutes);
    assertThat(buckets.minutesEach()).isEqualTo(1);
    assertThat(buckets.points()).isEqualTo(minutes);
    assertThat(buckets.top()).isEqualTo(999);
  }

  @Test
  void points_areNeverMoreThanAThousand_andLoseNothing() {
    List<Totals.Minute> minutes = LongStream.range(0, 1_001).mapToObj(i -> minute(i, 1)).toList();
    MinuteBuckets buckets = MinuteBuckets.of(minutes);
    assertThat(buckets.minutesEach()).isEqualTo(2);
    assertThat(buckets.points()).hasSize(501);
    assertThat(buckets.points().stream().mapToLong(Totals.Minute::outbounds).sum())
        .isEqualTo(1_001);
    assertThat(buckets.points().get(0).events()).isEqualTo(4);
  }

  @Test
  void points_standWhereNothingWasCounted_whenMinutesAreLeftOut() {
    MinuteBuckets buckets = MinuteBuckets.of(List.of(minute(0, 1), minute(4_000_000, 5)));
    assertThat(buckets.points()).hasSizeLessThanOrEqualTo(1_000).hasSizeGreaterThan(900);
    assertThat(buckets.points().get(1).outbounds()).isZero();
    assertThat(buckets.points().get(buckets.points().size() - 1).outbounds()).isEqualTo(5);
  }

  @Test
  void points_areNone_whenNothingHappened() {
    assertThat(MinuteBuckets.of(List.of()).points()).isEmpty();
  }

  @Test
  void phase_isMarked_whereItTouchesAPoint() {
    MinuteBuckets buckets = MinuteBuckets.of(List.of(minute(0, 1), minute(1, 1), minute(2, 1)));
    Incident.Phase phase =
        new Incident.Phase("p", "p", FROM.plusSeconds(90), FROM.plusSeconds(120), false, false);
    assertThat(buckets.points())
        .extracting(point -> buckets.touches(point, phase))
        .containsExactly(false, true, false);
  }
}
