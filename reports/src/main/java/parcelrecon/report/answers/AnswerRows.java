package parcelrecon.report.answers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.RecordRef;
import parcelrecon.report.answers.AnswersFile.Unreadable;
import parcelrecon.report.calls.RowVersion;
import parcelrecon.report.workbook.Choice.Contact;
import parcelrecon.results.ParcelRow;

/** Turns filled-in rows into answers to a run, or into what is wrong with them. */
final class AnswerRows {

  /** How many parcels are looked up at once. */
  private static final int BATCH = 500;

  private final AskedRun asked;
  private final AnswerClock clock;
  private final List<FilledRow> waiting = new ArrayList<>();
  private final List<GivenAnswer> answers = new ArrayList<>();
  private final List<Remark> notUnderstood = new ArrayList<>();
  private final List<Remark> countsForNothing = new ArrayList<>();
  private final List<Remark> doubtful = new ArrayList<>();
  private long filled;

  AnswerRows(AskedRun asked) {
    this.asked = asked;
    this.clock = new AnswerClock(asked.run().incident().window(), asked.now());
  }

  AnswersFile file() {
    judgeWaiting();
    return new AnswersFile(answers, notUnderstood, countsForNothing, doubtful, Optional.empty());
  }

  /** Takes a row; one that nobody filled in is passed over. */
  void add(FilledRow row) throws Unreadable {
    if (row.said().isNothing()) {
      return;
    }
    if (++filled > AnswersFile.ROWS_MAX) {
      throw new Unreadable("has more than " + AnswersFile.ROWS_MAX + " rows that are filled in");
    }
    waiting.add(row);
    if (waiting.size() >= BATCH) {
      judgeWaiting();
    }
  }

  /** Tells of cells that are filled in where nothing is read back. */
  void notRead(Remark remark) {
    countsForNothing.add(remark);
  }

  private void judgeWaiting() {
    Set<String> ids =
        waiting.stream()
            .map(FilledRow::parcelId)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Map<String, ParcelRow> parcels = asked.parcels().apply(ids);
    for (FilledRow row : waiting) {
      judge(row, Optional.ofNullable(parcels.get(row.parcelId())));
    }
    waiting.clear();
  }

  private void judge(FilledRow row, Optional<ParcelRow> parcel) {
    if (isOfThisList(row, parcel)) {
      said(row).ifPresent(answer -> timed(row, answer, parcel.orElseThrow()));
    }
  }

  private boolean isOfThisList(FilledRow row, Optional<ParcelRow> parcel) {
    String incident = asked.run().incident().id();
    if (!row.incident().isEmpty() && !row.incident().equals(incident)) {
      setAside(
          row,
          AnswerColumn.INCIDENT,
          "the list is of incident \"" + row.incident() + "\", expected \"" + incident + "\"",
          "Give the list made for this incident");
    } else if (!row.rowId().isEmpty() && !row.rowId().equals(row.parcelId())) {
      setAside(
          row,
          AnswerColumn.PARCEL_ID,
          "it stands in the row of \"" + row.rowId() + "\"",
          "Sort whole rows, with the hidden columns");
    } else if (parcel.filter(found -> !found.mismatches().isEmpty()).isEmpty()) {
      setAside(
          row,
          AnswerColumn.PARCEL_ID,
          "nothing was found about it in run " + asked.run().run(),
          "Correct the parcel id");
    } else {
      return true;
    }
    return false;
  }

  /** The answer in words of the list; absent when there is none, which is told. */
  private Optional<StoreAnswer> said(FilledRow row) {
    FilledRow.Said said = row.said();
    Optional<Contact> contact = Languages.contact(said.contact());
    if (contact.isEmpty() && !said.contact().isEmpty()) {
      setAside(
          row,
          AnswerColumn.CONTACT,
          "contact \""
              + said.contact()
              + "\" is none of the list"
              + Languages.nearContact(said.contact()),
          "Choose one of the list");
      return Optional.empty();
    }
    if (said.answer().isEmpty()) {
      return withoutAnswer(row, contact);
    }
    Optional<StoreAnswer> answer = Languages.answer(said.answer());
    if (answer.isEmpty()) {
      setAside(
          row,
          AnswerColumn.ANSWER,
          "answer \""
              + said.answer()
              + "\" is none of the list"
              + Languages.nearAnswer(said.answer()),
          "Choose one of the list, or use the note");
    }
    return answer;
  }

  private Optional<StoreAnswer> withoutAnswer(FilledRow row, Optional<Contact> contact) {
    if (contact.filter(Contact.NO_ANSWER::equals).isPresent()) {
      return Optional.of(StoreAnswer.UNREACHABLE);
    }
    if (contact.filter(Contact.REACHED::equals).isPresent()) {
      countsForNothing.add(
          remark(row, AnswerColumn.ANSWER, "reached, but without an answer", "Choose the answer"));
    } else if (contact.isEmpty()) {
      AnswerColumn column = row.said().at().isEmpty() ? AnswerColumn.NOTE : AnswerColumn.WHEN_WHO;
      countsForNothing.add(
          remark(
              row,
              column,
              "a time or a note without an answer",
              "Choose the answer, if there was one"));
    }
    return Optional.empty();
  }

  private void timed(FilledRow row, StoreAnswer answer, ParcelRow parcel) {
    Optional<AnswerTime> time = AnswerTime.of(row.said().at(), clock.zone());
    Optional<String> wrong =
        time.isPresent() ? clock.wrong(time.get().at()) : Optional.of(noTime(row));
    if (wrong.isPresent()) {
      setAside(row, AnswerColumn.WHEN_WHO, wrong.get(), "Write day, time and name");
      return;
    }
    doubts(row, parcel);
    answers.add(new GivenAnswer(answer(row, answer, time.get()), row.cells().at(cell(row))));
  }

  private void doubts(FilledRow row, ParcelRow parcel) {
    boolean hasAnswer = !row.said().answer().isEmpty();
    Optional<Contact> contact = Languages.contact(row.said().contact());
    if (hasAnswer && contact.filter(each -> each != Contact.REACHED).isPresent()) {
      doubt(
          row,
          AnswerColumn.CONTACT,
          "contact says \"" + row.said().contact() + "\", yet there is an answer",
          "It counts; correct the row if it should not");
    }
    if (!row.version().isEmpty() && !RowVersion.of(parcel).equals(Optional.of(row.version()))) {
      doubt(
          row,
          AnswerColumn.ROW_VERSION,
          "the row is not as run " + asked.run().run() + " has it",
          "It counts all the same; see which run the list is of");
    }
  }

  private static String noTime(FilledRow row) {
    return row.said().at().isEmpty()
        ? "when the store answered is not told (expected e.g. 2022-04-15 10:30 Lin)"
        : "when the store answered is no time (expected e.g. 2022-04-15 10:30 Lin)";
  }

  private static AnswerColumn cell(FilledRow row) {
    return row.said().answer().isEmpty() ? AnswerColumn.CONTACT : AnswerColumn.ANSWER;
  }

  private Answer answer(FilledRow row, StoreAnswer answer, AnswerTime time) {
    return new Answer(
        row.parcelId(),
        new RecordRef.AnswerRow(asked.run().run(), row.number()),
        answer,
        time.at(),
        row.said().by().isEmpty() ? time.by() : row.said().by(),
        row.said().note());
  }

  private void setAside(FilledRow row, AnswerColumn column, String what, String remedy) {
    notUnderstood.add(remark(row, column, what, remedy));
  }

  private void doubt(FilledRow row, AnswerColumn column, String what, String remedy) {
    doubtful.add(remark(row, column, what, remedy));
  }

  private static Remark remark(FilledRow row, AnswerColumn column, String what, String remedy) {
    return new Remark(row.cells().at(column), row.parcelId(), what, remedy);
  }
}
