package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;
import parcelrecon.model.Verdict;
import parcelrecon.results.CallStore.Progress;
import parcelrecon.results.CallStore.StoreCalls;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.Standing;

class CallStoreTest extends OnResults {

  private static final String INCIDENT = "2022-04-13-kafka";

  private CallStore calls;
  private AnswerStore answers;
  private long run;

  private record Parcel(String id, String store, Standing standing, List<Suggestion> suggestions) {}

  @BeforeEach
  void judge() {
    calls = new CallStore(database);
    answers = new AnswerStore(database);
    run = Runs.begin(database);
    judge(
        0,
        asked("TW1", "S2", Suggestion.ASK_STORE, Suggestion.HOLD_PAYOUT),
        asked("TW2", "S2", Suggestion.INFORM_STORE),
        asked("TW3", "S2", Suggestion.REVERT_OUTBOUND, Suggestion.ASK_STORE),
        asked("TW4", "S1", Suggestion.CHECK_COLLECTION));
    judge(
        1,
        asked("TW5", null, Suggestion.ASK_STORE),
        asked("TW6", "S10", Suggestion.ASK_STORE),
        new Parcel("TW7", "S10", Standing.DOWNSTREAM_ONLY, List.of(Suggestion.ASK_STORE)));
    long other = run;
    run = Runs.begin(database);
    judge(0, asked("TW1", "S9", Suggestion.ASK_STORE));
    run = other;
  }

  @Test
  void stores_areThoseWithParcelsOnTheList_andNoOther() {
    assertThat(calls.stores(run))
        .containsExactly(
            new StoreCalls("", 1, 1), new StoreCalls("S10", 1, 1), new StoreCalls("S2", 3, 2));
  }

  @Test
  void parcels_comeStoreByStore_inPartsOfTheirOrder() {
    assertThat(calls.parcels(run, "S2", 0, 10)).containsExactly("TW1", "TW2", "TW3");
    assertThat(calls.parcels(run, "S2", 1, 1)).containsExactly("TW2");
    assertThat(calls.parcels(run, "", 0, 10)).containsExactly("TW5");
    assertThat(calls.parcels(run, "S10", 0, 10)).containsExactly("TW6");
    assertThat(calls.parcels(run, "S1", 0, 10)).isEmpty();
  }

  @Test
  void progress_isOfTheParcelsAsked_andAStoreThatAnsweredStaysSo() {
    answer("TW1", StoreAnswer.ON_SHELF);
    answer("TW1", StoreAnswer.UNREACHABLE);
    answer("TW2", StoreAnswer.HANDED_PAID);
    answer("TW3", StoreAnswer.UNREACHABLE);
    answer("TW5", StoreAnswer.NOT_FOUND);
    assertThat(calls.progress(run, INCIDENT, 5))
        .isEqualTo(Map.of("S2", new Progress(1, 1), "", new Progress(1, 0)));
    assertThat(calls.progress(run, INCIDENT, 1)).isEqualTo(Map.of("S2", new Progress(1, 0)));
    assertThat(calls.progress(run, "another", 5)).isEmpty();
  }

  @Test
  void answers_areFound_byTheirParcels() {
    answer("TW1", StoreAnswer.ON_SHELF);
    answer("TW3", StoreAnswer.NOT_FOUND);
    answer("TW1", StoreAnswer.HANDED_PAID);
    assertThat(answers.answersTo(INCIDENT, List.of("TW1", "TW2")))
        .extracting(Answer::answer)
        .containsExactly(StoreAnswer.ON_SHELF, StoreAnswer.HANDED_PAID);
    assertThat(answers.answersTo("another", List.of("TW1"))).isEmpty();
    assertThat(answers.answersTo(INCIDENT, List.of())).isEmpty();
  }

  private void answer(String parcel, StoreAnswer answer) {
    answers.add(
        INCIDENT,
        List.of(new Answer(parcel, new RecordRef.AnswerRow(run, 1), answer, Runs.AS_OF, "林", "")));
  }

  private static Parcel asked(String id, String store, Suggestion... suggestions) {
    return new Parcel(id, store, Standing.AFFECTED, List.of(suggestions));
  }

  private void judge(int partition, Parcel... parcels) {
    new PartitionStore(database)
        .finish(
            run,
            partition,
            Stream.of(parcels).map(CallStoreTest::judged).iterator(),
            Runs.unlisted(),
            Runs.totals(parcels.length, 0));
    new SettleStore(database)
        .savePlanned(
            run,
            partition,
            Stream.of(parcels).map(CallStoreTest::planned).iterator(),
            SettleStore.Also.NOTHING);
  }

  private static PlannedParcel planned(Parcel parcel) {
    List<Datafix> datafixes = new ArrayList<>();
    for (Suggestion suggestion : parcel.suggestions()) {
      datafixes.add(
          new Datafix(suggestion, Datafix.Form.CALL, MismatchKind.SHOWN_AS_FAILED, "", null, null));
    }
    return new PlannedParcel(parcel.id(), parcel.standing(), datafixes);
  }

  private static Judgement judged(Parcel parcel) {
    RecordRef ref = new RecordRef.FileLine(SourceName.OUTBOUND, "outbound.csv", 1);
    Outbound pickUp =
        new Outbound(
            parcel.id(),
            ref,
            null,
            parcel.store(),
            null,
            null,
            Outbound.PaymentTerm.COD,
            500,
            "TWD",
            Outbound.OutboundState.COMPLETED,
            null,
            Runs.WINDOW.from(),
            null,
            null,
            null);
    Mismatch shown =
        new Mismatch(
            parcel.id(),
            MismatchKind.SHOWN_AS_FAILED,
            "",
            Proof.CONFIRMED,
            false,
            Mismatch.Amounts.NONE,
            null,
            List.of(ref));
    return new Judgement(
        new ParcelEvidence(
            parcel.id(), List.of(pickUp), List.of(), List.of(), List.of(), List.of(), List.of()),
        true,
        Optional.of(Verdict.UNKNOWN),
        Optional.empty(),
        List.of(shown));
  }
}
