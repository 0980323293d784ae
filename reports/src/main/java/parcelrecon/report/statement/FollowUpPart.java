package parcelrecon.report.statement;

import java.util.OptionalLong;
import parcelrecon.report.followup.FollowUp;
import parcelrecon.report.followup.FollowUpWords;
import parcelrecon.report.followup.Progress;
import parcelrecon.report.text.Texts;

/** What has been put right since the incident was first found, and what of it is not known. */
final class FollowUpPart {

  private final Texts texts;
  private final FollowUp followUp;
  private final FollowUpWords words;
  private final Document document;

  private FollowUpPart(Account account, FollowUp followUp, Document document) {
    this.texts = account.texts();
    this.followUp = followUp;
    this.words = new FollowUpWords(followUp, texts, account.zone());
    this.document = document;
  }

  static void write(Account account, Document document) {
    account.followUp().ifPresent(followUp -> new FollowUpPart(account, followUp, document).write());
  }

  private void write() {
    document.heading(texts.text("statement.followUp"));
    document.paragraph(words.summary());
    outcomes();
    honesty();
    figures();
    document.paragraph(texts.text("statement.followUp.list", texts.text("sheet.followUp")));
  }

  private void outcomes() {
    document.tableHead(
        "lrr",
        words.text("outcomes"),
        words.text("parcels"),
        texts.text("statement.followUp.left"));
    followUp
        .outcomes()
        .forEach(
            (outcome, counts) ->
                document.row(
                    texts.name(outcome),
                    texts.number(counts.parcels()),
                    counts.withLeft() == 0 ? texts.text("none") : texts.number(counts.withLeft())));
  }

  /** What the words put right, open and not known claim, each said only where there is some. */
  private void honesty() {
    var parcels = followUp.progress();
    if (parcels.get(Progress.HEALED) > 0) {
      document.bullet(texts.text("statement.followUp.putRight"));
    }
    if (parcels.get(Progress.OPEN) > 0) {
      document.bullet(texts.text("statement.followUp.open"));
    }
    if (parcels.get(Progress.NOT_KNOWN) > 0) {
      document.bullet(texts.text("statement.followUp.notKnown"));
    }
    words.fresh().ifPresent(document::bullet);
  }

  private void figures() {
    document.tableHead(
        "lrr", texts.text("statement.followUp.figure"), words.text("then"), words.text("now"));
    for (FollowUpWords.Count count : words.counts()) {
      document.row(count.name(), number(count.then()), number(count.now()));
    }
    for (FollowUpWords.Amount amount : words.amounts()) {
      document.row(amount.name(), texts.money(amount.then()), texts.money(amount.now()));
    }
  }

  private String number(OptionalLong number) {
    return number.isPresent() ? texts.number(number.getAsLong()) : texts.text("none");
  }
}
