package parcelrecon.report.statement;

import java.util.Optional;
import parcelrecon.report.comparison.Compared;
import parcelrecon.report.comparison.Comparison;
import parcelrecon.report.comparison.ComparisonWords;
import parcelrecon.rule.MismatchKind;

/** How much of what was found is more than usual; nothing where nothing is compared. */
final class ComparisonPart {

  private ComparisonPart() {}

  static void write(Account account, Document document) {
    Comparison.of(account.results()).ifPresent(comparison -> write(account, comparison, document));
  }

  private static void write(Account account, Comparison comparison, Document document) {
    ComparisonWords words = new ComparisonWords(comparison, account.texts());
    document.heading(words.text("heading"));
    document.paragraph(words.windows());
    words.obstacle().ifPresent(document::paragraph);
    if (comparison.state() == Comparison.State.NOT_KNOWN) {
      return;
    }
    document.tableHead(
        "lrrrrrl",
        words.text("found"),
        words.text("here"),
        words.text("rate"),
        words.text("then"),
        words.text("rateThen"),
        words.text("excess"),
        words.text("finding"));
    for (MismatchKind kind : comparison.seen()) {
      row(account, comparison, kind, words, document);
    }
    document.paragraph(words.text("method"));
  }

  private static void row(
      Account account,
      Comparison comparison,
      MismatchKind kind,
      ComparisonWords words,
      Document document) {
    Compared compared = comparison.kinds().get(kind);
    Optional<Compared.Then> then = compared.then();
    String unknown = account.texts().text("none");
    document.row(
        account.texts().name(kind),
        account.texts().number(compared.found()),
        comparison.rate(kind).map(words::rate).orElse(unknown),
        then.map(Compared.Then::found).map(account.texts()::number).orElse(unknown),
        then.map(Compared.Then::rate).map(words::rate).orElse(unknown),
        then.map(Compared.Then::excess).map(account.texts()::number).orElse(unknown),
        words.name(compared.finding()));
  }
}
