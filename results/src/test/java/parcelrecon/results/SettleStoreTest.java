package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;
import parcelrecon.model.Verdict;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.Standing;

class SettleStoreTest extends OnResults {

  private SettleStore settle;
  private long run;

  @BeforeEach
  void begin() {
    settle = new SettleStore(database);
    run = Runs.begin(database);
  }

  @Test
  void candidates_comeReceiptByReceipt_whateverTheirPartition() {
    finish(0, parcel("TW3", "C2", MismatchKind.OVER_PAID, 500, 800));
    finish(
        1,
        parcel("TW2", "C1", MismatchKind.SHORT_PAID, 500, 400),
        parcel("TW1", "C2", MismatchKind.UNCOLLECTED, 300, 0),
        parcel("TW0", null, MismatchKind.UNCOLLECTED, 300, 0),
        parcel("TW9", "C2", MismatchKind.SHOWN_AS_FAILED, 300, 0));

    assertThat(candidates())
        .containsExactly(
            new ReceiptCandidate("C1", "TWD", 1, "TW2", -100),
            new ReceiptCandidate("C2", "TWD", 1, "TW1", -300),
            new ReceiptCandidate("C2", "TWD", 0, "TW3", 300));
  }

  @Test
  void candidates_areStillThere_whenTheyWereDropped() {
    finish(0, parcel("TW1", "C1", MismatchKind.PAID_TWICE, 500, 1_000));
    settle.drop(run, candidates(), new Totals.Receipts(1, 1));
    settle.drop(run, candidates(), new Totals.Receipts(1, 1));
    assertThat(candidates()).hasSize(1);
    assertThat(new StoredResults(database, run).receipts()).isEqualTo(new Totals.Receipts(1, 1));
  }

  @Test
  void otherMismatches_stay_whenAReceiptIsSettled() {
    Judgement both =
        parcel("TW1", "C1", MismatchKind.UNCOLLECTED, 500, 0, MismatchKind.SHOWN_AS_FAILED);
    finish(0, both, parcel("TW2", "C1", MismatchKind.OVER_PAID, 500, 1_000));
    settle.drop(run, candidates(), new Totals.Receipts(1, 2));

    List<Judgement> left = new ArrayList<>();
    settle.forEachParcel(run, 0, left::add);
    assertThat(left)
        .containsExactly(
            new Judgement(
                both.evidence(),
                true,
                both.verdict(),
                both.provedBy(),
                List.of(both.mismatches().get(0))));
  }

  @Test
  void parcel_countsAsClean_whenItsReceiptTookItsLastMismatch() {
    finish(
        0,
        parcel("TW1", "C1", MismatchKind.UNCOLLECTED, 500, 0, MismatchKind.SHOWN_AS_FAILED),
        parcel("TW2", "C1", MismatchKind.OVER_PAID, 500, 1_000));
    settle.drop(run, candidates(), new Totals.Receipts(1, 2));
    settle.savePlanned(
        run, 0, List.of(planned("TW1", Suggestion.ASK_STORE)).iterator(), SettleStore.Also.NOTHING);

    StoredResults results = new StoredResults(database, run);
    assertThat(results.totals().parcels()).isEqualTo(new Totals.Parcels(12, 1, 0, 0, 11));
    List<ParcelRow> parcels = new ArrayList<>();
    results.forEachParcel(parcels::add);
    assertThat(parcels).extracting(ParcelRow::parcelId).containsExactly("TW1");
  }

  @Test
  void decisions_replaceTheEarlierOnes_whenAPartitionIsPlannedAgain() {
    finish(0, parcel("TW1", "C1", MismatchKind.SHOWN_AS_FAILED, 500, 0));
    finish(1, parcel("TW2", "C1", MismatchKind.SHOWN_AS_FAILED, 500, 0));
    settle.savePlanned(
        run,
        0,
        List.of(planned("TW1", Suggestion.ASK_STORE, Suggestion.HOLD_PAYOUT)).iterator(),
        SettleStore.Also.NOTHING);
    settle.savePlanned(
        run, 1, List.of(planned("TW2", Suggestion.ASK_STORE)).iterator(), SettleStore.Also.NOTHING);
    settle.savePlanned(
        run,
        0,
        List.of(planned("TW1", Suggestion.INVESTIGATE)).iterator(),
        SettleStore.Also.NOTHING);

    List<List<Suggestion>> suggestions = new ArrayList<>();
    new StoredResults(database, run)
        .forEachParcel(row -> suggestions.add(row.mismatches().get(0).suggestions()));
    assertThat(suggestions)
        .containsExactly(List.of(Suggestion.INVESTIGATE), List.of(Suggestion.ASK_STORE));
  }

  @Test
  void matchAndDecisions_areReplaced_whenAPartitionIsFinishedAgain() {
    finish(0, parcel("TW1", "C1", MismatchKind.UNCOLLECTED, 500, 0));
    finish(1, parcel("TW2", "C1", MismatchKind.OVER_PAID, 500, 1_000));
    settle.savePlanned(
        run, 0, List.of(planned("TW1", Suggestion.WAIT)).iterator(), SettleStore.Also.NOTHING);
    Judgement again = parcel("TW3", "C7", MismatchKind.SHORT_PAID, 500, 100);
    finish(0, again);

    assertThat(candidates()).extracting(ReceiptCandidate::parcelId).containsExactly("TW2", "TW3");
    List<ParcelRow> parcels = new ArrayList<>();
    new StoredResults(database, run).forEachParcel(parcels::add);
    assertThat(parcels).extracting(ParcelRow::parcelId).containsExactly("TW2", "TW3");
    assertThat(parcels).allMatch(row -> row.datafixes().isEmpty());
    assertThat(parcels.get(1).evidence()).isEqualTo(again.evidence());
  }

  private void finish(int partition, Judgement... judgements) {
    new PartitionStore(database)
        .finish(
            run,
            partition,
            List.of(judgements).iterator(),
            Runs.unlisted(),
            Runs.totals(judgements.length + 10, 10));
  }

  private List<ReceiptCandidate> candidates() {
    List<ReceiptCandidate> candidates = new ArrayList<>();
    settle.forEachCandidate(run, candidates::add);
    return candidates;
  }

  private static PlannedParcel planned(String parcelId, Suggestion... suggestions) {
    List<Datafix> datafixes = new ArrayList<>();
    for (Suggestion suggestion : suggestions) {
      datafixes.add(
          new Datafix(suggestion, Datafix.Form.CALL, MismatchKind.SHOWN_AS_FAILED, "", null, null));
    }
    return new PlannedParcel(parcelId, Standing.AFFECTED, datafixes);
  }

  /** A picked up parcel with one mismatch of money or other, and further ones without amounts. */
  private static Judgement parcel(
      String id, String checkoutId, MismatchKind kind, long due, long paid, MismatchKind... more) {
    RecordRef ref = new RecordRef.FileLine(SourceName.OUTBOUND, "outbound.csv", due);
    List<Mismatch> mismatches = new ArrayList<>();
    for (MismatchKind other : more) {
      mismatches.add(
          new Mismatch(
              id, other, "", Proof.CONFIRMED, false, Mismatch.Amounts.NONE, null, List.of(ref)));
    }
    mismatches.add(
        new Mismatch(
            id,
            kind,
            "",
            Proof.CONFIRMED,
            false,
            new Mismatch.Amounts("TWD", due, paid, null, null),
            null,
            List.of(ref)));
    return new Judgement(
        new ParcelEvidence(
            id,
            List.of(pickUp(id, ref, checkoutId, due)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        true,
        Optional.of(Verdict.UNKNOWN),
        Optional.of(MismatchKind.SHOWN_AS_FAILED),
        mismatches);
  }

  private static Outbound pickUp(String id, RecordRef ref, String checkoutId, long due) {
    return new Outbound(
        id,
        ref,
        null,
        "S1",
        null,
        checkoutId,
        Outbound.PaymentTerm.COD,
        due,
        "TWD",
        Outbound.OutboundState.COMPLETED,
        null,
        Runs.WINDOW.from(),
        null,
        null,
        null);
  }
}
