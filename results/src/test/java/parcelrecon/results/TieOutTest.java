package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Coverage;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;
import parcelrecon.model.Verdict;
import parcelrecon.rule.CodBalance;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.RuleSettings;

/** Both sides of the tie-out as the database adds them up. */
class TieOutTest extends OnResults {

  private long run;

  @BeforeEach
  void begin() {
    run = Runs.begin(database);
    saveContext(SourceName.PAYMENTS);
  }

  @Test
  void sides_areAddedUpOverPartitions_byCurrency() {
    finish(
        0,
        List.of(new CodBalance("TWD", 900, 100), new CodBalance("JPY", -7, -7)),
        found("A", PaymentTerm.COD, "TWD", MismatchKind.UNCOLLECTED, 500L, null),
        found("B", PaymentTerm.COD, "TWD", MismatchKind.SHORT_PAID, 300L, null));
    finish(
        1,
        List.of(new CodBalance("TWD", -250, 0)),
        found("C", PaymentTerm.COD, "TWD", MismatchKind.PAID_TWICE, null, 250L));
    assertThat(tieOut())
        .isEqualTo(
            Map.of(
                "TWD", new TieOut(650, 800, 250, 100, 0, 0),
                "JPY", new TieOut(-7, 0, 0, -7, 0, 0)));
    assertThat(tieOut().values())
        .allMatch(each -> each.dueMinusPaidMinor() == each.explainedMinor());
  }

  @Test
  void whatMayStillBePaid_isATermOfItsOwn() {
    finish(
        0,
        List.of(new CodBalance("TWD", 500, 0)),
        found("A", PaymentTerm.COD, "TWD", MismatchKind.UNCOLLECTED, Proof.NOT_DUE, 500L, null));
    assertThat(tieOut()).containsExactly(Map.entry("TWD", new TieOut(500, 0, 0, 0, 500, 0)));
  }

  @Test
  void overRefunded_counts_onlyInTheCurrencyOfACodPickUp() {
    finish(
        0,
        List.of(new CodBalance("TWD", 40, 0)),
        found("A", PaymentTerm.COD, "TWD", MismatchKind.OVER_REFUNDED, 40L, null),
        found("B", PaymentTerm.COD, "JPY", MismatchKind.OVER_REFUNDED, 50L, null),
        found("C", PaymentTerm.PREPAID, "TWD", MismatchKind.OVER_REFUNDED, 60L, null),
        found("D", PaymentTerm.PREPAID, "TWD", MismatchKind.PAID_ON_PREPAID, null, 70L));
    assertThat(tieOut()).containsExactly(Map.entry("TWD", new TieOut(40, 40, 0, 0, 0, 0)));
  }

  @Test
  void settledReceipts_keepWhatTheyTook_howeverOftenTheyAreSettled() {
    finish(
        0,
        List.of(new CodBalance("TWD", 1, 0)),
        found("A", PaymentTerm.COD, "TWD", MismatchKind.UNCOLLECTED, Proof.NOT_DUE, 500L, null),
        found("B", PaymentTerm.COD, "TWD", MismatchKind.OVER_PAID, null, 499L));
    for (int pass = 0; pass < 2; pass++) {
      List<ReceiptCandidate> settled = new ArrayList<>();
      new SettleStore(database).forEachCandidate(run, settled::add);
      new SettleStore(database).drop(run, settled, new Totals.Receipts(1, 2));
      assertThat(tieOut()).containsExactly(Map.entry("TWD", new TieOut(1, 0, 0, 0, 0, 1)));
    }
    new SettleStore(database).drop(run, List.of(), new Totals.Receipts(0, 0));
    assertThat(tieOut().get("TWD").settledByReceiptMinor()).isZero();
  }

  @Test
  void balances_goWithTheirPartition_whenItIsMatchedAgain() {
    finish(0, List.of(new CodBalance("TWD", 5, 5)));
    finish(0, List.of(new CodBalance("TWD", 3, 3)));
    assertThat(tieOut()).containsExactly(Map.entry("TWD", new TieOut(3, 0, 0, 3, 0, 0)));
  }

  @Test
  void tieOut_isAbsent_withoutPayments_andInARunOfAnEarlierVersion() {
    finish(0, List.of(new CodBalance("TWD", 5, 5)));
    database.jdbi().useHandle(handle -> handle.execute("update run set tied_out = false"));
    assertThat(new StoredResults(database, run).tieOut()).isEmpty();
    run = Runs.begin(database);
    saveContext(SourceName.EVENTS);
    assertThat(new StoredResults(database, run).tieOut()).isEmpty();
  }

  private Map<String, TieOut> tieOut() {
    return new TreeMap<>(new StoredResults(database, run).tieOut().orElseThrow());
  }

  private void saveContext(SourceName source) {
    new ContextStore(database)
        .save(
            run,
            new JudgingContext(
                Runs.WINDOW,
                List.of(),
                Runs.AS_OF,
                RuleSettings.STANDARD,
                new JudgingContext.Sources(
                    Map.of(source, new Coverage(List.of())), true, Optional.empty(), true),
                JudgingContext.Events.NONE));
  }

  private void finish(int partition, List<CodBalance> balances, Judgement... judgements) {
    new PartitionStore(database)
        .finish(
            run,
            partition,
            List.of(judgements).iterator(),
            Runs.unlisted(),
            new PartitionTotals(
                Map.of(),
                judgements.length,
                0,
                0,
                0,
                List.of(),
                List.of(),
                Map.of(),
                balances,
                List.of()));
  }

  private static Judgement found(
      String id,
      PaymentTerm term,
      String codCurrency,
      MismatchKind kind,
      Long collect,
      Long refund) {
    return found(id, term, codCurrency, kind, Proof.CONFIRMED, collect, refund);
  }

  /** A mismatch in TWD of a pick-up in another currency or the same. */
  private static Judgement found(
      String id,
      PaymentTerm term,
      String currency,
      MismatchKind kind,
      Proof proof,
      Long collect,
      Long refund) {
    RecordRef ref = new RecordRef.FileLine(SourceName.OUTBOUND, "outbound.csv", 1);
    Outbound pickUp =
        new Outbound(
            id,
            ref,
            null,
            "S1",
            null,
            "C1",
            term,
            0,
            currency,
            Outbound.OutboundState.COMPLETED,
            null,
            Runs.WINDOW.from(),
            null,
            null,
            null);
    long due = collect == null ? 0 : collect;
    long paid = refund == null ? 0 : refund;
    Mismatch mismatch =
        new Mismatch(
            id,
            kind,
            "",
            proof,
            false,
            new Mismatch.Amounts("TWD", due, paid, collect, refund),
            null,
            List.of(ref));
    return new Judgement(
        new ParcelEvidence(
            id, List.of(pickUp), List.of(), List.of(), List.of(), List.of(), List.of()),
        true,
        Optional.of(Verdict.UNKNOWN),
        Optional.empty(),
        List.of(mismatch));
  }
}
