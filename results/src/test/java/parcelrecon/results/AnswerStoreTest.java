package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;

class AnswerStoreTest extends OnResults {

  private static final String INCIDENT = "2022-04-13-kafka";

  private AnswerStore answers;

  @BeforeEach
  void stores() {
    answers = new AnswerStore(database);
  }

  @Test
  void answers_comeBackNumberedInTheirOrder_whenAdded() {
    assertThat(answers.add(INCIDENT, List.of(answer(4, "TW2", "門市"), answer(4, "TW1", ""))))
        .isEqualTo(2);
    assertThat(answers.add(INCIDENT, List.of(answer(9, "TW2", "another day")))).isEqualTo(1);

    assertThat(answers.answersOf(INCIDENT, 3))
        .containsExactly(
            numbered(answer(4, "TW2", "門市"), 1),
            numbered(answer(4, "TW1", ""), 2),
            numbered(answer(9, "TW2", "another day"), 3));
  }

  @Test
  void answer_isNotDoubled_whenTheSameWorkbookIsTakenInAgain() {
    List<Answer> workbook = List.of(answer(4, "TW1", "a"), answer(4, "TW1", "b"));
    answers.add(INCIDENT, workbook);
    assertThat(answers.add(INCIDENT, workbook)).isZero();
    assertThat(answers.latest(INCIDENT)).isEqualTo(2);
  }

  @Test
  void answer_isNotDoubled_whateverItsNoteHolds() {
    List<Answer> workbook = List.of(answer(4, "TW1", "a\0"));
    answers.add(INCIDENT, workbook);
    assertThat(answers.add(INCIDENT, workbook)).isZero();
    assertThat(answers.answersOf(INCIDENT, 1)).extracting(Answer::note).containsExactly("a\uFFFD");
  }

  @Test
  void answer_isKeptOnce_whenAWorkbookSaysItTwice() {
    assertThat(answers.add(INCIDENT, List.of(answer(4, "TW1", "a"), answer(4, "TW1", "a"))))
        .isEqualTo(1);
  }

  @Test
  void laterAnswers_areNotSeen_whenARunFrozeAnEarlierNumber() {
    answers.add(INCIDENT, List.of(answer(4, "TW1", "")));
    long frozen = answers.latest(INCIDENT);
    answers.add(INCIDENT, List.of(answer(4, "TW2", "")));
    assertThat(answers.answersOf(INCIDENT, frozen))
        .extracting(Answer::parcelId)
        .containsExactly("TW1");
  }

  @Test
  void answers_areOfTheirIncidentOnly_whenThereAreSeveral() {
    answers.add(INCIDENT, List.of(answer(4, "TW1", "")));
    assertThat(answers.add("another", List.of(answer(5, "TW1", "")))).isEqualTo(1);
    assertThat(answers.latest("another")).isEqualTo(1);
    assertThat(answers.latest("none")).isZero();
    assertThat(answers.answersOf("none", 100)).isEmpty();
  }

  @Test
  void nothing_isAdded_whenOneNamesNoRun() {
    Answer nameless =
        new Answer(
            "TW2",
            new RecordRef.FileLine(SourceName.ANSWERS, "answers.csv", 3),
            StoreAnswer.ON_SHELF,
            Runs.AS_OF,
            "",
            "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> answers.add(INCIDENT, List.of(answer(4, "TW1", ""), nameless)));
    assertThat(answers.latest(INCIDENT)).isZero();
  }

  private static Answer answer(long run, String parcelId, String note) {
    return new Answer(
        parcelId,
        new RecordRef.AnswerRow(run, 99),
        StoreAnswer.HANDED_UNPAID,
        Runs.AS_OF,
        "林",
        note);
  }

  private static Answer numbered(Answer answer, long number) {
    return new Answer(
        answer.parcelId(),
        new RecordRef.AnswerRow(((RecordRef.AnswerRow) answer.ref()).run(), number),
        answer.answer(),
        answer.answeredAt(),
        answer.by(),
        answer.note());
  }
}
