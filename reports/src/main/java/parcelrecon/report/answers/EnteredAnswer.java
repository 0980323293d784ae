package parcelrecon.report.answers;

import parcelrecon.model.Answer.StoreAnswer;

/**
 * An answer entered by itself, held to the same rules as one of a file.
 *
 * @param at as a person writes it, in the incident's zone or with an offset
 * @param by who answered or asked; empty when not told
 */
public record EnteredAnswer(
    String parcelId, StoreAnswer answer, String at, String by, String note) {

  /** One answer, or one remark that says why it is none. */
  public AnswersFile read(AskedRun asked) {
    AnswerRows rows = new AnswerRows(asked, 1);
    FilledRow.Said said =
        new FilledRow.Said("", answer.name(), at.strip(), by.strip(), note.strip());
    try {
      rows.add(new FilledRow(1, column -> "", parcelId, "", "", "", said));
    } catch (Unreadable.Ended e) {
      throw new IllegalStateException("one row is never too many", e);
    }
    return rows.file();
  }
}
