package parcelrecon.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.demo.broker.KafkaBroker;
import parcelrecon.model.SourceRecord;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.SourcePlan;

/** A broker that stands still, goes away, or does not know what it is asked for. */
class BrokerFaultsTest {

  private static final int RECORDS = 60_000;

  @TempDir static Path folder;
  private static KafkaBroker broker;
  private static KafkaSite site;

  @BeforeAll
  static void startBroker() {
    broker = KafkaBroker.start(folder);
    site = new KafkaSite(broker, "parcel-outbound", 1, Map.of());
    for (int i = 0; i < RECORDS; i++) {
      site.send(0, KafkaSite.NOON, "P" + i);
    }
    site.flush();
  }

  @AfterAll
  static void stopBroker() {
    site.close();
    broker.close();
  }

  /** Suspends the broker once some records were read. */
  private static EventSink suspendingAfter(int records) {
    return new EventSink() {
      @Override
      public void accept(SourceRecord row) {
        super.accept(row);
        if (events.size() == records) {
          broker.suspend();
        }
      }
    };
  }

  @Test
  @Timeout(90)
  void read_givesEveryRecord_whenTheBrokerStandsStillForAWhile() {
    try (KafkaSource source = site.source()) {
      SourcePlan plan = KafkaSite.plan(source);
      EventSink sink = suspendingAfter(3_000);
      CompletableFuture<Void> later =
          CompletableFuture.runAsync(
              broker::resume, CompletableFuture.delayedExecutor(7, TimeUnit.SECONDS));
      source.read(plan.splits().get(0), sink);
      later.join();
      assertThat(sink.parcels())
          .isEqualTo(IntStream.range(0, RECORDS).mapToObj(i -> "P" + i).toList());
    }
  }

  @Test
  @Timeout(90)
  void read_fails_neverEndsSilently_whenTheBrokerStandsStillForGood() {
    try (KafkaSource source = site.source(Duration.ofSeconds(4))) {
      SourcePlan plan = KafkaSite.plan(source);
      EventSink sink = suspendingAfter(3_000);
      ProblemException problem =
          catchThrowableOfType(
              ProblemException.class, () -> source.read(plan.splits().get(0), sink));
      broker.resume();
      assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(problem)
          .hasMessageContaining("gave nothing more of parcel-outbound-0 after offset ")
          .hasMessageContaining("expected to reach " + RECORDS);
      assertThat(sink.events).hasSizeBetween(3_000, RECORDS - 1);
    }
  }

  @Test
  @Timeout(20)
  void plan_isUnreachableSoon_whenNobodyListens() {
    KafkaSite nowhere = site.client("bootstrap.servers", "127.0.0.1:1");
    try {
      assertThatThrownBy(nowhere::plan)
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE))
          .hasMessageStartingWith("sources.events: Kafka at 127.0.0.1:1 does not answer");
    } finally {
      site.client("bootstrap.servers", broker.bootstrapServers());
    }
  }

  @Test
  void wronglyNamedTopic_isTold_withTheOnesThere() {
    KafkaSite wrong = site.reading("parcel-outbuond");
    try {
      assertThatThrownBy(wrong::plan)
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("has no topic parcel-outbuond (seen [parcel-outbound])");
    } finally {
      site.reading("parcel-outbound");
    }
  }
}
