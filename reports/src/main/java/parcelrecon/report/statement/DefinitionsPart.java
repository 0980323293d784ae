package parcelrecon.report.statement;

import parcelrecon.model.SourceName;
import parcelrecon.results.RunRow;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.RuleSetting;

/** What the words and numbers mean, and what they were made from. */
final class DefinitionsPart {

  private DefinitionsPart() {}

  static void write(Account account, Document document) {
    JudgingContext context = account.results().context();
    document.heading(account.text("definitions"));
    document.bullet(account.text("definitions.pickUp"));
    document.bullet(account.text("definitions.dayTotal"));
    document.bullet(
        context.sources().has(SourceName.ATTEMPTS)
            ? account.text("definitions.shownByCalls", duration(account, RuleSetting.RETRY_WINDOW))
            : account.text(
                "definitions.shownByTime", duration(account, RuleSetting.COUNTER_TIMEOUT)));
    document.bullet(account.text("definitions.affected"));
    document.bullet(account.text("definitions.handedOver"));
    document.bullet(
        account.text("definitions.notDue", duration(account, RuleSetting.PAYMENT_GRACE)));
    document.bullet(account.text("definitions.money"));
    made(account, document);
  }

  private static String duration(Account account, RuleSetting setting) {
    return account.texts().duration(account.results().context().settings().of(setting));
  }

  private static void made(Account account, Document document) {
    RunRow run = account.results().run();
    document.heading(account.text("made"));
    document.bullet(account.text("made.incident", run.incident().id()));
    document.bullet(
        account.text(
            "made.asOf",
            account.texts().dateTime(run.asOf(), account.zone()),
            account.zone().getId()));
    document.bullet(account.text("made.configuration", run.configuration().sha256()));
    document.bullet(account.text("made.version", run.configuration().version()));
  }
}
