package parcelrecon.report.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static parcelrecon.report.SampleParcel.parcel;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.report.SampleLater;
import parcelrecon.report.SampleParcel;
import parcelrecon.report.SampleRun;
import parcelrecon.report.text.Texts;
import parcelrecon.results.RunResults;

class ChangeWordsTest {

  private static List<String> changes(SampleParcel then, SampleParcel now) {
    RunResults run = SampleRun.incident();
    return new ChangeWords(
            Texts.of("en"), run.run().incident().window().zone(), run.context().events())
        .of(SampleLater.followed(then.row(), now.row()));
  }

  private static SampleParcel seen() {
    return parcel("P-1").cod(500).pickedUp("19:42:39", 9100);
  }

  @Test
  void nothing_isSaid_whereNoRecordChanged() {
    assertThat(changes(seen(), seen())).containsExactly("no record has changed");
  }

  @Test
  void pickUpWrittenOver_isToldWithBothTimes() {
    assertThat(changes(seen(), parcel("P-1").cod(500).version(3).pickedUp("15 10:00:00", 300)))
        .containsExactly(
            "picked up at 2022-04-15 10:00 (on record before: 2022-04-13 19:42:39);"
                + " record version 1 → 3");
  }

  @Test
  void deadlineAndDue_areToldWithWhatTheyWere() {
    assertThat(
            changes(seen(), parcel("P-1").cod(450).until("25 23:59:59").pickedUp("19:42:39", 9100)))
        .containsExactly(
            "NT$450 due (before: NT$500); pick-up deadline 2022-04-25 (before: 2022-04-19)");
  }

  @Test
  void pickUpThatWasOpen_isOnRecordNow() {
    assertThat(
            changes(
                parcel("P-1").requestedOnly(OutboundState.PENDING, "19:42:30"),
                parcel("P-1").version(2).pickedUp("19:42:31", 1000)))
        .containsExactly("put on record as picked up at 2022-04-13 19:42:31; record version 1 → 2");
  }

  @Test
  void tries_sightings_answersAndMessages_areToldInPlainWords() {
    assertThat(
            changes(
                seen(),
                seen()
                    .tries("15 09:00:00", 300, AttemptOutcome.OK)
                    .tries("15 09:05:00", 300, AttemptOutcome.ERROR)
                    .event("STOCK_TAKE", "15 08:00:00", Duration.ZERO)
                    .event("OUTBOUND_COMPLETED", "15 08:01:00", Duration.ZERO)
                    .event("SORTED", "15 08:02:00", Duration.ZERO)
                    .says(StoreAnswer.UNREACHABLE, "15 10:00:00")))
        .containsExactly(
            "the store could not be reached at 2022-04-15 10:00",
            "seen at the store at 2022-04-15 08:00",
            "downstream systems were told of the pick-up",
            "noted by another system at 2022-04-15 08:02",
            "another try at 2022-04-15 09:00 worked",
            "another try at 2022-04-15 09:05 was refused");
  }

  @Test
  void manyChanges_areToldByTheirNumber() {
    SampleParcel now = seen();
    for (int minute = 10; minute < 30; minute++) {
      now.pays(1, "15 10:" + minute + ":00");
    }
    assertThat(changes(seen(), now)).hasSize(9).last().isEqualTo("and 12 more");
  }

  @Test
  void recordsOutOfSight_areCounted() {
    assertThat(changes(seen().pays(500, "19:43:00"), parcel("P-1")))
        .containsExactly("2 records of then are not seen now");
  }
}
