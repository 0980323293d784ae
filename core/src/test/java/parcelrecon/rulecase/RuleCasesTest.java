package parcelrecon.rulecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.Verdict;
import parcelrecon.outcome.Outcome;
import parcelrecon.rule.Deduplicated;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Rulebook;
import parcelrecon.rule.Standing;

/** Runs the rules' specification. */
class RuleCasesTest {

  @TestFactory
  Stream<DynamicTest> rules_hold_inEveryCase() {
    return CaseFiles.all().stream()
        .map(
            ruleCase ->
                DynamicTest.dynamicTest(
                    ruleCase.file() + ": " + ruleCase.name(), () -> check(ruleCase)));
  }

  @Test
  void cases_showEveryKindVerdictAndSuggestion_together() {
    Set<MismatchKind> kinds = EnumSet.noneOf(MismatchKind.class);
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    Set<Suggestion> suggestions = EnumSet.noneOf(Suggestion.class);
    for (RuleCase ruleCase : CaseFiles.all()) {
      Judgement judgement = judge(ruleCase, ruleCase.records());
      judgement.mismatches().forEach(mismatch -> kinds.add(mismatch.kind()));
      judgement.verdict().ifPresent(verdicts::add);
      ruleCase.planner().plan(judgement).forEach(fix -> suggestions.add(fix.suggestion()));
    }
    assertThat(kinds).containsExactlyInAnyOrder(MismatchKind.values());
    assertThat(verdicts).containsExactlyInAnyOrder(Verdict.values());
    assertThat(suggestions).containsExactlyInAnyOrder(Suggestion.values());
    assertThat(CaseFiles.all())
        .extracting(ruleCase -> ruleCase.expectedText("outcome", "NONE"))
        .contains(Stream.of(Outcome.values()).map(Outcome::name).toArray(String[]::new));
  }

  private static void check(RuleCase ruleCase) {
    Judgement judgement = judge(ruleCase, ruleCase.records());
    List<String> expected = ruleCase.expectedLines("mismatches");
    assertThat(MismatchNotation.write(judgement.mismatches(), expected))
        .as(ruleCase.reason())
        .containsExactlyElementsOf(expected.stream().map(MismatchNotation::sorted).toList());
    checkParcel(ruleCase, judgement);
    if (ruleCase.then() != null) {
      checkOutcome(ruleCase, judgement);
    }
    checkAlways(ruleCase, judgement);
  }

  private static void checkParcel(RuleCase ruleCase, Judgement judgement) {
    assertThat(String.valueOf(judgement.inScope()))
        .as("in scope: " + ruleCase.reason())
        .isEqualTo(ruleCase.expectedText("in-scope", "true"));
    if (ruleCase.expects("verdict")) {
      assertThat(judgement.verdict().map(Verdict::name).orElse("NONE"))
          .as("verdict: " + ruleCase.reason())
          .isEqualTo(ruleCase.expectedText("verdict", ""));
    }
    if (ruleCase.expects("proved-by")) {
      assertThat(judgement.provedBy().map(MismatchKind::name).orElse("none"))
          .as("proved by: " + ruleCase.reason())
          .isEqualTo(ruleCase.expectedText("proved-by", ""));
    }
    if (ruleCase.expects("standing")) {
      assertThat(judgement.standing()).hasToString(ruleCase.expectedText("standing", ""));
    }
    if (ruleCase.expects("look-again")) {
      assertThat(String.valueOf(judgement.restsOnAbsence()))
          .as("look again: " + ruleCase.reason())
          .isEqualTo(ruleCase.expectedText("look-again", ""));
    }
    if (ruleCase.expects("datafix")) {
      assertThat(MismatchNotation.write(ruleCase.planner().plan(judgement)))
          .as("datafix: " + ruleCase.reason())
          .containsExactlyElementsOf(ruleCase.expectedLines("datafix"));
    }
    if (ruleCase.expects("duplicates")) {
      assertThat(Deduplicated.of(RecordNotation.PARCEL, ruleCase.records()).duplicates())
          .as("duplicates: " + ruleCase.reason())
          .hasToString(ruleCase.expectedText("duplicates", ""));
    }
  }

  private static void checkAlways(RuleCase ruleCase, Judgement judgement) {
    Set<String> refs =
        ruleCase.records().stream().map(record -> record.ref().text()).collect(Collectors.toSet());
    for (Mismatch mismatch : judgement.mismatches()) {
      assertThat(mismatch.refs()).as("refs of " + mismatch.kind()).isNotEmpty();
      assertThat(refs).containsAll(mismatch.refs().stream().map(ref -> ref.text()).toList());
      assertThat(String.valueOf(mismatch.edge()))
          .as("edge: " + ruleCase.reason())
          .isEqualTo(ruleCase.expectedText("edge", "false"));
    }
    List<SourceRecord> shuffled = new ArrayList<>(ruleCase.records());
    Collections.shuffle(shuffled, new Random(ruleCase.name().hashCode()));
    shuffled.addAll(ruleCase.records());
    assertThat(judge(ruleCase, shuffled))
        .as("in another order and read twice")
        .isEqualTo(judgement);
  }

  private static Judgement judge(RuleCase ruleCase, List<SourceRecord> records) {
    Rulebook rulebook = new Rulebook(ruleCase.context());
    ParcelEvidence evidence = Deduplicated.of(RecordNotation.PARCEL, records).evidence();
    return ruleCase.then() == null
        ? rulebook.judge(evidence)
        : rulebook.judgeFollowed(
            evidence,
            Deduplicated.of(RecordNotation.PARCEL, ruleCase.then())
                .evidence()
                .subject()
                .map(Outbound::end));
  }

  private static void checkOutcome(RuleCase ruleCase, Judgement judgement) {
    Judgement then =
        new Rulebook(ruleCase.context())
            .judge(Deduplicated.of(RecordNotation.PARCEL, ruleCase.then()).evidence());
    assertThat(then.standing()).as("then").isEqualTo(Standing.AFFECTED);
    assertThat(OutcomeNotation.outcome(ruleCase, then, judgement))
        .as("outcome: " + ruleCase.reason())
        .isEqualTo(ruleCase.expectedText("outcome", ""));
    assertThat(OutcomeNotation.left(ruleCase, judgement))
        .as("left: " + ruleCase.reason())
        .isEqualTo(ruleCase.expectedLines("left"));
    if (ruleCase.expects("changes")) {
      assertThat(OutcomeNotation.changes(ruleCase, then, judgement))
          .as("changes: " + ruleCase.reason())
          .isEqualTo(ruleCase.expectedLines("changes"));
    }
  }
}
