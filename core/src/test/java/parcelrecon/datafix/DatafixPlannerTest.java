package parcelrecon.datafix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    assertThat(suggestions(judgement(Verdict.LOST, new Mismatch[0]))).isEmpty();
  }

  @Test
  void plan_isOrderedBySuggestion_whateverTheOrderOfMismatches() {
    Judgement judged =
        judgement(
            Verdict.UNKNOWN,
            mismatch(MismatchKind.TWO_PICKUPS, ""),
            mismatch(MismatchKind.EVENT_NOT_CONSUMED, "b"),
            mismatch(MismatchKind.OVER_REFUNDED, ""),
            mismatch(MismatchKind.EVENT_NOT_CONSUMED, "a"),
            mismatch(MismatchKind.EVENT_CONFLICTS, ""));
    assertThat(PLANNER.plan(judged))
        .extracting(fix -> fix.suggestion() + " on " + fix.standsOn() + fix.group())
        .containsExactly(
            "CHECK_COLLECTION on OVER_REFUNDED",
            "RESUME_CONSUMER on EVENT_NOT_CONSUMEDa",
            "RESUME_CONSUMER on EVENT_NOT_CONSUMEDb",
            "INVESTIGATE on EVENT_CONFLICTS",
            "INVESTIGATE on TWO_PICKUPS");
  }

  private static List<Suggestion> suggestions(Judgement judgement) {
    return PLANNER.plan(judgement).stream().map(Datafix::suggestion).toList();
  }

  private static Judgement judgement(Verdict verdict, MismatchKind... kinds) {
    return judgement(
        verdict, Stream.of(kinds).map(kind -> mismatch(kind, "")).toArray(Mismatch[]::new));
  }

  private static Judgement judgement(Verdict verdict, Mismatch... mismatches) {
    return new Judgement(
        new ParcelEvidence(
            "P-1", List.of(PICK_UP), List.of(), List.of(), List.of(), List.of(), List.of()),
        true,
        Optional.of(verdict),
        Optional.empty(),
        List.of(mismatches));
  }

  private static Mismatch mismatch(MismatchKind kind, String group) {
    return new Mismatch(
        "P-1",
        kind,
        group,
        Proof.CONFIRMED,
        false,
        new Mismatch.Amounts("TWD", 10000L, 0L, 10000L, null),
        null,
        List.of(PICK_UP.ref()));
  }
}
