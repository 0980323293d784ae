package parcelrecon.report.answers;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.RecordRef;
import parcelrecon.problem.Problem;
import parcelrecon.report.workbook.Choice.Contact;
import parcelrecon.results.RunResults;

/** Turns filled-in rows into answers to a run, or into what is wrong with them. */
final class AnswerRows {

  private static final String SET_ASIDE = "The row was set aside";

  private final long run;
  private final String incident;
  private final ZoneId zone;
  private final Set<String> parcels = new HashSet<>();
  private final List<Answer> answers = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  AnswerRows(RunResults results) {
    run = results.run().run();
    incident = results.run().incident().id();
    zone = results.run().incident().window().zone();
    results.forEachParcel(parcel -> parcels.add(parcel.parcelId()));
  }

  AnswersFile file() {
    return new AnswersFile(answers, problems);
  }

  /** Takes a row; one that nobody filled in is passed over. */
  void add(FilledRow row) {
    if (!row.said().isNothing()) {
      wrongIdentity(row).ifPresentOrElse(problems::add, () -> said(row));
    }
  }

  private Optional<Problem> wrongIdentity(FilledRow row) {
    if (!row.incident().isEmpty() && !row.incident().equals(incident)) {
      return Optional.of(
          problem(
              row,
              "the list is of incident \"" + row.incident() + "\", expected \"" + incident + "\"",
              "Give the list made for this incident"));
    }
    if (!row.rowId().isEmpty() && !row.rowId().equals(row.parcelId())) {
      return Optional.of(
          problem(
              row,
              "parcel \"" + row.parcelId() + "\" stands in the row of \"" + row.rowId() + "\"",
              "Sort whole rows, with the hidden columns"));
    }
    if (!parcels.contains(row.parcelId())) {
      return Optional.of(
          problem(
              row,
              "nothing was found about parcel \"" + row.parcelId() + "\" in run " + run,
              "Correct the parcel id"));
    }
    return Optional.empty();
  }

  private void said(FilledRow row) {
    Optional<Contact> contact = Languages.contact(row.said().contact());
    if (contact.isEmpty() && !row.said().contact().isEmpty()) {
      String what = "contact \"" + row.said().contact() + "\" is none of the list";
      problems.add(problem(row, what, "Choose one of the list"));
    } else if (!row.said().answer().isEmpty()) {
      answered(row);
    } else if (contact.filter(Contact.NO_ANSWER::equals).isPresent()) {
      timed(row, StoreAnswer.UNREACHABLE);
    }
  }

  private void answered(FilledRow row) {
    Optional<StoreAnswer> answer = Languages.answer(row.said().answer());
    if (answer.isPresent()) {
      timed(row, answer.get());
    } else {
      String what = "answer \"" + row.said().answer() + "\" is none of the list";
      problems.add(problem(row, what, "Choose one of the list, or use the note"));
    }
  }

  private void timed(FilledRow row, StoreAnswer answer) {
    Optional<AnswerTime> time = AnswerTime.of(row.said().at(), zone);
    if (time.isPresent()) {
      answers.add(answer(row, answer, time.get()));
    } else {
      String what =
          row.said().at().isEmpty()
              ? "when the store answered is not told (expected e.g. 2022-04-15 10:30 Lin)"
              : "when the store answered is no time (expected e.g. 2022-04-15 10:30 Lin)";
      problems.add(problem(row, what, "Write day, time and name"));
    }
  }

  private Answer answer(FilledRow row, StoreAnswer answer, AnswerTime time) {
    return new Answer(
        row.parcelId(),
        new RecordRef.AnswerRow(run, row.number()),
        answer,
        time.at(),
        row.said().by().isEmpty() ? time.by() : row.said().by(),
        row.said().note());
  }

  private static Problem problem(FilledRow row, String what, String remedy) {
    return new Problem(row.where(), what, SET_ASIDE, remedy);
  }
}
