package parcelrecon.report.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.RecordRef;
import parcelrecon.report.answers.AnswerLook.Fate;

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
  }
}
