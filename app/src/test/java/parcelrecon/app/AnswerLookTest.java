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

class AnswerLookTest {

  private static final Answer SHELF_AT_TEN = answer("P1", StoreAnswer.ON_SHELF, "10:00");

  private static Answer answer(String parcel, StoreAnswer said, String time) {
    return new Answer(
        parcel,
        new RecordRef.AnswerRow(1, 1),
        said,
        Instant.parse("2022-04-15T" + time + ":00Z"),
        "Lin",
        "");
  }

  private static Fate fate(Answer answer) {
    return AnswerLook.at(List.of(answer), List.of(SHELF_AT_TEN)).get(0).fate();
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
            "3 answers: 1 new, 1 replaces, 0 outdated, 0 conflicts, 1 known. 2 rows not"
                + " understood.");
  }

  @Test
  void table_namesNobody_whenShown() {
    List<AnswerLook> looks =
        AnswerLook.at(
            List.of(answer("P1", StoreAnswer.HANDED_PAID, "09:59")), List.of(SHELF_AT_TEN));
    assertThat(AnswerLook.table(looks, ZoneId.of("Asia/Taipei")))
        .containsExactly(
            "PARCEL                ANSWER         ANSWERED AT          IS",
            "P1                    HANDED_PAID    2022-04-15 17:59:00  outdated by ON_SHELF of"
                + " 2022-04-15 18:00:00");
  }
}
