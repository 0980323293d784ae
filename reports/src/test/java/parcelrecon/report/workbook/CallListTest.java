package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Verdict;
import parcelrecon.report.SampleParcel;
import parcelrecon.report.SampleRun;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.MismatchKind;

class CallListTest {

  private final RunView view = RunView.of(SampleRun.incident(), Texts.of("en"));

  private CallList.Line only(SampleParcel parcel) {
    CallList list = new CallList(view);
    list.add(parcel.row());
    return list.lines(1).get(0);
  }

  @Test
  void list_saysHowManyItLeavesOut_whenItIsFull() {
    CallList list = new CallList(view, 3);
    view.results().forEachParcel(list::add);
    assertThat(list.lines(2)).hasSize(3);
    assertThat(list.notes()).singleElement().asString().contains("holds 3 parcels; 5 more");
  }

  @Test
  void list_hasNothingToSay_whenItHoldsEveryParcel() {
    CallList list = new CallList(view);
    view.results().forEachParcel(list::add);
    assertThat(list.notes()).isEmpty();
    assertThat(list.nearestDeadline()).contains(java.time.Instant.parse("2022-04-17T15:59:59Z"));
  }

  @Test
  void list_leavesParcelsOut_whenNoStoreIsAskedOrTold() {
    CallList list = new CallList(view);
    list.add(
        SampleParcel.parcel("A")
            .cod(10)
            .pickedUp("19:50:00", 1)
            .finds(MismatchKind.UNCOLLECTED, Suggestion.CHECK_COLLECTION)
            .row());
    assertThat(list.lines(1)).isEmpty();
  }

  @Test
  void callers_shareStores_whenNoAreaIsKnown() {
    CallList list = new CallList(view);
    for (String store : List.of("X1", "X2", "X1")) {
      list.add(asked("P" + list.lines(1).size()).in(store).pickedUp("19:42:39", 4000).row());
    }
    assertThat(list.lines(2))
        .extracting(CallList.Line::caller)
        .containsExactly("Caller 1", "Caller 1", "Caller 2");
  }

  @Test
  void saw_isHowLongThePickUpTook_whenNoScreenWasLogged() {
    CallList.Line line = only(asked("A").pickedUp("19:42:39", 4_250));
    assertThat(line.call().words().saw()).isEqualTo("19:42:34 waited 4.3 s");
  }

  @Test
  void saw_isThePhase_whenOnlyOneTimeIsKnown() {
    ParcelRow row = asked("A").requestedOnly(OutboundState.COMPLETED, "19:42:30").row();
    assertThat(new CallWords(view).of(row, Suggestion.ASK_STORE).saw())
        .isEqualTo("19:42:30 while counters showed errors");
  }

  @Test
  void ask_isAboutShelfAndMoney_asTheParcelWasToBePaid() {
    assertThat(only(asked("A").pickedUp("19:42:39", 4000)).call().words().ask())
        .startsWith("Is the parcel still on the shelf, or did the buyer take it?");
    assertThat(only(asked("A").cod(75).pickedUp("19:42:39", 4000)).call().words().ask())
        .isEqualTo("Is the parcel still on the shelf? If the buyer took it: were NT$75 taken?");
  }

  private static SampleParcel asked(String id) {
    return SampleParcel.parcel(id)
        .verdict(Verdict.UNKNOWN)
        .finds(MismatchKind.SHOWN_AS_FAILED, Suggestion.ASK_STORE);
  }
}
