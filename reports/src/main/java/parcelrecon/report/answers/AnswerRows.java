package parcelrecon.report.answers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.RecordRef;
import parcelrecon.report.answers.Remark.Matter;
import parcelrecon.report.answers.Unreadable.Why;
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
  private final int rowsMax;
  private long filled;

  /**
   * @param rowsMax how many rows may be filled in
   */
  AnswerRows(AskedRun asked, int rowsMax) {
    this.asked = asked;
    this.rowsMax = rowsMax;
    this.clock = new AnswerClock(asked.run().incident().window(), asked.now());
  }

  AnswersFile file() {
    judgeWaiting();
    return new AnswersFile(answers, notUnderstood, countsForNothing, doubtful, Optional.empty());
  }

  /** Takes a row; one that nobody filled in is passed over. */
  void add(FilledRow row) throws Unreadable.Ended {
    if (row.said().isNothing()) {
      return;
    }
    if (++filled > rowsMax) {
      throw new Unreadable.Ended(Why.TOO_MANY_ROWS, rowsMax);
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
      setAside(row, AnswerColumn.INCIDENT, Matter.OTHER_INCIDENT, row.incident(), incident);
    } else if (!row.rowId().isEmpty() && !row.rowId().equals(row.parcelId())) {
      setAside(row, AnswerColumn.PARCEL_ID, Matter.OTHER_ROW, row.rowId());
    } else if (parcel.filter(found -> !found.mismatches().isEmpty()).isEmpty()) {
      setAside(row, AnswerColumn.PARCEL_ID, Matter.NOT_IN_RUN, asked.run().run());
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
      noWord(row, AnswerColumn.CONTACT, said.contact(), Languages.nearContact(said.contact()));
      return Optional.empty();
    }
    if (said.answer().isEmpty()) {
      return withoutAnswer(row, contact);
    }
    Optional<StoreAnswer> answer = Languages.answer(said.answer());
    if (answer.isEmpty()) {
      noWord(row, AnswerColumn.ANSWER, said.answer(), Languages.nearAnswer(said.answer()));
    }
    return answer;
  }

  private void noWord(FilledRow row, AnswerColumn column, String word, Optional<String> near) {
    boolean isContact = column == AnswerColumn.CONTACT;
    if (near.isPresent()) {
      Matter matter = isContact ? Matter.NEARLY_A_CONTACT : Matter.NEARLY_AN_ANSWER;
      setAside(row, column, matter, word, near.get());
    } else {
      setAside(row, column, isContact ? Matter.NO_CONTACT : Matter.NO_ANSWER, word);
    }
  }

  private Optional<StoreAnswer> withoutAnswer(FilledRow row, Optional<Contact> contact) {
    if (contact.filter(Contact.NO_ANSWER::equals).isPresent()) {
      return Optional.of(StoreAnswer.UNREACHABLE);
    }
    if (contact.filter(Contact.REACHED::equals).isPresent()) {
      countsForNothing.add(remark(row, AnswerColumn.ANSWER, Matter.REACHED_WITHOUT_ANSWER));
    } else if (contact.isEmpty()) {
      AnswerColumn column = row.said().at().isEmpty() ? AnswerColumn.NOTE : AnswerColumn.WHEN_WHO;
      countsForNothing.add(remark(row, column, Matter.ONLY_TIME_OR_NOTE));
    }
    return Optional.empty();
  }

  private void timed(FilledRow row, StoreAnswer answer, ParcelRow parcel) {
    Optional<AnswerTime> time = AnswerTime.of(row.said().at(), clock.zone());
    Optional<Matter> wrong =
        time.isPresent() ? clock.wrong(time.get().at()) : Optional.of(noTime(row));
    if (wrong.isPresent()) {
      setAside(row, AnswerColumn.WHEN_WHO, wrong.get());
      return;
    }
    doubts(row, parcel);
    answers.add(new GivenAnswer(answer(row, answer, time.get()), row.cells().at(cell(row))));
  }

  private void doubts(FilledRow row, ParcelRow parcel) {
    boolean hasAnswer = !row.said().answer().isEmpty();
    Optional<Contact> contact = Languages.contact(row.said().contact());
    if (hasAnswer && contact.filter(each -> each != Contact.REACHED).isPresent()) {
      doubt(row, AnswerColumn.CONTACT, Matter.ANSWER_WITHOUT_CONTACT, row.said().contact());
    }
    if (!row.version().isEmpty() && !RowVersion.of(parcel).equals(Optional.of(row.version()))) {
      doubt(row, AnswerColumn.ROW_VERSION, Matter.OTHER_VERSION, asked.run().run());
    }
  }

  private static Matter noTime(FilledRow row) {
    return row.said().at().isEmpty() ? Matter.TIME_NOT_TOLD : Matter.TIME_NOT_UNDERSTOOD;
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

  private void setAside(FilledRow row, AnswerColumn column, Matter matter, Object... seen) {
    notUnderstood.add(remark(row, column, matter, seen));
  }

  private void doubt(FilledRow row, AnswerColumn column, Matter matter, Object... seen) {
    doubtful.add(remark(row, column, matter, seen));
  }

  private static Remark remark(FilledRow row, AnswerColumn column, Matter matter, Object... seen) {
    return new Remark(
        row.cells().at(column),
        row.parcelId(),
        matter,
        Stream.of(seen).map(String::valueOf).toList());
  }
}
