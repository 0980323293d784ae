package parcelrecon.report.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.report.SampleRun;
import parcelrecon.report.text.Texts;
import parcelrecon.report.workbook.AffectedParcelsWorkbook;
import parcelrecon.report.workbook.Choice;
import parcelrecon.report.workbook.Choice.Contact;

class AnswersInEveryLanguageTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN", "zh-TW"})
  void answers_comeBack_inTheWordsOfTheList(String language) throws IOException {
    Texts texts = Texts.of(language);
    Path list = folder.resolve("list.xlsx");
    new AffectedParcelsWorkbook(texts, 2).write(SampleRun.incident(), list);
    FilledCalls filled = new FilledCalls(list);
    String reached = Choice.text(Contact.REACHED, texts);
    String time = "2022-04-15 10:30 林小姐";
    filled.fill("P-0001", reached, texts.name(StoreAnswer.ON_SHELF), time);
    filled.fill("P-0002", reached, texts.name(StoreAnswer.HANDED_PAID), time);
    filled.fill("P-0003", reached, texts.name(StoreAnswer.HANDED_UNPAID), time);
    filled.fill("P-0004", reached, texts.name(StoreAnswer.NOT_FOUND), time);
    filled.fill("P-0006", Choice.text(Contact.NO_ANSWER, texts), "", time);
    filled.fill("P-0026", Choice.text(Contact.CALLS_BACK, texts), "", time);

    AnswersFile file =
        AnswersFile.read(
            filled.save(folder.resolve("filled.xlsx")),
            AnswersFileTest.asked(SampleRun.incident()),
            AnswersLimits.COMMAND);

    assertThat(file.notUnderstood()).isEmpty();
    assertThat(file.answers())
        .extracting(GivenAnswer::answer)
        .extracting(Answer::parcelId, Answer::answer)
        .containsExactlyInAnyOrder(
            tuple("P-0001", StoreAnswer.ON_SHELF),
            tuple("P-0002", StoreAnswer.HANDED_PAID),
            tuple("P-0003", StoreAnswer.HANDED_UNPAID),
            tuple("P-0004", StoreAnswer.NOT_FOUND),
            tuple("P-0006", StoreAnswer.UNREACHABLE));
  }

  /** Whoever fills in a list may use the words of another language's. */
  @Test
  void word_meansOneThing_inAllLanguagesTogether() {
    Map<String, Enum<?>> meanings = new HashMap<>();
    for (String language : Texts.LANGUAGES) {
      Texts texts = Texts.of(language);
      for (StoreAnswer answer : StoreAnswer.values()) {
        assertThat(meanings.put("answer " + texts.name(answer), answer)).isIn(null, answer);
      }
      for (Contact contact : Contact.values()) {
        assertThat(meanings.put("contact " + Choice.text(contact, texts), contact))
            .isIn(null, contact);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN", "zh-TW"})
  void everyMatter_isTold_withItsRemedy(String language) {
    Texts texts = Texts.of(language);
    List<String> seen = List.of("FIRST", "SECOND");
    for (Remark.Matter matter : Remark.Matter.values()) {
      Remark remark = new Remark("", "P", matter, seen);
      assertThat(remark.what(texts)).as("%s", matter).isNotEmpty().doesNotContain("{");
      assertThat(remark.remedy(texts)).as("%s", matter).isNotEmpty();
    }
    for (Unreadable.Why why : Unreadable.Why.values()) {
      assertThat(new Unreadable(why, seen).what(texts)).as("%s", why).doesNotContain("{");
    }
    assertThat(Unreadable.remedy(texts)).contains("parcel_id");
  }
}
