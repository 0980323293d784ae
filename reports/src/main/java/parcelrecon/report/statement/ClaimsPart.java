package parcelrecon.report.statement;

import java.util.Arrays;
import parcelrecon.model.Incident.Claim;
import parcelrecon.model.Verdict;
import parcelrecon.rule.MismatchKind;

/**
 * What was said during the incident, against what was found of the parcels shown as failed. A
 * parcel without a proven verdict makes a claim neither true nor false.
 */
final class ClaimsPart {

  private ClaimsPart() {}

  static void write(Account account, Document document) {
    document.heading(account.text("claims"));
    if (account.incident().claims().isEmpty()) {
      document.paragraph(account.text("claims.none"));
      return;
    }
    document.paragraph(account.text("claims.of", account.mismatches(MismatchKind.SHOWN_AS_FAILED)));
    account.incident().claims().forEach(claim -> document.bullet(checked(account, claim)));
  }

  private static String checked(Account account, Claim claim) {
    return account.text(
        "claims.checked",
        claim.said(),
        claim.at().map(account::when).orElse(account.text("claims.atUnknown")),
        parcels(account, claim, Answer.TRUE),
        parcels(account, claim, Answer.FALSE),
        parcels(account, claim, Answer.UNKNOWN));
  }

  private enum Answer {
    TRUE,
    FALSE,
    UNKNOWN;

    static Answer of(Claim claim, Verdict verdict) {
      if (claim.trueWhen().contains(verdict)) {
        return TRUE;
      }
      return verdict == Verdict.UNKNOWN ? UNKNOWN : FALSE;
    }
  }

  private static long parcels(Account account, Claim claim, Answer answer) {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> Answer.of(claim, verdict) == answer)
        .mapToLong(account.findings()::shownAsFailed)
        .sum();
  }
}
