package parcelrecon.report.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Verdict;
import parcelrecon.report.SampleParcel;
import parcelrecon.report.SampleRun;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.MismatchKind;

class CallListTest {

  private final RunView view = RunView.of(SampleRun.incident(), Texts.of("en"));

  @TempDir Path folder;

  private List<CallList.Line> lines(int callers, ParcelRow... parcels) {
    try (CallList list = new CallList(view, folder)) {
      List.of(parcels).forEach(list::add);
      List<CallList.Line> lines = new ArrayList<>();
      list.forEachLine(callers, lines::add);
      return lines;
    }
  }

  private CallList.Line only(SampleParcel parcel) {
    return lines(1, parcel.row()).get(0);
  }

  @Test
  void list_knowsTheNearestDeadline_ofWhatIsToBeDone() {
    try (CallList list = new CallList(view, folder)) {
      view.results().forEachParcel(list::add);
      assertThat(list.nearestDeadline()).contains(Instant.parse("2022-04-17T15:59:59Z"));
    }
  }

  @Test
  void screen_thatGaveUpWaiting_isNoError() {
    SampleParcel left =
        SampleParcel.parcel("P")
            .tries("19:42:30", 9100, AttemptOutcome.ABORTED)
            .pickedUp("19:42:39", 9100)
            .finds(MismatchKind.SHOWN_AS_FAILED, Suggestion.ASK_STORE);
    assertThat(only(left).call().words().saw()).isEqualTo("19:42:39 gave up waiting after 9.1 s");
  }

  @Test
  void version_isOfTheFacts_whateverTheLanguage() {
    ParcelRow asked =
        SampleParcel.parcel("P")
            .cod(500)
            .pickedUp("19:50:00", 300)
            .finds(MismatchKind.SHOWN_AS_FAILED, Suggestion.ASK_STORE)
            .row();
    String version = lines(1, asked).get(0).call().version();
    RunView taiwan = RunView.of(SampleRun.incident(), Texts.of("zh-TW"));
    try (CallList list = new CallList(taiwan, folder)) {
      list.add(asked);
      list.forEachLine(1, line -> assertThat(line.call().version()).isEqualTo(version));
    }
    ParcelRow paid =
        SampleParcel.parcel("P")
            .cod(500)
            .pickedUp("19:50:00", 300)
            .pays(500, "19:51:00")
            .finds(MismatchKind.SHOWN_AS_FAILED, Suggestion.ASK_STORE)
            .row();
    assertThat(lines(1, paid).get(0).call().version()).isNotEqualTo(version);
  }

  @Test
  void line_isWhatWasAdded_whateverIsAbsent() {
    List<ParcelRow> sample = new ArrayList<>();
    view.results().forEachParcel(sample::add);
    List<CallList.Line> lines = lines(2, sample.toArray(ParcelRow[]::new));
    assertThat(lines).hasSize(8);
    for (CallList.Line line : lines) {
      CallBytes.Ranked ranked = new CallBytes.Ranked(line.priority(), line.call());
      assertThat(CallBytes.read(CallBytes.of(ranked))).isEqualTo(ranked);
    }
    assertThat(lines).extracting(line -> line.call().amounts().dueMinor()).contains(128_000L);
    assertThat(lines).extracting(line -> line.call().storeId()).contains("-S0009");
  }

  @Test
  void list_leavesParcelsOut_whenNoStoreIsAskedOrTold() {
    assertThat(
            lines(
                1,
                SampleParcel.parcel("A")
                    .cod(10)
                    .pickedUp("19:50:00", 1)
                    .finds(MismatchKind.UNCOLLECTED, Suggestion.CHECK_COLLECTION)
                    .row()))
        .isEmpty();
  }

  @Test
  void callers_shareStores_whenNoAreaIsKnown() {
    List<ParcelRow> parcels = new ArrayList<>();
    for (String store : List.of("X1", "X2", "X1")) {
      parcels.add(asked("P" + parcels.size()).in(store).pickedUp("19:42:39", 4000).row());
    }
    assertThat(lines(2, parcels.toArray(ParcelRow[]::new)))
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
