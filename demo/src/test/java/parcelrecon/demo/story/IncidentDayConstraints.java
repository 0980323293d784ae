package parcelrecon.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parcelrecon.demo.story.Cast.Crowd;
import parcelrecon.demo.story.Written.OutboundRow;

/** What holds for the day whatever its seed. */
abstract class IncidentDayConstraints {

  private static IncidentDay last;

  private final IncidentDay day;

  IncidentDayConstraints(long seed) {
    if (last == null || last.seed() != seed) {
      last = seed == Days.demo().seed() ? Days.demo() : IncidentDay.of(seed);
    }
    day = last;
  }

  @Test
  void parcelsCompletedThatDay_areAsManyAsTheIncidentHad() {
    assertThat(
            day.records().outbounds().stream()
                .filter(row -> isOnTheDay(row.completedAt()))
                .map(OutboundRow::parcelId)
                .distinct())
        .hasSize(IncidentDay.COMPLETED);
  }

  @Test
  void parcelIds_areEachGivenOnce() {
    assertThat(day.parcels()).extracting(Parcel::id).doesNotHaveDuplicates();
  }

  @Test
  void evening_isTheBusiestOfTheDay() {
    long[] byHour = new long[24];
    ofTheDay().forEach(p -> byHour[p.pickUp().requestedAt().atZone(Timeline.ZONE).getHour()]++);
    long most = LongStream.of(byHour).max().orElseThrow();
    assertThat(byHour[19]).isEqualTo(most).isGreaterThan(IncidentDay.COMPLETED / 10);
  }

  @Test
  void storesOfTheTopTenth_handOutThreeTenthsAtLeast() {
    List<Long> byStore =
        ofTheDay()
            .collect(Collectors.groupingBy(Parcel::shop, Collectors.counting()))
            .values()
            .stream()
            .sorted(Comparator.reverseOrder())
            .toList();
    long top = byStore.stream().limit(day.shops().size() / 10).mapToLong(Long::longValue).sum();
    assertThat(day.shops()).hasSize(2_400);
    assertThat(top / (double) IncidentDay.COMPLETED).isGreaterThanOrEqualTo(0.30);
  }

  @Test
  void cashOnDelivery_isSixOfTenParcels() {
    long cod = ofTheDay().filter(parcel -> parcel.term() == Term.COD).count();
    assertThat(cod / (double) IncidentDay.COMPLETED).isBetween(0.55, 0.65);
  }

  @Test
  void responseTimes_haveALongTail() {
    long[] millis =
        ofTheDay()
            .map(Parcel::pickUp)
            .mapToLong(p -> Duration.between(p.requestedAt(), p.completedAt()).toMillis())
            .sorted()
            .toArray();
    assertThat(millis[millis.length / 2]).isBetween(250L, 350L);
    assertThat(millis[millis.length * 99 / 100]).isGreaterThan(3_000);
    assertThat(millis[millis.length - 1]).isGreaterThan(50_000);
  }

  @Test
  void shownAsFailed_isExact_andDensestFrom1942To1944() {
    List<Parcel> shown = shownAsFailed();
    long[] byMinute = new long[24 * 60];
    for (Parcel parcel : shown) {
      var time = parcel.pickUp().requestedAt().atZone(Timeline.ZONE);
      byMinute[time.getHour() * 60 + time.getMinute()]++;
    }
    long[] sorted = Arrays.stream(byMinute).sorted().toArray();
    assertThat(shown).hasSize(2_117);
    assertThat(byMinute[19 * 60 + 42]).isGreaterThan(2 * sorted[sorted.length - 3]);
    assertThat(byMinute[19 * 60 + 43]).isGreaterThan(2 * sorted[sorted.length - 3]);
  }

  @Test
  void shownAsFailed_isSpreadOverManyStores() {
    assertThat(shownAsFailed().stream().map(Parcel::shop).distinct().count())
        .isBetween(1_100L, 1_400L);
  }

  @Test
  void shownAsFailed_overlapsTheWindow() {
    assertThat(shownAsFailed())
        .allSatisfy(
            parcel -> {
              assertThat(parcel.pickUp().requestedAt()).isBefore(Timeline.RECOVERED);
              assertThat(parcel.pickUp().requestedAt().plusMillis(parcel.pickUp().gaveUpMillis()))
                  .isAfterOrEqualTo(Timeline.CLUSTER_DOWN);
              assertThat(parcel.pickUp().gaveUpMillis()).isPositive();
            });
  }

  @Test
  void everyStory_happens() {
    Set<Story> happened = day.parcels().stream().map(Parcel::story).collect(Collectors.toSet());
    assertThat(happened).containsExactlyInAnyOrder(Story.values());
  }

  @Test
  void records_carryNoParcelThatIsNotOneOfTheDay() {
    Set<String> ids = new HashSet<>();
    day.parcels().forEach(parcel -> ids.add(parcel.id()));
    Records records = day.records();
    assertThat(
            Stream.of(records.outbounds(), records.tillLines(), records.calls(), records.messages())
                .<Written>flatMap(Collection::stream)
                .map(Written::parcelId))
        .allMatch(ids::contains);
  }

  @Test
  void events_leaveNeitherWhileTheClusterIsDownNorWhileSwitchedOff() {
    assertThat(
            day.records().messages().stream()
                .filter(
                    message ->
                        message.type().equals(Scene.PICKED_UP_EVENT)
                            && !message.sentAt().isBefore(Timeline.CLUSTER_DOWN.plusMillis(80))
                            && message.sentAt().isBefore(Timeline.RESTARTED)))
        .isEmpty();
  }

  private Stream<Parcel> ofTheDay() {
    return day.parcels().stream()
        .filter(
            parcel -> parcel.day() == 0 && parcel.story().cast().crowd() != Crowd.NOT_COMPLETED);
  }

  private List<Parcel> shownAsFailed() {
    return day.parcels().stream()
        .filter(parcel -> parcel.story().cast().crowd() == Crowd.SHOWN_AS_FAILED)
        .toList();
  }

  private static boolean isOnTheDay(Instant instant) {
    return instant != null && instant.atZone(Timeline.ZONE).toLocalDate().equals(Timeline.DAY);
  }
}
