package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.RecordRef;
import parcelrecon.report.answers.AnswerLook;
import parcelrecon.report.answers.GivenAnswer;

class AnswerLinesTest {

  private static final GivenAnswer SHELF_AT_TEN = answer("P1", StoreAnswer.ON_SHELF, "10:00");

  private static GivenAnswer answer(String parcel, StoreAnswer said, String time) {
    return new GivenAnswer(
        new Answer(
            parcel,
            new RecordRef.AnswerRow(1, 1),
            said,
            Instant.parse("2022-04-15T" + time + ":00Z"),
            "Lin",
            ""),
        "Store calls!U" + parcel.substring(1));
  }

  @Test
  void lines_sayCellByCell_whatIsThereAndWhatItBecomes() {
    List<AnswerLook> looks =
        AnswerLook.at(
            List.of(
                answer("P1", StoreAnswer.HANDED_PAID, "09:59"),
                answer("P2", StoreAnswer.NOT_FOUND, "09:59"),
                answer("P2", StoreAnswer.ON_SHELF, "10:59"),
                answer("P2", StoreAnswer.NOT_FOUND, "10:59"),
                SHELF_AT_TEN),
            List.of(SHELF_AT_TEN.answer()));
    AnswerLines lines = new AnswerLines(looks, ZoneId.of("Asia/Taipei"));
    assertThat(lines.summary(2))
        .isEqualTo(
            "5 answers: 1 new, 1 replaces, 1 conflicts, 1 outdated, 1 known. 2 rows not"
                + " understood.");
    assertThat(lines.besideOthers()).hasSize(8).doesNotContain("First answers: 1");
    assertThat(lines.all())
        .containsExactly(
            "First answers: 1",
            "  Store calls!U2  P2  no answer -> NOT_FOUND of 2022-04-15 17:59:00",
            "Later answers, which take the place of what is kept: 1",
            "  Store calls!U2  P2  NOT_FOUND of 2022-04-15 17:59:00 -> ON_SHELF of 2022-04-15"
                + " 18:59:00",
            "Conflicts: something else was said at the same time: 1",
            "  Store calls!U2  P2  ON_SHELF of 2022-04-15 18:59:00, here NOT_FOUND of 2022-04-15"
                + " 18:59:00",
            "Outdated: something else was said later: 1",
            "  Store calls!U1  P1  ON_SHELF of 2022-04-15 18:00:00 stays, here HANDED_PAID of"
                + " 2022-04-15 17:59:00",
            "Known already: 1",
            "  Store calls!U1  P1  ON_SHELF of 2022-04-15 18:00:00 stays")
        .noneSatisfy(line -> assertThat(line).contains("Lin"));
  }
}
