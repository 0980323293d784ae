package parcelrecon.results.review;

import static org.assertj.core.api.Assertions.assertThat;
import static parcelrecon.results.review.ListedRuns.facts;
import static parcelrecon.results.review.ListedRuns.id;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.due.Sla;
import parcelrecon.results.OnResults;
import parcelrecon.results.RunStore;
import parcelrecon.results.Runs;
import parcelrecon.rule.MismatchKind;

/** Ages as every kind of results database knows them. */
public class AgesTest extends OnResults {

  private static final Sla.Money NO_MONEY = new Sla.Money(null, null);

  /** A Wednesday, and already Thursday in Taipei. */
  private static final Instant LATE_ON_WEDNESDAY = Instant.parse("2022-04-13T17:00:00Z");

  private static final Instant TUESDAY_AFTER = Instant.parse("2022-04-19T02:00:00Z");
  private static final LocalDate THURSDAY = LocalDate.parse("2022-04-14");

  private static final Sla SLA =
      new Sla(
          List.of(
              new Sla.Promise(
                  Optional.of(MismatchKind.UNCOLLECTED), Optional.empty(), Optional.empty(), 3)));

  private ListedRuns runs;

  @BeforeEach
  void stores() {
    runs = new ListedRuns(database);
  }

  @Test
  void age_countsFromTheRunThatFirstListedTheMismatch_evenIfTheOneBetweenDidNot() {
    long first = run(LATE_ON_WEDNESDAY);
    long second = run(LATE_ON_WEDNESDAY.plusSeconds(60));
    long third = run(TUESDAY_AFTER);
    runs.list(third, facts("a", "TW1", "TW2"));
    runs.list(second, facts("a", "TW9"));
    runs.list(first, facts("b", "TW1"));

    assertThat(age(third, "TW1", "2022-04-20", Optional.empty()))
        .isEqualTo(new Age(THURSDAY, 4, Optional.of(LocalDate.parse("2022-04-19")), true));
    assertThat(age(third, "TW2", "2022-04-20", Optional.empty()))
        .isEqualTo(
            new Age(
                LocalDate.parse("2022-04-19"),
                1,
                Optional.of(LocalDate.parse("2022-04-22")),
                false));
  }

  @Test
  void mismatch_isInTime_onItsLastDay() {
    long run = run(LATE_ON_WEDNESDAY);
    runs.list(run, facts("a", "TW1"));
    assertThat(age(run, "TW1", "2022-04-19", Optional.empty()).isOverdue()).isFalse();
    assertThat(age(run, "TW1", "2022-04-20", Optional.empty()).isOverdue()).isTrue();
  }

  @Test
  void mismatch_isDue_whileSomebodyHasToDecide() {
    long run = run(LATE_ON_WEDNESDAY);
    runs.list(run, facts("a", "TW1"));
    for (ReviewDecision decision : ReviewDecision.values()) {
      assertThat(age(run, "TW1", "2022-05-20", Optional.of(decision)).isOverdue())
          .as(decision.name())
          .isEqualTo(decision == ReviewDecision.DEFERRED || decision == ReviewDecision.REOPENED);
    }
  }

  private long run(Instant startedAt) {
    return new RunStore(database)
        .begin(
            Runs.incident("2022-04-13-kafka"),
            Runs.AS_OF,
            Runs.options(),
            Runs.configuration(),
            startedAt);
  }

  private Age age(long run, String parcelId, String today, Optional<ReviewDecision> decision) {
    return new Ages(
            database, new RunStore(database).find(run).orElseThrow(), SLA, LocalDate.parse(today))
        .of(id(parcelId), NO_MONEY, decision);
  }
}
