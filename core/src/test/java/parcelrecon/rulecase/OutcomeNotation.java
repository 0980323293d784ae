package parcelrecon.rulecase;

import java.util.List;
import parcelrecon.datafix.Datafix;
import parcelrecon.outcome.Outcome;
import parcelrecon.outcome.Seen;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.News;
import parcelrecon.rule.RuleSetting;

/** What a case says became of a parcel. */
final class OutcomeNotation {

  private OutcomeNotation() {}

  static String outcome(RuleCase ruleCase, Judgement then, Judgement now) {
    return Outcome.of(
            seen(ruleCase, then),
            seen(ruleCase, now),
            News.between(then.evidence(), now.evidence()))
        .name();
  }

  static List<String> left(RuleCase ruleCase, Judgement now) {
    return ruleCase.planner().plan(now).stream()
        .filter(Datafix::isToBeDone)
        .map(datafix -> datafix.suggestion().name())
        .toList();
  }

  private static Seen seen(RuleCase ruleCase, Judgement judgement) {
    return new Seen(
        judgement.evidence(),
        judgement.verdict(),
        judgement.mismatches(),
        ruleCase.planner().plan(judgement),
        ruleCase.context().sources().coverage().keySet(),
        ruleCase.context().settings().of(RuleSetting.RETRY_WINDOW));
  }
}
