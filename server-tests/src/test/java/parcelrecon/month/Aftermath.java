package parcelrecon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import parcelrecon.model.Window;
import parcelrecon.results.EndStore;
import parcelrecon.results.EndSums;
import parcelrecon.results.IncidentEnds;
import parcelrecon.results.IncidentRuns;
import parcelrecon.results.MismatchEnd;
import parcelrecon.results.OpenStore;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;
import parcelrecon.results.closing.Closing;
import parcelrecon.results.closing.ClosingEnds;
import parcelrecon.results.closing.ClosingStore;
import parcelrecon.results.closing.Ended;
import parcelrecon.results.schedule.RecheckStore;

/**
 * What became of all that was found: it was asked for again in every round until nothing was left.
 * A person closes what is older than the last day; that of the last day is open, with its age.
 */
final class Aftermath {

  private static final Duration A_DAY = Duration.ofDays(1);

  private final Month month;
  private final ResultsDatabase database;
  private final RunStore runs;
  private final Figures figures;
  private final List<Bell.Ring> rings = new ArrayList<>();

  Aftermath(Month month, Figures figures) {
    this.month = month;
    this.database = month.console().database();
    this.runs = new RunStore(database);
    this.figures = figures;
  }

  /**
   * @param end of the last window
   */
  void isFollowedToItsEnd(Instant end) throws Exception {
    Instant round = month.skipToRound();
    Truth now = new Truth(round, round);
    long open = 0;
    for (IncidentRuns.Latest each : new IncidentRuns(database).latestOfAll()) {
      RunRow latest = runs.find(each.run()).orElseThrow();
      List<RunRow> all = new IncidentRuns(database).upTo(latest);
      assertRounds(all, round);
      assertEnds(all, now);
      if (now.isAnyLeft(pickUps(latest))) {
        boolean isOld = latest.incident().window().to().isBefore(end.minus(A_DAY));
        open += isOld ? 0 : 1;
        if (isOld) {
          assertClosed(latest);
        } else {
          assertOpen(all);
        }
      }
    }
    assertThat(new RecheckStore(database).due(round.plus(A_DAY)))
        .as("what nobody has closed is asked for in the next round, and nothing else")
        .hasSize(Math.toIntExact(open));
  }

  /** What people had to be told of re-checks. */
  List<Bell.Ring> rings() {
    return rings;
  }

  private List<PickUp> pickUps(RunRow run) {
    Window window = run.incident().window();
    return month.network().between(window.from(), window.to());
  }

  /** After its own it has a run in each round, as long as the story has something left. */
  private void assertRounds(List<RunRow> all, Instant last) {
    RunRow judged = all.get(0);
    List<PickUp> pickUps = pickUps(judged);
    List<Instant> asked = new ArrayList<>();
    Truth known = month.truths().get(judged.incident().window().to());
    for (Instant round : Month.rounds(judged.asOf(), last)) {
      if (known.isAnyLeft(pickUps)) {
        asked.add(round);
        known = new Truth(round, round);
        if (!known.isAnyLeft(pickUps)) {
          rings.add(new Bell.Ring("NOTHING_OPEN", judged.incident().window().from()));
        }
      }
    }
    List<RunRow> again = all.subList(1, all.size());
    assertThat(again).as("%s", judged).extracting(RunRow::asOf).isEqualTo(asked);
    for (int i = 0; i < again.size(); i++) {
      assertThat(again.get(i).recheckOf()).hasValue(all.get(i).run());
    }
    figures.add("re-checks", again.size());
  }

  /** Healed is what the story has put right since, by the record that did; the rest is open. */
  private void assertEnds(List<RunRow> all, Truth now) {
    Map<String, PickUp> pickUps = new HashMap<>();
    pickUps(all.get(0)).forEach(pickUp -> pickUps.put(pickUp.parcelId(), pickUp));
    new IncidentEnds(database, all)
        .forEach(
            end -> {
              assertEnd(end, now.of(pickUps.get(end.mismatch().parcelId())));
              figures.add("mismatches found", 1);
              figures.add("mismatches " + end.state(), 1);
            });
  }

  private static void assertEnd(MismatchEnd end, SortedSet<String> now) {
    if (end.lastOpen().isEmpty()) {
      assertThat(end.state()).as("%s", end).isEqualTo(MismatchEnd.State.NOTHING_TO_DO);
    } else if (now.contains(end.mismatch().kind().name())) {
      assertThat(end.state()).as("%s", end).isEqualTo(MismatchEnd.State.OPEN);
    } else {
      assertThat(end.state()).as("%s", end).isEqualTo(MismatchEnd.State.HEALED);
      // Of a parcel about which nothing is found any more no record is kept.
      assertThat(end.healedBy().isEmpty()).as("%s", end).isEqualTo(now.isEmpty());
    }
  }

  private void assertClosed(RunRow run) {
    Closing closing =
        new ClosingStore(database, month.clock()).close(run, Month.PERSON, "Written off");
    Map<Ended.Way, Long> ways = new ClosingEnds(database, closing).forEach(ended -> {});
    assertThat(ways.get(Ended.Way.CLOSED_WITH_REASON)).isEqualTo(left(run));
    figures.add("incidents closed", 1);
    figures.add("mismatches OPEN, closed with a reason", left(run));
  }

  /** All that is open has been so since its window was judged. */
  private void assertOpen(List<RunRow> all) {
    RunRow latest = all.get(all.size() - 1);
    List<EndSums.Since> open = new EndStore(database).of(latest).open();
    assertThat(open).extracting(EndSums.Since::run).containsExactly(all.get(0).run());
    assertThat(open.get(0).sum().mismatches()).isEqualTo(left(latest));
    figures.add("incidents left open", 1);
    figures.add("mismatches OPEN, left with their age", left(latest));
  }

  private long left(RunRow run) {
    return new OpenStore(database).of(run).sum().mismatches();
  }
}
