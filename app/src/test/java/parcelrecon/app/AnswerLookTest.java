package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import parcelrecon.app.AnswerLook.Fate;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.RecordRef;
import parcelrecon.report.answers.GivenAnswer;

class AnswerLookTest {

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

  private static Fate fate(GivenAnswer answer) {
    return AnswerLook.at(List.of(answer), List.of(SHELF_AT_TEN.answer())).get(0).fate();
  }

  @Test
  void fate_dependsOnWhatWasSaidBefore_whenAnAnswerIsKept() {
    assertThat(fate(answer("P2", StoreAnswer.ON_SHELF, "10:00"))).isEqualTo(Fate.NEW);
    assertThat(fate(SHELF_AT_TEN)).isEqualTo(Fate.KNOWN);
    assertThat(fate(answer("P1", StoreAnswer.HANDED_PAID, "10:01"))).isEqualTo(Fate.REPLACES);
    assertThat(fate(answer("P1", StoreAnswer.HANDED_PAID, "09:59"))).isEqualTo(Fate.OUTDATED);
    assertThat(fate(answer("P1", StoreAnswer.HANDED_PAID, "10:00"))).isEqualTo(Fate.CONFLICTS);
    assertThat(fate(answer("P1", StoreAnswer.ON_SHELF, "09:59"))).isEqualTo(Fate.KNOWN);
  }

  @Test
  void answersOfOneFile_areSeenInItsOrder_whenTheyAreAboutOneParcel() {
    List<AnswerLook> looks =
        AnswerLook.at(
            List.of(SHELF_AT_TEN, answer("P1", StoreAnswer.NOT_FOUND, "11:00"), SHELF_AT_TEN),
            List.of());
    assertThat(looks)
        .extracting(AnswerLook::fate)
        .containsExactly(Fate.NEW, Fate.REPLACES, Fate.KNOWN);
    assertThat(AnswerLook.summary(looks, 2))
        .isEqualTo(
            "3 answers: 1 new, 1 replaces, 0 conflicts, 0 outdated, 1 known. 2 rows not"
                + " understood.");
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
    assertThat(AnswerLook.lines(looks, ZoneId.of("Asia/Taipei")))
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
