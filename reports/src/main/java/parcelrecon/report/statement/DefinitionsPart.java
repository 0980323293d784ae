package parcelrecon.report.statement;

import parcelrecon.model.SourceName;
import parcelrecon.results.RunRow;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.RuleSetting;

/** What the words and numbers mean, and what they were made from. */
final class DefinitionsPart {

  private DefinitionsPart() {}

  static void write(Account account, Markdown markdown) {
    JudgingContext context = account.results().context();
    markdown.heading(account.text("definitions"));
    markdown.bullet(account.text("definitions.pickUp"));
    markdown.bullet(account.text("definitions.dayTotal"));
    markdown.bullet(
        context.sources().has(SourceName.ATTEMPTS)
            ? account.text("definitions.shownByCalls", duration(account, RuleSetting.RETRY_WINDOW))
            : account.text(
                "definitions.shownByTime", duration(account, RuleSetting.COUNTER_TIMEOUT)));
    markdown.bullet(account.text("definitions.affected"));
    markdown.bullet(account.text("definitions.handedOver"));
    markdown.bullet(
        account.text("definitions.notDue", duration(account, RuleSetting.PAYMENT_GRACE)));
    markdown.bullet(account.text("definitions.money"));
    markdown.end();
    made(account, markdown);
  }

  private static String duration(Account account, RuleSetting setting) {
    return account.texts().duration(account.results().context().settings().of(setting));
  }

  private static void made(Account account, Markdown markdown) {
    RunRow run = account.results().run();
    markdown.heading(account.text("made"));
    markdown.bullet(account.text("made.incident", Markdown.safe(run.incident().id())));
    markdown.bullet(
        account.text(
            "made.asOf",
            account.texts().dateTime(run.asOf(), account.zone()),
            account.zone().getId()));
    markdown.bullet(account.text("made.configuration", run.configuration().sha256()));
    markdown.bullet(account.text("made.version", run.configuration().version()));
    markdown.end();
  }
}
