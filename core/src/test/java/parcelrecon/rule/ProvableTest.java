package parcelrecon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Attempt;
import parcelrecon.model.Coverage;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Gap;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.Incident;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.Payment;
import parcelrecon.model.RejectedRow;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.rule.JudgingContext.GroupOffsets;
import parcelrecon.rule.Prospect.Limit;
import parcelrecon.rule.Prospect.Outlook;

class ProvableTest {

  private static final Instant FROM = Instant.parse("2022-04-13T11:33:00Z");

  /** Sites and parcels at random: no parcel is judged otherwise than was said before it. */
  @Test
  void prospects_agreeWithWhatIsJudged_whateverTheSite() {
    Map<MismatchKind, Set<Outlook>> told = new EnumMap<>(MismatchKind.class);
    Map<String, Set<Proof>> provenInPart = new TreeMap<>();
    for (long seed = 0; seed < 10_000; seed++) {
      JudgingContext site = new RandomSite(seed).context();
      Map<MismatchKind, Prospect> prospects = prospects(site);
      for (Mismatch mismatch : judge(site, new RandomRecords(seed).next())) {
        Prospect prospect = prospects.get(mismatch.kind());
        assertThat(possible(prospect.outlook()))
            .as("seed %s: %s", seed, prospect)
            .contains(mismatch.proof());
        told.computeIfAbsent(mismatch.kind(), kind -> EnumSet.noneOf(Outlook.class))
            .add(prospect.outlook());
        if (prospect.outlook() == Outlook.IN_PART && prospect.limits().size() == 1) {
          provenInPart
              .computeIfAbsent(
                  mismatch.kind() + " " + prospect.limits(), key -> EnumSet.noneOf(Proof.class))
              .add(mismatch.proof());
        }
      }
    }
    assertThat(told).as("every kind was found").hasSize(MismatchKind.values().length);
    assertThat(told.get(MismatchKind.EVENT_MISSING)).hasSize(3);
    assertThat(provenInPart)
        .as("in part is both, never a word for not knowing")
        .containsOnlyKeys(
            "EVENT_MISSING [EVENTS_NOT_COMPLETE]",
            "EVENT_WITHOUT_OUTBOUND [OUTBOUND_NOT_BY_KEY]",
            "OVER_PAID [PAYMENTS_NOT_COMPLETE]",
            "OVER_REFUNDED [PAYMENTS_NOT_COMPLETE]",
            "PAID_NOT_HANDED_OUT [OUTBOUND_NOT_BY_KEY]",
            "PAID_NOT_HANDED_OUT [PAYMENTS_NOT_COMPLETE]",
            "PAID_ON_PREPAID [PAYMENTS_NOT_COMPLETE]",
            "PAID_TWICE [PAYMENTS_NOT_COMPLETE]",
            "REVERSAL_NOT_TOLD [EVENTS_NOT_COMPLETE]",
            "SHORT_PAID [PAYMENTS_NOT_COMPLETE]",
            "SHOWN_AS_FAILED [SHOWN_BY_PHASE]",
            "UNCOLLECTED [PAYMENTS_NOT_COMPLETE]");
    for (String often :
        List.of(
            "EVENT_MISSING [EVENTS_NOT_COMPLETE]",
            "EVENT_WITHOUT_OUTBOUND [OUTBOUND_NOT_BY_KEY]",
            "PAID_NOT_HANDED_OUT [OUTBOUND_NOT_BY_KEY]",
            "SHOWN_AS_FAILED [SHOWN_BY_PHASE]",
            "UNCOLLECTED [PAYMENTS_NOT_COMPLETE]")) {
      assertThat(provenInPart.get(often)).as(often).contains(Proof.CONFIRMED, Proof.UNVERIFIED);
    }
  }

  private static Set<Proof> possible(Outlook outlook) {
    return switch (outlook) {
      case CONFIRMED -> EnumSet.of(Proof.CONFIRMED, Proof.NOT_DUE);
      case IN_PART -> EnumSet.allOf(Proof.class);
      case UNVERIFIED -> EnumSet.of(Proof.UNVERIFIED, Proof.NOT_DUE);
      case NOT_JUDGED -> EnumSet.noneOf(Proof.class);
    };
  }

  private static List<Mismatch> judge(JudgingContext site, List<SourceRecord> records) {
    List<SourceRecord> readable =
        records.stream()
            .filter(record -> !(record instanceof RejectedRow))
            .filter(record -> isShown(record, site.sources()))
            .toList();
    return new Rulebook(site).judge(Deduplicated.of(Parcels.ID, readable).evidence()).mismatches();
  }

  private static boolean isShown(SourceRecord record, JudgingContext.Sources sources) {
    if (record instanceof Payment) {
      return sources.has(SourceName.PAYMENTS);
    }
    if (record instanceof ParcelEvent event) {
      return sources.has(SourceName.EVENTS)
          && (event.timestamp() == null || !isWithoutTimestamps(sources));
    }
    return !(record instanceof Attempt) || sources.has(SourceName.ATTEMPTS);
  }

  private static boolean isWithoutTimestamps(JudgingContext.Sources sources) {
    return sources.coverage().get(SourceName.EVENTS).reasons().stream()
        .anyMatch(reason -> reason.code() == Code.WITHOUT_TIMESTAMPS);
  }

  private static Map<MismatchKind, Prospect> prospects(JudgingContext site) {
    Map<MismatchKind, Prospect> prospects = new EnumMap<>(MismatchKind.class);
    Provable.in(site).forEach(prospect -> prospects.put(prospect.kind(), prospect));
    assertThat(prospects).hasSize(MismatchKind.values().length);
    return prospects;
  }

  @Test
  void prospects_sayWhyNotMore() {
    JudgingContext whole = Parcels.context();
    assertThat(prospects(whole).get(MismatchKind.SHOWN_AS_FAILED))
        .isEqualTo(
            new Prospect(
                MismatchKind.SHOWN_AS_FAILED, Outlook.UNVERIFIED, List.of(Limit.TIMEOUT_NOT_SET)));
    assertThat(prospects(whole).get(MismatchKind.EVENT_NOT_CONSUMED).limits())
        .containsExactly(Limit.NO_WATCHED_GROUPS);
    assertThat(prospects(whole).get(MismatchKind.UNCOLLECTED))
        .isEqualTo(new Prospect(MismatchKind.UNCOLLECTED, Outlook.CONFIRMED, List.of()));
  }

  @Test
  void prospect_saysAllThatStandsInTheWay_andTheWorstDecides() {
    JudgingContext whole = Parcels.context();
    Coverage cut = new Coverage(List.of(Reason.of(Code.CUT_LAST_ROW, "a.csv", 9)));
    JudgingContext site =
        new JudgingContext(
            whole.window(),
            List.of(),
            whole.asOf(),
            whole.settings(),
            new JudgingContext.Sources(
                Map.of(SourceName.OUTBOUND, cut, SourceName.PAYMENTS, new Coverage(List.of())),
                false,
                Optional.empty(),
                false),
            whole.events());
    assertThat(prospects(site).get(MismatchKind.PAID_NOT_HANDED_OUT))
        .isEqualTo(
            new Prospect(
                MismatchKind.PAID_NOT_HANDED_OUT,
                Outlook.UNVERIFIED,
                List.of(
                    Limit.OUTBOUND_NOT_COMPLETE,
                    Limit.OUTBOUND_NOT_BY_KEY,
                    Limit.PAYMENTS_NOT_INDEPENDENT)));
    assertThat(prospects(site).get(MismatchKind.EVENT_MISSING))
        .isEqualTo(
            new Prospect(
                MismatchKind.EVENT_MISSING,
                Outlook.NOT_JUDGED,
                List.of(Limit.EVENTS_NOT_CONFIGURED)));
  }

  /** A site whose sources are whole, cut, cut for a time, or not there. */
  private static final class RandomSite {
    private final Random random;
    private final JudgingContext whole = Parcels.context();

    RandomSite(long seed) {
      random = new Random(seed * 31 + 7);
    }

    JudgingContext context() {
      Map<SourceName, Coverage> coverage = new HashMap<>();
      coverage.put(SourceName.OUTBOUND, coverage(SourceName.OUTBOUND));
      for (SourceName name : List.of(SourceName.PAYMENTS, SourceName.EVENTS, SourceName.ATTEMPTS)) {
        if (often()) {
          coverage.put(name, coverage(name));
        }
      }
      RuleSettings settings =
          new RuleSettings(
              often() ? Map.of(RuleSetting.COUNTER_TIMEOUT, Duration.ofSeconds(3)) : Map.of(),
              whole.settings().tolerance());
      return new JudgingContext(
          whole.window(),
          often() ? List.of(phase()) : List.of(),
          whole.asOf(),
          settings,
          new JudgingContext.Sources(coverage, often(), Optional.empty(), often()),
          new JudgingContext.Events(
              "OUT",
              often() ? Optional.of("REVERSED") : Optional.empty(),
              often() ? List.of("STILL") : List.of(),
              often()
                  ? List.of(new GroupOffsets("g", Map.of("topic", Map.of(0, 5L))))
                  : List.of()));
    }

    private boolean often() {
      return random.nextInt(4) > 0;
    }

    private Incident.Phase phase() {
      return new Incident.Phase(
          "p", "p", FROM, FROM.plusSeconds(1200), random.nextBoolean(), random.nextBoolean());
    }

    private Coverage coverage(SourceName name) {
      Optional<Gap> gap =
          switch (random.nextInt(5)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(gap(-7200, 300));
            case 2 -> Optional.of(gap(1800, 3600));
            case 3 -> Optional.of(gap(600, Duration.ofDays(9).toSeconds()));
            default -> Optional.of(gap(Duration.ofDays(3).toSeconds(), 99_999_999));
          };
      List<Reason> reasons =
          often() && often()
              ? List.of(Reason.of(Code.DUPLICATES, 1))
              : List.of(new Reason(Code.CUT_LAST_ROW, List.of("f", "1"), gap));
      return name == SourceName.EVENTS && !often()
          ? new Coverage(List.of(reasons.get(0), Reason.of(Code.WITHOUT_TIMESTAMPS)))
          : new Coverage(reasons);
    }

    private static Gap gap(long fromSeconds, long toSeconds) {
      return new Gap(FROM.plusSeconds(fromSeconds), FROM.plusSeconds(toSeconds));
    }
  }
}
