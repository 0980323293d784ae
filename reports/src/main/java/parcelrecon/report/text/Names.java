package parcelrecon.report.text;

import java.util.Map;
import parcelrecon.datafix.Confirmation;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Owner;
import parcelrecon.datafix.Precondition;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Answer;
import parcelrecon.model.Attempt;
import parcelrecon.model.Coverage;
import parcelrecon.model.Outbound;
import parcelrecon.model.Payment;
import parcelrecon.model.SourceName;
import parcelrecon.model.Verdict;
import parcelrecon.outcome.Change;
import parcelrecon.outcome.Outcome;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.Prospect;
import parcelrecon.rule.Standing;

/** Which enums have names in the bundles, and under which prefix. */
final class Names {

  static final Map<Class<?>, String> PREFIXES =
      Map.ofEntries(
          Map.entry(MismatchKind.class, "kind"),
          Map.entry(MismatchClass.class, "class"),
          Map.entry(Proof.class, "proof"),
          Map.entry(Prospect.Outlook.class, "outlook"),
          Map.entry(Prospect.Limit.class, "limit"),
          Map.entry(Mismatch.Reason.class, "reason"),
          Map.entry(Standing.class, "standing"),
          Map.entry(Verdict.class, "verdict"),
          Map.entry(Outcome.class, "became"),
          Map.entry(Change.class, "diff.change"),
          Map.entry(Suggestion.class, "suggestion"),
          Map.entry(Datafix.Form.class, "form"),
          Map.entry(Owner.class, "owner"),
          Map.entry(Precondition.class, "precondition"),
          Map.entry(Confirmation.class, "confirmation"),
          Map.entry(Answer.StoreAnswer.class, "answer"),
          Map.entry(Attempt.AttemptOutcome.class, "outcome"),
          Map.entry(Outbound.PaymentTerm.class, "payment"),
          Map.entry(Outbound.OutboundState.class, "state"),
          Map.entry(Payment.PaymentKind.class, "paymentKind"),
          Map.entry(Payment.PaymentState.class, "paymentState"),
          Map.entry(SourceName.class, "source"),
          Map.entry(Coverage.State.class, "coverageState"),
          Map.entry(Coverage.Code.class, "coverage"));

  private Names() {}

  static String key(Enum<?> constant) {
    String prefix = PREFIXES.get(constant.getDeclaringClass());
    if (prefix == null) {
      throw new IllegalArgumentException("no names for " + constant.getDeclaringClass());
    }
    return prefix + "." + constant.name();
  }
}
