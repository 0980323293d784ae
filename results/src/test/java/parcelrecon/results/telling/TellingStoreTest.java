package parcelrecon.results.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.results.OnResults;
import parcelrecon.results.schedule.ScheduleStore;
import parcelrecon.results.telling.Setback.Reason;
import parcelrecon.results.telling.TellingStore.Unsent;
import parcelrecon.rule.MismatchKind;

public class TellingStoreTest extends OnResults {

  private static final Instant NOON = Instant.parse("2022-04-13T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private Instant now = NOON;

  private TellingStore store() {
    return new TellingStore(database, () -> now);
  }

  private static Message message(Occasion occasion) {
    boolean isOfRun = occasion == Occasion.RESULT;
    return new Message(
        occasion,
        new Message.Subject("hourly", "Every hour", ZoneId.of("Asia/Taipei"), "zh-TW"),
        NOON.minus(HOUR),
        NOON,
        isOfRun
            ? Optional.of(
                new Message.OfRun(
                    "hourly-20220413T1900",
                    5,
                    OptionalInt.of(0),
                    Optional.of(
                        new Message.Found(
                            2,
                            Map.of(MismatchKind.UNCOLLECTED, 2L),
                            Map.of("TWD", 50_000L),
                            Map.of(),
                            Map.of(SourceName.PAYMENTS, Coverage.State.INCOMPLETE)))))
            : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void keep(Occasion occasion, String... targets) {
    store()
        .keep(
            () -> true,
            () -> List.of(targets).stream().map(to -> new Telling(to, message(occasion))).toList());
  }

  private KeptTelling only(String target) {
    return store().due(target, 9).get(0);
  }

  @Test
  void telling_isKeptAsItWas_onceWhoeverTellsIt() {
    keep(Occasion.RESULT, "ops", "finance");
    keep(Occasion.RESULT, "ops");

    assertThat(store().due("ops", 9))
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.key()).isEqualTo("hourly/20220413T120000Z/5/result/ops");
              assertThat(kept.message()).isEqualTo(message(Occasion.RESULT));
              assertThat(kept.state()).isEqualTo(TellingState.WAITING);
            });
    assertThat(store().latest("hourly", 9)).hasSize(2);
  }

  @Test
  void telling_isNotKept_whenItsChangeIsNot() {
    store().keep(() -> false, () -> List.of(new Telling("ops", message(Occasion.MISSED))));
    assertThatThrownBy(
            () ->
                store()
                    .keep(
                        () -> new ScheduleStore(database, () -> now).keep("other") != null,
                        () -> {
                          throw new IllegalStateException("killed");
                        }))
        .hasMessage("killed");

    assertThat(store().latest("hourly", 9)).isEmpty();
    assertThat(new ScheduleStore(database, () -> now).find("other")).isEmpty();
  }

  @Test
  void aTry_isTakenByOne_andByAnotherWhenThatOneIsNotHeardOf() {
    keep(Occasion.RESULT, "ops");
    KeptTelling seen = only("ops");
    assertThat(store().take(seen, NOON.plus(HOUR))).isTrue();
    assertThat(store().take(seen, NOON.plus(HOUR))).isFalse();
    assertThat(store().due("ops", 9)).isEmpty();

    now = NOON.plus(HOUR);
    KeptTelling again = only("ops");
    assertThat(again.tries()).isOne();
    assertThat(again.key()).isEqualTo(seen.key());
    assertThat(store().take(again, now.plus(HOUR))).isTrue();
    store().sent(again);
    now = now.plus(HOUR);
    assertThat(store().due("ops", 9)).isEmpty();
    assertThat(store().latest("hourly", 9).get(0).state()).isEqualTo(TellingState.SENT);
  }

  /** Whoever saw the shorter one cannot send it: the window added would be told to nobody. */
  @Test
  void windowsMissedAtOnce_areOneTelling_untilSomebodySendsIt() {
    keepMissed(NOON, "ops");
    KeptTelling seen = only("ops");
    keepMissed(NOON.plus(HOUR), "ops");
    assertThat(store().take(seen, NOON.plus(HOUR))).isFalse();

    KeptTelling both = only("ops");
    assertThat(both.key()).isEqualTo("hourly/20220413T120000Z/-/missed/ops");
    assertThat(both.message().from()).isEqualTo(NOON.minus(HOUR));
    assertThat(both.message().to()).isEqualTo(NOON.plus(HOUR));
    assertThat(both.message().tally()).contains(new Message.Tally(0, 0, 0, 2));
    assertThat(store().take(both, NOON.plus(HOUR))).isTrue();
    keepMissed(NOON.plus(HOUR.multipliedBy(2)), "ops");
    assertThat(store().latest("hourly", 9)).hasSize(2);
  }

  private void keepMissed(Instant to, String target) {
    Message message =
        new Message(
            Occasion.MISSED,
            message(Occasion.MISSED).subject(),
            to.minus(HOUR),
            to,
            Optional.empty(),
            Optional.of(new Message.Tally(0, 0, 0, 1)),
            Optional.empty());
    store().keep(() -> true, () -> List.of(new Telling(target, message)));
  }

  @Test
  void whatDoesNotArrive_isToldByTarget() {
    keep(Occasion.RESULT, "ops", "finance", "gone");
    keep(Occasion.MISSED, "ops");
    store().putOff(only("finance"), NOON.plus(HOUR), Setback.of(Reason.REFUSED, 503));
    KeptTelling late = store().latest("hourly", 9).get(0);
    store().givenUp(only("ops"), Setback.of(Reason.SILENT));
    assertThat(late.endedAt()).isEmpty();

    now = NOON.plus(HOUR.multipliedBy(2));
    assertThat(store().unsent(now.minus(HOUR), NOON))
        .isEqualTo(
            Map.of("ops", new Unsent(1, 1), "finance", new Unsent(1, 0), "gone", new Unsent(1, 0)));
    assertThat(store().unsent(NOON, now)).isEmpty();
    assertThat(only("finance").setback()).contains(Setback.of(Reason.REFUSED, 503));

    assertThat(store().giveUpMadeBefore(NOON.plus(HOUR))).isEqualTo(3);
    assertThat(store().unsent(now, now).get("gone")).isEqualTo(new Unsent(0, 1));
  }

  @Test
  void whatHasEnded_isForgottenAfterNinetyDays() {
    keep(Occasion.RESULT, "ops", "finance");
    store().sent(only("ops"));
    now = NOON.plus(Duration.ofDays(90));
    store().forget();
    assertThat(store().latest("hourly", 9)).hasSize(2);
    now = now.plusSeconds(1);
    store().forget();
    assertThat(store().latest("hourly", 9)).extracting(KeptTelling::target).containsOnly("finance");
  }

  @Test
  void tally_countsWhatEndedInASpan() {
    ScheduleStore schedules = new ScheduleStore(database, () -> now);
    schedules.keep("hourly");
    for (int i = 0; i < 3; i++) {
      now = NOON.plus(HOUR.multipliedBy(i));
      schedules.miss("hourly", new Window(now.minus(HOUR), now, ZoneId.of("UTC")), now);
    }
    assertThat(store().tally("hourly", NOON, now)).isEqualTo(new Message.Tally(0, 0, 0, 2));
    assertThat(store().tally("hourly", now, now.plus(HOUR)))
        .isEqualTo(new Message.Tally(0, 0, 0, 0));
    assertThat(store().dailyThrough("hourly")).isEmpty();
    keep(Occasion.DAILY, "ops");
    assertThat(store().dailyThrough("hourly")).contains(NOON);
  }
}
