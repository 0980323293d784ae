package parcelrecon.console.calls;

import java.util.Optional;
import parcelrecon.model.Answer;
import parcelrecon.report.answers.AnswerLook;
import parcelrecon.report.text.Texts;
import parcelrecon.results.RunRow;

/**
 * What became of an answer that was entered.
 *
 * @param form as it was entered
 * @param look the class of the message
 */
record Told(AnswerForm form, Look look, String message) {

  /** How a message looks. */
  enum Look {
    DONE,
    WARNING,
    PROBLEM
  }

  static Told refused(AnswerForm form, String why) {
    return new Told(form, Look.PROBLEM, why);
  }

  static Told of(AnswerForm form, AnswerLook look, Texts texts, RunRow run) {
    Optional<Answer> other = look.other();
    String answer = other.map(each -> texts.name(each.answer())).orElse("");
    String at =
        other
            .map(each -> texts.dateTime(each.answeredAt(), run.incident().window().zone()))
            .orElse("");
    return new Told(
        form,
        switch (look.fate()) {
          case NEW, REPLACES, KNOWN -> Look.DONE;
          case CONFLICTS, OUTDATED -> Look.WARNING;
        },
        texts.text("calls.told." + look.fate(), answer, at));
  }

  public boolean isKept() {
    return look != Look.PROBLEM;
  }

  /** Whether it is about this parcel. */
  public boolean isOf(String parcelId) {
    return form.parcel().equals(parcelId);
  }
}
