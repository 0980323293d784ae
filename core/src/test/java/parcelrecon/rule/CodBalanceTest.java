package parcelrecon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.model.Coverage;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.SourceName;
import parcelrecon.rule.Receipts.Candidate;

/** The tie-out of money (docs/rules.md 3): what the records leave open is what the kinds name. */
class CodBalanceTest {

  private static final int DAYS = 500;

  @Test
  void balance_isDueLessPaid_whenAKindNamesIt() {
    assertThat(balance(Parcels.cod(10_000).paid(2_500))).contains(new CodBalance("TWD", 7_500, 0));
    assertThat(balance(Parcels.cod(10_000).paid(10_000).paid(10_000)))
        .contains(new CodBalance("TWD", -10_000, 0));
  }

  @Test
  void balance_isWithinTolerance_whenNoKindNamesIt() {
    assertThat(balance(Parcels.cod(10_000).paid(9_950))).contains(new CodBalance("TWD", 50, 50));
    assertThat(balance(Parcels.cod(10_000).paid(10_050))).contains(new CodBalance("TWD", -50, -50));
  }

  @Test
  void balance_leavesTheSmallDue_besideAnOverRefund() {
    Parcels parcel = Parcels.cod(30).refunded(500, "TWD");
    assertThat(collected(parcel)).isEqualTo("TWD 500");
    assertThat(balance(parcel)).contains(new CodBalance("TWD", 530, 30));
  }

  @Test
  void balance_isNamedByNoKind_whenTheOverRefundIsToldInAnotherCurrency() {
    Parcels parcel = Parcels.cod(30).refunded(500, "TWD").refunded(700, "JPY");
    assertThat(collected(parcel)).isEqualTo("JPY 700");
    assertThat(balance(parcel)).contains(new CodBalance("TWD", 530, 530));
  }

  private static String collected(Parcels parcel) {
    return parcel.judge().mismatches().stream()
        .map(Mismatch::amounts)
        .map(amounts -> amounts.currency() + " " + amounts.toCollectMinor())
        .collect(Collectors.joining());
  }

  /** Random days of some parcels each; a failure names its seed. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "0.5", "1", "60"})
  void tieOut_holdsToTheCent_whateverTheDay(String tolerance) {
    Tie all = new Tie();
    for (long seed = 0; seed < DAYS; seed++) {
      Map<String, Tie> day = day(seed, new Tolerance(new BigDecimal(tolerance), Map.of(), true));
      for (Map.Entry<String, Tie> each : day.entrySet()) {
        Tie tie = each.getValue();
        assertThat(tie.dueMinusPaid)
            .as("seed %d, %s: %s", seed, each.getKey(), tie)
            .isEqualTo(
                tie.collect - tie.refund + tie.withinTolerance + tie.notDue + tie.settledByReceipt);
        all.addMagnitudes(tie);
      }
    }
    assertThat(List.of(all.collect, all.refund, all.notDue, all.settledParcels, all.overRefunded))
        .as("every term occurs")
        .allMatch(sum -> sum > 0);
    assertThat(all.withinTolerance > 0)
        .as("differences of less than 1.00 do not occur")
        .isEqualTo(new BigDecimal(tolerance).compareTo(BigDecimal.ONE) >= 0);
  }

  /** Judges a day's parcels and settles its receipts, by currency. */
  private static Map<String, Tie> day(long seed, Tolerance tolerance) {
    Random random = new Random(seed);
    Rulebook rulebook = new Rulebook(context(tolerance));
    Map<String, Tie> sums = new TreeMap<>();
    List<Judgement> judged = new ArrayList<>();
    for (int parcel = random.nextInt(4, 16); parcel > 0; parcel--) {
      ParcelEvidence evidence =
          Deduplicated.of(Parcels.ID, new RandomRecords(random.nextLong()).next()).evidence();
      Judgement judgement = rulebook.judge(evidence);
      if (judgement.inScope()) {
        judged.add(judgement);
        CodBalance.of(evidence, tolerance)
            .ifPresent(balance -> sums(sums, balance.currency()).add(balance));
      }
    }
    Map<String, Candidate> candidates = candidates(judged);
    Set<String> settled = new HashSet<>(Receipts.settled(candidates.values(), tolerance));
    for (int i = 0; i < judged.size(); i++) {
      add(sums, judged.get(i), Optional.ofNullable(candidates.get("P" + i)), settled);
    }
    return sums;
  }

  private static Map<String, Candidate> candidates(List<Judgement> judged) {
    Map<String, Candidate> candidates = new HashMap<>();
    for (int i = 0; i < judged.size(); i++) {
      String id = "P" + i;
      Receipts.candidate(judged.get(i))
          .map(
              each -> new Candidate(each.checkoutId(), each.currency(), id, each.differenceMinor()))
          .ifPresent(each -> candidates.put(id, each));
    }
    return candidates;
  }

  private static void add(
      Map<String, Tie> sums,
      Judgement judgement,
      Optional<Candidate> candidate,
      Set<String> settled) {
    boolean isSettled = candidate.filter(each -> settled.contains(each.parcelId())).isPresent();
    if (isSettled) {
      sums(sums, candidate.get().currency()).settle(candidate.get());
    }
    String codCurrency =
        judgement
            .evidence()
            .pickUp()
            .filter(pickUp -> pickUp.payment() == PaymentTerm.COD)
            .map(pickUp -> pickUp.currency())
            .orElse("");
    for (Mismatch mismatch : judgement.mismatches()) {
      if (Receipts.KINDS.contains(mismatch.kind())) {
        if (!isSettled) {
          sums(sums, mismatch.amounts().currency()).add(mismatch);
        }
      } else if (mismatch.kind() == MismatchKind.OVER_REFUNDED
          && codCurrency.equals(mismatch.amounts().currency())) {
        sums(sums, codCurrency).add(mismatch);
        sums(sums, codCurrency).overRefunded++;
      }
    }
  }

  private static Tie sums(Map<String, Tie> sums, String currency) {
    return sums.computeIfAbsent(currency, none -> new Tie());
  }

  private static Optional<CodBalance> balance(Parcels parcel) {
    return CodBalance.of(parcel.judge().evidence(), Parcels.context().settings().tolerance());
  }

  /** The terms of one currency. */
  private static final class Tie {
    private long dueMinusPaid;
    private long withinTolerance;
    private long collect;
    private long refund;
    private long notDue;
    private long settledByReceipt;
    private long settledParcels;
    private long overRefunded;

    private void add(CodBalance balance) {
      dueMinusPaid += balance.dueMinusPaidMinor();
      withinTolerance += balance.withinToleranceMinor();
    }

    private void settle(Candidate candidate) {
      settledByReceipt -= candidate.differenceMinor();
      settledParcels++;
    }

    private void add(Mismatch mismatch) {
      Mismatch.Amounts amounts = mismatch.amounts();
      if (amounts.toRefundMinor() != null) {
        refund += amounts.toRefundMinor();
      } else if (mismatch.proof() == Proof.NOT_DUE) {
        notDue += amounts.toCollectMinor();
      } else {
        collect += amounts.toCollectMinor();
      }
    }

    private void addMagnitudes(Tie other) {
      withinTolerance += Math.abs(other.withinTolerance);
      collect += other.collect;
      refund += other.refund;
      notDue += other.notDue;
      settledParcels += other.settledParcels;
      overRefunded += other.overRefunded;
    }

    @Override
    public String toString() {
      return List.of(dueMinusPaid, collect, refund, withinTolerance, notDue, settledByReceipt)
          .toString();
    }
  }

  /** Payments of the first hours only: of late pick-ups they may still come. */
  private static JudgingContext context(Tolerance tolerance) {
    JudgingContext plain = Parcels.context();
    Coverage whole = new Coverage(List.of());
    return new JudgingContext(
        plain.window(),
        plain.phases(),
        plain.asOf(),
        new RuleSettings(Map.of(), tolerance),
        new JudgingContext.Sources(
            Map.of(SourceName.OUTBOUND, whole, SourceName.PAYMENTS, whole),
            true,
            Optional.of(Instant.parse("2022-04-13T13:00:00Z")),
            true),
        plain.events());
  }
}
