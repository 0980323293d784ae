package parcelrecon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Coverage;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.rule.JudgingContext.GroupOffsets;

/** What holds for every parcel, whatever its records. A failure names its seed. */
class RulebookPropertiesTest {

  private static final int SEEDS = 1_000;
  private static final long TOLERANCE_MINOR = 50;

  private static final JudgingContext CONTEXT = withAttempts();
  private static final Rulebook RULEBOOK = new Rulebook(CONTEXT);

  @Test
  void judgement_isTheSame_whenRecordsComeInAnotherOrder() {
    forEverySeed(
        (seed, records) -> {
          List<SourceRecord> shuffled = new ArrayList<>(records);
          Collections.shuffle(shuffled, new Random(seed));
          assertThat(judge(shuffled)).isEqualTo(judge(records));
        });
  }

  @Test
  void judgement_isTheSame_whenARecordIsReadTwice() {
    forEverySeed(
        (seed, records) -> {
          List<SourceRecord> twice = new ArrayList<>(records);
          twice.add(records.get(new Random(seed).nextInt(records.size())));
          assertThat(judge(twice)).isEqualTo(judge(records));
        });
  }

  @Test
  void records_areAllCountedOrDuplicates_always() {
    forEverySeed(
        (seed, records) -> {
          Deduplicated once = Deduplicated.of(Parcels.ID, records);
          long left = once.duplicates().values().stream().mapToLong(Long::longValue).sum();
          assertThat(once.evidence().records().count() + left).isEqualTo(records.size());
          assertThat(Deduplicated.of(Parcels.ID, once.evidence().records().toList()))
              .isEqualTo(new Deduplicated(once.evidence(), Map.of()));
        });
  }

  @Test
  void mismatches_citeRecordsOfTheParcelAndComeOnce_always() {
    forEverySeed(
        (seed, records) -> {
          Set<RecordRef> refs = records.stream().map(SourceRecord::ref).collect(Collectors.toSet());
          Set<String> seen = new HashSet<>();
          for (Mismatch mismatch : judge(records).mismatches()) {
            assertThat(mismatch.refs()).isNotEmpty().isSorted().doesNotHaveDuplicates();
            assertThat(refs).containsAll(mismatch.refs());
            assertThat(seen.add(mismatch.kind() + mismatch.group())).isTrue();
          }
        });
  }

  @Test
  void amountsToMove_arePositiveAndOneSided_always() {
    forEverySeed(
        (seed, records) ->
            judge(records)
                .mismatches()
                .forEach(
                    mismatch -> {
                      Mismatch.Amounts amounts = mismatch.amounts();
                      assertThat(
                              amounts.toCollectMinor() == null || amounts.toRefundMinor() == null)
                          .isTrue();
                      assertThat(Optional.ofNullable(amounts.toCollectMinor()).orElse(1L))
                          .isPositive();
                      assertThat(Optional.ofNullable(amounts.toRefundMinor()).orElse(1L))
                          .isPositive();
                    }));
  }

  @Test
  void money_isOfOneKindOrNone_exactlyAsTheDifferenceExceedsTheTolerance() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      long dueMinor = random.nextInt(500);
      long firstMinor = random.nextBoolean() ? dueMinor : random.nextInt(500);
      long secondMinor = random.nextInt(3) * 100L;
      Judgement judgement = Parcels.cod(dueMinor).paid(firstMinor).paid(secondMinor).judge();
      long differenceMinor = firstMinor + secondMinor - dueMinor;
      assertThat(judgement.mismatches())
          .as("seed " + seed)
          .hasSize(Math.abs(differenceMinor) > TOLERANCE_MINOR ? 1 : 0)
          .allSatisfy(
              mismatch ->
                  assertThat(moved(mismatch.amounts())).isEqualTo(Math.abs(differenceMinor)));
    }
  }

  private static long moved(Mismatch.Amounts amounts) {
    return amounts.paidMinor() < amounts.dueMinor()
        ? amounts.toCollectMinor()
        : amounts.toRefundMinor();
  }

  @Test
  void verdict_isThere_exactlyWhenAParcelInScopeWasCompleted() {
    forEverySeed(
        (seed, records) -> {
          Judgement judgement = judge(records);
          boolean completed =
              judgement.evidence().outbounds().stream()
                  .anyMatch(outbound -> outbound.isCompleted());
          assertThat(judgement.verdict().isPresent()).isEqualTo(judgement.inScope() && completed);
        });
  }

  @Test
  void randomParcels_showEveryKind_together() {
    Set<MismatchKind> kinds = EnumSet.noneOf(MismatchKind.class);
    forEverySeed(
        (seed, records) ->
            judge(records).mismatches().forEach(mismatch -> kinds.add(mismatch.kind())));
    kinds.add(MismatchKind.EVENT_BYPASSED); // no phases here
    assertThat(kinds).containsExactlyInAnyOrder(MismatchKind.values());
  }

  private static Judgement judge(List<SourceRecord> records) {
    return RULEBOOK.judge(Deduplicated.of(Parcels.ID, records).evidence());
  }

  private static void forEverySeed(BiConsumer<Long, List<SourceRecord>> property) {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<SourceRecord> records = new RandomRecords(seed).next();
      if (records.isEmpty()) {
        continue;
      }
      try {
        property.accept(seed, records);
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("seed " + seed + ": " + records, failure);
      }
    }
  }

  private static JudgingContext withAttempts() {
    JudgingContext plain = Parcels.context();
    Coverage whole = new Coverage(List.of());
    return new JudgingContext(
        plain.window(),
        plain.phases(),
        plain.asOf(),
        plain.settings(),
        new JudgingContext.Sources(
            Map.of(
                SourceName.OUTBOUND, whole,
                SourceName.PAYMENTS, whole,
                SourceName.EVENTS, whole,
                SourceName.ATTEMPTS, whole),
            true,
            Optional.empty(),
            true),
        new JudgingContext.Events(
            plain.events().outboundType(),
            plain.events().reversalType(),
            plain.events().stillHereTypes(),
            List.of(new GroupOffsets("g", Map.of("topic", Map.of(0, 5L))))));
  }
}
