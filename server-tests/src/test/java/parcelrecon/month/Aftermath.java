package parcelrecon.month;

import static org.assertj.core.api.Assertions.assertThat;
import static parcelrecon.month.Month.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import parcelrecon.results.CountedRun;
import parcelrecon.results.IncidentEnds;
import parcelrecon.results.IncidentRuns;
import parcelrecon.results.MismatchEnd;
import parcelrecon.results.OpenStore;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunList;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;
import parcelrecon.results.closing.Closing;
import parcelrecon.results.closing.ClosingEnds;
import parcelrecon.results.closing.ClosingStore;
import parcelrecon.results.closing.Ended;
import parcelrecon.results.schedule.RecheckStore;

/** After the month: what was found is asked for again, and every incident is brought to its end. */
final class Aftermath {

  private static final Instant ASKED_AGAIN = at("28T07:00");
  private static final Instant LATER = at("29T07:00");
  private static final int RUNS_MAX = 2_000;

  private final Month month;
  private final ResultsDatabase database;
  private final RunStore runs;

  Aftermath(Month month) {
    this.month = month;
    this.database = month.console().database();
    this.runs = new RunStore(database);
  }

  void isFollowedToItsEnd() throws Exception {
    List<RunRow> open = open();
    month.skipTo(ASKED_AGAIN);
    assertAskedAgain(open);
    for (RunRow before : open) {
      assertEnds(new IncidentRuns(database).latest(before.incident().id()).orElseThrow());
    }
    for (RunRow left : open()) {
      assertClosed(left);
    }
    assertThat(new RecheckStore(database).due(LATER)).as("nothing is open any more").isEmpty();
  }

  /** The latest runs of incidents in which something is left to be done. */
  private List<RunRow> open() {
    return new IncidentRuns(database)
        .latestOfAll().stream()
            .map(latest -> runs.find(latest.run()).orElseThrow())
            .filter(run -> new OpenStore(database).of(run).sum().mismatches() > 0)
            .toList();
  }

  /** Each incident once, and no other. */
  private void assertAskedAgain(List<RunRow> open) {
    List<Long> asked = new ArrayList<>();
    for (CountedRun each : new RunList(database).newest(RunList.END, RUNS_MAX)) {
      if (each.row().recheckOf().isPresent()) {
        assertThat(each.row().asOf()).isEqualTo(ASKED_AGAIN);
        asked.add(each.row().recheckOf().getAsLong());
      }
    }
    assertThat(asked).containsExactlyInAnyOrderElementsOf(open.stream().map(RunRow::run).toList());
  }

  /** Healed is what the story has put right since, by the record that did; the rest is open. */
  private void assertEnds(RunRow latest) {
    Map<String, PickUp> pickUps = new HashMap<>();
    month
        .network()
        .between(latest.incident().window().from(), latest.incident().window().to())
        .forEach(pickUp -> pickUps.put(pickUp.parcelId(), pickUp));
    Truth now = new Truth(ASKED_AGAIN, ASKED_AGAIN);
    new IncidentEnds(database, new IncidentRuns(database).upTo(latest))
        .forEach(end -> assertEnd(end, now.of(pickUps.get(end.mismatch().parcelId()))));
  }

  private static void assertEnd(MismatchEnd end, SortedSet<String> now) {
    if (end.lastOpen().isEmpty()) {
      assertThat(end.state()).as("%s", end).isEqualTo(MismatchEnd.State.NOTHING_TO_DO);
    } else if (now.contains(end.mismatch().kind().name())) {
      assertThat(end.state()).as("%s", end).isEqualTo(MismatchEnd.State.OPEN);
    } else {
      assertThat(end.state()).as("%s", end).isEqualTo(MismatchEnd.State.HEALED);
      assertThat(end.healedBy()).as("%s", end).isNotEmpty();
    }
  }

  private void assertClosed(RunRow run) {
    Closing closing =
        new ClosingStore(database, month.clock()).close(run, Month.PERSON, "Written off");
    Map<Ended.Way, Long> ways = new ClosingEnds(database, closing).forEach(ended -> {});
    assertThat(ways.get(Ended.Way.CLOSED_WITH_REASON))
        .isEqualTo(new OpenStore(database).of(run).sum().mismatches());
  }
}
