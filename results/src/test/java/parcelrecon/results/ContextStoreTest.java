package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.RuleSetting;
import parcelrecon.rule.RuleSettings;
import parcelrecon.rule.Tolerance;

class ContextStoreTest extends OnResults {

  private ContextStore contexts;
  private long run;

  @BeforeEach
  void begin() {
    contexts = new ContextStore(database);
    run = Runs.begin(database);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Taipei", "Z", "+08:00", "UTC", "America/Argentina/Buenos_Aires"})
  void context_comesBackExactly_whateverItsZone(String zone) {
    JudgingContext context = full(new Window(Runs.WINDOW.from(), Runs.AS_OF, ZoneId.of(zone)));
    contexts.save(run, context);
    assertThat(contexts.find(run)).contains(context);
    assertThat(new StoredResults(database, run).context()).isEqualTo(context);
  }

  @Test
  void context_comesBackExactly_whenItSaysLittle() {
    JudgingContext context =
        new JudgingContext(
            Window.all(ZoneId.of("Asia/Taipei")),
            List.of(),
            Runs.AS_OF,
            RuleSettings.STANDARD,
            new JudgingContext.Sources(Map.of(), false, Optional.empty(), false),
            JudgingContext.Events.NONE);
    contexts.save(run, full(Runs.WINDOW));
    contexts.save(run, context);
    assertThat(contexts.find(run)).contains(context);
  }

  @Test
  void context_isAbsent_whenNothingWasJudged() {
    assertThat(contexts.find(run)).isEmpty();
  }

  private static JudgingContext full(Window window) {
    return new JudgingContext(
        window,
        Runs.incident("2022-04-13-kafka").phases(),
        Runs.AS_OF,
        new RuleSettings(
            Map.of(
                RuleSetting.COUNTER_TIMEOUT, Duration.ofSeconds(3),
                RuleSetting.PAYMENT_GRACE, Duration.ofNanos(1_000_000_000_000_001L)),
            new Tolerance(
                new BigDecimal("0.50"),
                Map.of("JPY", new BigDecimal("1E+2"), "TWD", new BigDecimal("0.0000000001")),
                true)),
        new JudgingContext.Sources(
            new EnumMap<>(
                Map.of(
                    SourceName.OUTBOUND,
                    new Coverage(List.of()),
                    SourceName.EVENTS,
                    new Coverage(
                        List.of(
                            new Coverage.Reason(
                                Coverage.Code.HISTORY_DELETED,
                                List.of("parcel-outbound", "3", "2022-04-13T10:33:00Z", ""),
                                Optional.of(new Coverage.Gap(Runs.WINDOW.from(), Runs.AS_OF))))))),
            true,
            Optional.of(Runs.AS_OF),
            true),
        new JudgingContext.Events(
            "OUTBOUND_COMPLETED",
            Optional.of("OUTBOUND_REVERSED"),
            List.of("STOCK_TAKE", "退貨"),
            List.of(
                new JudgingContext.GroupOffsets(
                    "fms-celery-id", Map.of("t", Map.of(0, 1L, 1, Long.MAX_VALUE))))));
  }
}
