package parcelrecon.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static parcelrecon.clock.ClockPair.ATTEMPT_AND_REQUEST;
import static parcelrecon.clock.ClockPair.EVENT_AND_COMPLETION;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.model.Attempt;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;

class ClockOffsetTest {

  private static final Instant AT = Instant.parse("2022-04-13T11:42:39Z");

  @Test
  void pairs_areThoseOfParcelsWithExactlyOneOfEach() {
    ClockTally tally = new ClockTally("OUT");
    tally.add(parcel(List.of(picked()), List.of(event("OUT", 90_000)), List.of(attempt(-200))));
    tally.add(
        parcel(
            List.of(picked()),
            List.of(event("OUT", 90_000), event("STOCK_TAKE", 7_000_000)),
            List.of()));
    tally.add(
        parcel(
            List.of(picked()),
            List.of(event("OUT", 1), event("OUT", 2)),
            List.of(attempt(1), attempt(2))));
    tally.add(parcel(List.of(picked(), picked()), List.of(event("OUT", 1)), List.of(attempt(1))));
    tally.add(parcel(List.of(), List.of(event("OUT", 1)), List.of(attempt(1))));
    tally.add(parcel(List.of(requested()), List.of(event("OUT", 1)), List.of(attempt(300))));
    tally.add(parcel(List.of(picked()), List.of(event("OUT", (Instant) null)), List.of()));
    assertThat(tally.counts())
        .containsExactly(
            new ClockCount(EVENT_AND_COMPLETION, 90_000, 2),
            new ClockCount(ATTEMPT_AND_REQUEST, -200, 1),
            new ClockCount(ATTEMPT_AND_REQUEST, 300, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "49, 0",
    "50, 100",
    "-50, -100",
    "-49, 0",
    "60000, 60000",
    "60500, 61000",
    "-90499, -90000",
    "3600000, 3600000",
    "28801000, 28800000",
    "28805000, 28810000",
    "999999999999, 93600000",
    "-999999999999, -93600000"
  })
  void difference_isRounded_coarserTheFurther(long millis, long rounded) {
    assertThat(ClockTally.roundedMillis(Duration.ofMillis(millis))).isEqualTo(rounded);
  }

  @Test
  void differences_areOfBoundedNumber_whateverTheData() {
    long distinct =
        LongStream.rangeClosed(-950_000, 950_000)
            .map(tenth -> ClockTally.roundedMillis(Duration.ofMillis(tenth * 100)))
            .distinct()
            .count();
    assertThat(distinct).isEqualTo(26_281).isLessThan(30_000);
  }

  @Test
  void offset_isTheMedian_withTheMiddleHalf() {
    assertThat(ClockOffset.of(EVENT_AND_COMPLETION, counts(100, 1, -100, 1, 300, 1, 900, 1)))
        .contains(new ClockOffset(EVENT_AND_COMPLETION, 4, -100, 100, 300));
    assertThat(ClockOffset.of(EVENT_AND_COMPLETION, counts(-100, 250, 100, 500, 300, 250)))
        .contains(new ClockOffset(EVENT_AND_COMPLETION, 1_000, -100, 100, 100));
    assertThat(ClockOffset.of(EVENT_AND_COMPLETION, counts(7, 1)))
        .contains(new ClockOffset(EVENT_AND_COMPLETION, 1, 7, 7, 7));
    assertThat(ClockOffset.of(ATTEMPT_AND_REQUEST, counts(7, 1))).isEmpty();
  }

  @Test
  void clock_isShifted_onlyWhenMeasuredAndFurtherAwayThanASecondAndItsSpread() {
    assertThat(new ClockOffset(EVENT_AND_COMPLETION, 30, 89_800, 90_000, 90_100).isShifted())
        .isTrue();
    assertThat(new ClockOffset(EVENT_AND_COMPLETION, 29, 89_800, 90_000, 90_100).isShifted())
        .isFalse();
    assertThat(new ClockOffset(EVENT_AND_COMPLETION, 900, -1_000, -1_000, -900).isShifted())
        .isFalse();
    assertThat(new ClockOffset(EVENT_AND_COMPLETION, 900, -1_200, -1_100, -900).isShifted())
        .isTrue();
    assertThat(new ClockOffset(EVENT_AND_COMPLETION, 900, 0, 90_000, 90_001).isShifted()).isFalse();
  }

  @Test
  void time_isPutOnThePickUpRecordsClock_whenTheSourcesIsShifted() {
    ClockOffset ahead = new ClockOffset(EVENT_AND_COMPLETION, 30, 89_800, 90_000, 90_100);
    assertThat(ahead.onPickUpClock(AT.plusSeconds(90))).isEqualTo(AT);
    ClockOffset same = new ClockOffset(EVENT_AND_COMPLETION, 30, 0, 900, 900);
    assertThat(same.onPickUpClock(AT)).isEqualTo(AT);
  }

  /** However parcels are divided, the counts added up are the same; a failure names its seed. */
  @Test
  void counts_addUpToTheSame_whateverTheNumberOfPartitions() {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      List<ParcelEvidence> parcels = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        long millis = 90_000 + Math.round(random.nextGaussian() * 2_000);
        parcels.add(parcel(List.of(picked()), List.of(event("OUT", millis)), List.of()));
      }
      Optional<ClockOffset> whole =
          ClockOffset.of(EVENT_AND_COMPLETION, added(parcels, new int[1], random));
      assertThat(ClockOffset.of(EVENT_AND_COMPLETION, added(parcels, new int[7], random)))
          .as("seed " + seed)
          .isEqualTo(whole);
      assertThat(whole.orElseThrow().pairs()).isEqualTo(200);
    }
  }

  private static Collection<ClockCount> added(
      List<ParcelEvidence> parcels, int[] partitions, Random random) {
    List<ClockTally> tallies = new ArrayList<>();
    for (int ignored : partitions) {
      tallies.add(new ClockTally("OUT"));
    }
    parcels.forEach(parcel -> tallies.get(random.nextInt(tallies.size())).add(parcel));
    Map<Long, ClockCount> sums = new TreeMap<>();
    for (ClockTally tally : tallies) {
      for (ClockCount count : tally.counts()) {
        sums.merge(
            count.differenceMillis(),
            count,
            (left, right) ->
                new ClockCount(left.pair(), left.differenceMillis(), left.pairs() + right.pairs()));
      }
    }
    return sums.values();
  }

  /** Difference and number of pairs, in turn. */
  private static List<ClockCount> counts(long... numbers) {
    List<ClockCount> counts = new ArrayList<>();
    for (int i = 0; i < numbers.length; i += 2) {
      counts.add(new ClockCount(EVENT_AND_COMPLETION, numbers[i], numbers[i + 1]));
    }
    return counts;
  }

  private static ParcelEvidence parcel(
      List<Outbound> outbounds, List<ParcelEvent> events, List<Attempt> attempts) {
    return new ParcelEvidence("P", outbounds, List.of(), events, attempts, List.of(), List.of());
  }

  private static Outbound picked() {
    return outbound(Outbound.OutboundState.COMPLETED, AT);
  }

  private static Outbound requested() {
    return outbound(Outbound.OutboundState.PENDING, null);
  }

  private static Outbound outbound(Outbound.OutboundState state, Instant completedAt) {
    return new Outbound(
        "P",
        ref(SourceName.OUTBOUND),
        null,
        null,
        null,
        null,
        Outbound.PaymentTerm.PREPAID,
        0,
        "TWD",
        state,
        AT.minusSeconds(9),
        completedAt,
        null,
        null,
        null);
  }

  private static ParcelEvent event(String type, long millis) {
    return event(type, AT.plusMillis(millis));
  }

  private static ParcelEvent event(String type, Instant occurredAt) {
    return new ParcelEvent(
        "P",
        ref(SourceName.EVENTS),
        null,
        type,
        occurredAt,
        AT,
        ParcelEvent.TimestampType.CREATE_TIME,
        null,
        null);
  }

  private static Attempt attempt(long millis) {
    return new Attempt(
        "P",
        ref(SourceName.ATTEMPTS),
        null,
        AT.minusSeconds(9).plusMillis(millis),
        null,
        Attempt.AttemptOutcome.OK,
        null);
  }

  private static RecordRef ref(SourceName source) {
    return new RecordRef.FileLine(source, "f", 1);
  }
}
