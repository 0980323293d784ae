package parcelrecon.datafix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;
import parcelrecon.model.Verdict;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;

/** What the cases in {@code rules/6-datafix-*.yaml} cannot show: judgements after the fact. */
class DatafixPlannerTest {

  private static final DatafixPlanner PLANNER =
      new DatafixPlanner(Instant.parse("2022-04-16T04:00:00Z"), true, true);

  private static final Outbound PICK_UP =
      new Outbound(
          "P-1",
          new RecordRef.TableRow(SourceName.OUTBOUND, "t", "O1"),
          "O1",
          null,
          null,
          "C1",
          Outbound.PaymentTerm.COD,
          10000,
          "TWD",
          Outbound.OutboundState.COMPLETED,
          null,
          Instant.parse("2022-04-13T11:42:00Z"),
          null,
          null,
          null);

  @Test
  void plan_informsTheStore_whenAReceiptHasSettledTheMoney() {
    Judgement judged =
        judgement(Verdict.HANDED_OVER, MismatchKind.SHOWN_AS_FAILED, MismatchKind.UNCOLLECTED);
    Judgement settled = judgement(Verdict.HANDED_OVER, MismatchKind.SHOWN_AS_FAILED);
    assertThat(suggestions(judged)).containsExactly(Suggestion.CHECK_COLLECTION);
    assertThat(suggestions(settled)).containsExactly(Suggestion.INFORM_STORE);
  }

  @Test
  void plan_isEmpty_whenNoMismatchIsLeftToStandOn() {
    Judgement judged = judgement(Verdict.LOST, MismatchKind.UNCOLLECTED);
    assertThat(suggestions(judged))
        .containsExactly(Suggestion.CLAIM_LOST, Suggestion.CHECK_COLLECTION);
    assertThat(suggestions(judgement(Verdict.LOST))).isEmpty();
  }

  @Test
  void plan_isOrderedBySuggestion_whateverTheOrderOfMismatches() {
    Judgement judged =
        judgement(
            Verdict.UNKNOWN,
            MismatchKind.EVENT_CONFLICTS,
            MismatchKind.EVENT_MISSING,
            MismatchKind.OVER_REFUNDED,
            MismatchKind.TWO_PICKUPS);
    assertThat(suggestions(judged))
        .containsExactly(
            Suggestion.CHECK_COLLECTION,
            Suggestion.REPLAY_EVENT,
            Suggestion.INVESTIGATE,
            Suggestion.INVESTIGATE);
    assertThat(PLANNER.plan(judged).get(2).standsOn()).isEqualTo(MismatchKind.EVENT_CONFLICTS);
  }

  private static List<Suggestion> suggestions(Judgement judgement) {
    return PLANNER.plan(judgement).stream().map(Datafix::suggestion).toList();
  }

  private static Judgement judgement(Verdict verdict, MismatchKind... kinds) {
    return new Judgement(
        new ParcelEvidence(
            "P-1", List.of(PICK_UP), List.of(), List.of(), List.of(), List.of(), List.of()),
        true,
        Optional.of(verdict),
        Optional.empty(),
        List.of(kinds).stream().map(DatafixPlannerTest::mismatch).toList());
  }

  private static Mismatch mismatch(MismatchKind kind) {
    return new Mismatch(
        "P-1",
        kind,
        "",
        Proof.CONFIRMED,
        false,
        new Mismatch.Amounts("TWD", 10000L, 0L, 10000L, null),
        null,
        List.of(PICK_UP.ref()));
  }
}
