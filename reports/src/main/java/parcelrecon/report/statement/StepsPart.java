package parcelrecon.report.statement;

import java.time.Instant;
import java.util.Optional;
import parcelrecon.datafix.Suggestion;

/** What is to be done next, by whom, and until when. */
final class StepsPart {

  private StepsPart() {}

  static void write(Account account, Document document) {
    document.heading(account.text("steps"));
    if (account.totals().datafixes().isEmpty()) {
      document.paragraph(account.text("steps.none"));
      return;
    }
    document.tableHead(
        "llrl",
        account.text("steps.role"),
        account.text("steps.what"),
        account.text("parcels"),
        account.text("steps.deadline"));
    for (Role role : Role.values()) {
      for (Suggestion suggestion : Suggestion.values()) {
        Long parcels = account.totals().datafixes().get(suggestion);
        if (Role.of(suggestion) == role && parcels != null) {
          document.row(
              account.text("role." + role),
              account.texts().name(suggestion),
              account.texts().number(parcels),
              deadline(account, suggestion));
        }
      }
    }
    document.paragraph(account.text("steps.files"));
  }

  private static String deadline(Account account, Suggestion suggestion) {
    boolean hasDeadline =
        switch (suggestion) {
          case ASK_STORE, REVERT_OUTBOUND, HOLD_PAYOUT, CLAIM_LOST, COMPLETE_OUTBOUND -> true;
          case SEND_REVERSAL,
              INFORM_STORE,
              CLOSE_HEALED,
              CHECK_COLLECTION,
              COLLECT_DIFFERENCE,
              REFUND_BUYER,
              REPLAY_EVENT,
              RESUME_CONSUMER,
              INVESTIGATE,
              WAIT ->
              false;
        };
    String none = account.texts().text("none");
    if (!hasDeadline) {
      return none;
    }
    Deadlines deadlines = account.findings().deadlines(suggestion);
    Optional<Instant> nearest = deadlines.nearest();
    String when = nearest.map(each -> account.texts().dateTime(each, account.zone())).orElse(none);
    return deadlines.past() == 0 ? when : account.text("steps.past", when, deadlines.past());
  }
}
