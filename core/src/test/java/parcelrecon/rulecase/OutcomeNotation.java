package parcelrecon.rulecase;

import java.util.List;
import parcelrecon.datafix.Datafix;
import parcelrecon.model.RecordRef;
import parcelrecon.outcome.Change;
import parcelrecon.outcome.LookedFor;
import parcelrecon.outcome.Outcome;
import parcelrecon.outcome.Seen;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.Mismatch;
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

  /** What became of each mismatch that was open then: its kind, the change, by which records. */
  static List<String> changes(RuleCase ruleCase, Judgement then, Judgement now) {
    News news = News.between(then.evidence(), now.evidence());
    Seen before = seen(ruleCase, then);
    return before.mismatches().stream()
        .filter(mismatch -> Datafix.isOpen(mismatch, before.datafixes()))
        .map(mismatch -> change(mismatch, before, seen(ruleCase, now), news))
        .toList();
  }

  private static String change(Mismatch mismatch, Seen then, Seen now, News news) {
    Change change = Change.of(mismatch, then, now, news);
    String told = mismatch.kind() + " " + change;
    return change == Change.HEALED
        ? Change.healers(mismatch, news).stream()
            .map(RecordRef::text)
            .reduce(told + " by", (all, ref) -> all + " " + ref)
        : told;
  }

  private static Seen seen(RuleCase ruleCase, Judgement judgement) {
    return new Seen(
        judgement.evidence(),
        judgement.verdict(),
        judgement.mismatches(),
        ruleCase.planner().plan(judgement),
        LookedFor.in(ruleCase.context()),
        ruleCase.context().settings().of(RuleSetting.RETRY_WINDOW));
  }
}
