package parcelrecon.report.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parcelrecon.report.SampleParcel.parcel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.Coverage;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Payment.PaymentKind;
import parcelrecon.model.SourceName;
import parcelrecon.report.SampleParcel;
import parcelrecon.report.SampleRun;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.RuleSettings;

class StoryTest {

  private static final RunView ENGLISH = RunView.of(SampleRun.incident(), Texts.of("en"));

  private static String story(SampleParcel parcel) {
    return Story.of(ENGLISH, parcel.row());
  }

  private static String ofSample(String id, String language) {
    List<ParcelRow> found = new ArrayList<>();
    SampleRun.incident()
        .forEachParcel(
            row -> {
              if (row.parcelId().equals(id)) {
                found.add(row);
              }
            });
    return Story.of(RunView.of(SampleRun.incident(), Texts.of(language)), found.get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P-0001 | The counter showed an error after 9.1 s; the system recorded the pick-up at 19:42:39; no money was taken.
          P-0002 | The counter showed an error after 9.1 s; the system recorded the pick-up at 19:42:39; NT$560 was paid at 19:42:58.
          P-0003 | The counter showed an error after 9.1 s; the system recorded the pick-up at 19:42:39; it was paid before, so nothing was due at the counter.
          P-0004 | The counter showed an error after 9.1 s; the system recorded the pick-up at 19:42:39; no money was taken; another try at 2022-04-14 18:02:11 was refused.
          P-0005 | The counter showed an error after 9.1 s; the system recorded the pick-up at 19:42:39; NT$899 was paid at 2022-04-14 12:31:00.
          P-0006 | The counter showed an error after 9.1 s; the system recorded the pick-up at 19:42:39; it was paid before, so nothing was due at the counter; it was seen at the store at 2022-04-15 09:00:00.
          P-0007 | The counter showed an error after 9.1 s; the system recorded the pick-up at 19:42:39; no money was taken; asked, the store said at 2022-04-15 10:30:00: not found.
          P-0008 | The system recorded 2 pick-ups, the first at 19:50:00, the last at 19:58:00; NT$410 was paid at 19:50:05.
          P-0009 | The system recorded a pick-up begun at 19:55:00, not finished; no payment was found; not all of this is certain yet.
          P-0010 | The system recorded the pick-up at 19:50:58; NT$900 was paid at 19:51:00; NT$1,000 was due.
          P-0011 | The system recorded the pick-up at 19:50:58; NT$1,200 was paid at 19:51:00; NT$1,000 was due.
          P-0012 | The system recorded the pick-up at 19:50:58; NT$1,060 was paid in 2 payments, the last at 19:51:30; NT$530 was due.
          P-0013 | The system recorded the pick-up at 19:50:58; it was paid before, so nothing was due at the counter; NT$299 was paid at 19:51:00.
          P-0014 | The system recorded the pick-up at 19:50:58; US$23 was paid at 19:51:00; NT$700 was due.
          P-0015 | The system refused the pick-up at 19:53:00; NT$820 was paid at 19:53:10.
          P-0016 | The system recorded the pick-up at 19:50:58; NT$450 was paid at 19:51:00; nothing was due at the counter; NT$600 was given back at 2022-04-14 10:00:00.
          P-0022 | The system recorded the pick-up at 19:34:00 and took it back later; it was paid before, so nothing was due at the counter.
          P-0025 | The counter gave up waiting after 8.0 s; the system recorded the pick-up at 19:43:08; it was paid before, so nothing was due at the counter; another try at 19:43:20 worked.
          P-0026 | The counter showed an error after 9.1 s; the system recorded the pick-up at 19:42:39; no payment is on record yet, it may still arrive.
          P-0027 | The system recorded the pick-up at 19:50:58; NT$300 was paid at 19:51:00; NT$330 was due; not all of this is certain yet.
          """)
  void story_tellsWhatTheRecordsShow(String parcel, String story) {
    assertThat(ofSample(parcel, "en")).isEqualTo(story);
  }

  @Test
  void story_isASentenceOfTheLanguage() {
    assertThat(ofSample("P-0001", "zh-TW")).isEqualTo("門市畫面等候 9.1 秒後顯示錯誤；系統於 19:42:39 記錄已取件；貨款未收。");
    assertThat(ofSample("P-0002", "zh-CN"))
        .isEqualTo("门店界面等待 9.1 秒后报错；系统于 19:42:39 记录已取件；已收款 NT$560（19:42:58）。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN", "zh-TW"})
  void story_isTold_ofEveryParcel(String language) {
    RunView view = RunView.of(SampleRun.incident(), Texts.of(language));
    SampleRun.incident()
        .forEachParcel(
            parcel ->
                assertThat(Story.of(view, parcel))
                    .hasSizeGreaterThan(8)
                    .doesNotContain("{", "null", "–"));
  }

  @Test
  void money_isOnlySaidNotToBeTaken_whereThatIsProven() {
    SampleParcel open = parcel("P").cod(500).pickedUp("19:50:00", 300);
    assertThat(story(open.finds(MismatchKind.UNCOLLECTED, Proof.UNVERIFIED)))
        .contains("no payment was found")
        .endsWith("not all of this is certain yet.")
        .doesNotContain("no money was taken");
    SampleParcel unjudged = parcel("P").cod(500).pickedUp("19:50:00", 300);
    assertThat(story(unjudged.finds(MismatchKind.TWO_PICKUPS))).contains("no payment was found");
  }

  @Test
  void money_isNotSpokenOf_whenPaymentsWereNotLookedAt() {
    ParcelRow unpaid = parcel("P").cod(500).pickedUp("19:50:00", 300).row();
    ParcelRow prepaid = parcel("P").pickedUp("19:50:00", 300).row();
    RunView blind = seeing(true, SourceName.OUTBOUND);
    assertThat(Story.of(blind, unpaid)).endsWith("payments were not looked at.");
    assertThat(Story.of(blind, prepaid)).endsWith("nothing was due at the counter.");
  }

  @Test
  void money_provesNothing_whenThePickUpWroteIt() {
    ParcelRow paid = parcel("P").cod(500).pickedUp("19:50:00", 300).pays(500, "19:50:01").row();
    assertThat(Story.of(seeing(false, SourceName.OUTBOUND, SourceName.PAYMENTS), paid))
        .endsWith(
            "NT$500 was paid at 19:50:01; that is what the pick-up itself wrote down, no proof of a payment.");
  }

  private static RunView seeing(boolean independent, SourceName... names) {
    JudgingContext all = ENGLISH.context();
    Map<SourceName, Coverage> coverage = new HashMap<>(all.sources().coverage());
    coverage.keySet().retainAll(List.of(names));
    return in(
        new JudgingContext(
            all.window(),
            all.phases(),
            all.asOf(),
            RuleSettings.STANDARD,
            new JudgingContext.Sources(coverage, independent, Optional.empty(), true),
            all.events()));
  }

  private static RunView in(JudgingContext context) {
    return new RunView(
        ENGLISH.results(), ENGLISH.run(), context, ENGLISH.texts(), ENGLISH.stores());
  }

  @Test
  void screen_isToldFromHowLongThePickUpTook_whereNoCallIsOnRecord() {
    SampleParcel slow = parcel("P").pickedUp("19:42:39", 9100).finds(MismatchKind.SHOWN_AS_FAILED);
    assertThat(story(slow)).startsWith("The pick-up took 9.1 s, and the counter waits 3.0 s;");
    assertThat(Story.of(seeing(true, SourceName.OUTBOUND), slow.row()))
        .startsWith("The pick-up took 9.1 s, and the counter is taken to wait 3.0 s;");
  }

  @Test
  void screen_isToldFromThePhase_whereThePickUpHasOneTimeOnly() {
    SampleParcel begun =
        parcel("P")
            .requestedOnly(OutboundState.COMPLETED, "19:43:00")
            .finds(MismatchKind.SHOWN_AS_FAILED, Proof.UNVERIFIED);
    assertThat(story(begun))
        .startsWith(
            "The pick-up was at a time when counters showed errors;"
                + " the system recorded the pick-up, begun at 19:43:00;");
  }

  @Test
  void screen_countsErrors_andNamesTheLast() {
    SampleParcel twice =
        parcel("P")
            .tries("19:42:30", 9100, AttemptOutcome.TIMEOUT)
            .tries("19:43:00", 2000, AttemptOutcome.ERROR)
            .pickedUp("19:42:39", 9100)
            .finds(MismatchKind.SHOWN_AS_FAILED);
    assertThat(story(twice))
        .startsWith("The counter showed an error 2 times, the last at 19:43:02;");
  }

  @Test
  void call_thatIsThePickUpItself_isNoOtherTry() {
    SampleParcel fine =
        parcel("P").cod(90).pickedUp("19:50:00", 300).tries("19:50:01", 80, AttemptOutcome.OK);
    assertThat(story(fine)).doesNotContain("another try");
  }

  @Test
  void answer_isNone_whenTheStoreWasNotReached() {
    SampleParcel silent =
        parcel("P").pickedUp("19:50:00", 300).says(StoreAnswer.UNREACHABLE, "15 10:00:00");
    assertThat(story(silent)).endsWith("the store could not be reached at 2022-04-15 10:00:00.");
  }

  @Test
  void pickUp_isSaidNotToBeFound_whereThereIsNone() {
    assertThat(story(parcel("P").payment(PaymentKind.CAPTURE, 9000, "TWD", "19:50:00")))
        .isEqualTo("No pick-up was found on record; NT$90 was paid at 19:50:00.");
  }
}
