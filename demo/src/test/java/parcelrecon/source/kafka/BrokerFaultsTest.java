package parcelrecon.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.demo.broker.KafkaBroker;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.SourceRecord;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.SourcePlan;
import parcelrecon.source.Split;

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

  /** Does something to the broker once some records were read. */
  private static EventSink after(int records, Runnable fault) {
    return new EventSink() {
      @Override
      public void accept(SourceRecord row) {
        super.accept(row);
        if (events.size() == records) {
          fault.run();
        }
      }
    };
  }

  private static List<String> all() {
    return IntStream.range(0, RECORDS).mapToObj(i -> "P" + i).toList();
  }

  @Test
  @Timeout(90)
  void read_givesEveryRecord_whenTheBrokerStandsStillForAWhile() {
    try (KafkaSource source = site.source()) {
      SourcePlan plan = KafkaSite.plan(source);
      EventSink sink = after(3_000, broker::suspend);
      CompletableFuture<Void> later =
          CompletableFuture.runAsync(
              broker::resume, CompletableFuture.delayedExecutor(7, TimeUnit.SECONDS));
      source.read(plan.splits().get(0), sink);
      later.join();
      assertThat(sink.parcels()).isEqualTo(all());
    }
  }

  @Test
  @Timeout(90)
  void read_fails_neverEndsSilently_andCanBeRepeated_whenTheBrokerStandsStill() {
    try (KafkaSource source = site.source(Duration.ofSeconds(4))) {
      SourcePlan plan = KafkaSite.plan(source);
      EventSink sink = after(3_000, broker::suspend);
      ProblemException problem =
          catchThrowableOfType(
              ProblemException.class, () -> source.read(plan.splits().get(0), sink));
      broker.resume();
      assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(problem)
          .hasMessageContaining("gave nothing more of parcel-outbound-0 after offset ")
          .hasMessageContaining("expected to reach " + RECORDS);
      assertThat(sink.events).hasSizeBetween(3_000, RECORDS - 1);
      assertThat(KafkaSite.readAll(source, plan).parcels()).isEqualTo(all());
    }
  }

  @Test
  @Timeout(120)
  void read_givesEveryRecord_whenTheBrokerIsKilledAndStartedAgain() {
    try (KafkaSource source = site.source()) {
      SourcePlan plan = KafkaSite.plan(source);
      EventSink sink = after(3_000, BrokerFaultsTest::killAndStart);
      source.read(plan.splits().get(0), sink);
      assertThat(sink.parcels()).isEqualTo(all());
    }
  }

  private static void killAndStart() {
    broker.kill();
    broker = KafkaBroker.start(folder);
  }

  @Test
  @Timeout(120)
  void changedLeader_isTold_whenRecordsBeforeAndAfterAreRead() {
    try (KafkaSite other = KafkaSite.on(broker, 1);
        KafkaSource source = other.source()) {
      other.send(0, KafkaSite.NOON, "before").flush();
      killAndStart();
      other.send(0, KafkaSite.NOON, "after").send(0, KafkaSite.NOON, "long after").flush();

      SourcePlan plan = KafkaSite.plan(source);
      Reason changed = Reason.of(Code.LEADER_CHANGED, other.topic(), 0, 1);
      assertThat(KafkaSite.readAll(source, plan).learnt).containsExactly(changed);
      assertThat(source.read(from(plan, 1), new EventSink())).containsExactly(changed);
      assertThat(source.read(from(plan, 2), new EventSink())).isEmpty();
    }
  }

  /** The split that begins at an offset, as if what is before it were another's. */
  private static Split from(SourcePlan plan, long offset) {
    Split whole = plan.splits().get(0);
    SortedMap<String, String> at = new TreeMap<>(whole.at());
    at.put("start", String.valueOf(offset));
    return new Split(whole.source(), whole.ordinal(), whole.plannedBytes(), at);
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
          .hasMessageContaining("has no topic parcel-outbuond (seen [parcel-outbound");
    } finally {
      site.reading("parcel-outbound");
    }
  }
}
