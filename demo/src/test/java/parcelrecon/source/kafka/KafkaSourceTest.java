package parcelrecon.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import parcelrecon.demo.broker.KafkaBroker;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.Window;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.SourcePlan;

/** From where to where topics are read, and that they are the ones that were planned. */
@ExtendWith(SharedBroker.class)
class KafkaSourceTest {

  private static final Instant NOON = KafkaSite.NOON;

  private final KafkaBroker broker;

  KafkaSourceTest(KafkaBroker broker) {
    this.broker = broker;
  }

  @Test
  void read_givesEveryRecordOnce_whenPartitionsAreReadInSeveralSplits() {
    int records = 206_000;
    try (KafkaSite site = KafkaSite.on(broker, 4)) {
      for (int i = 0; i < records; i++) {
        site.send(i % 100 == 0 ? i / 100 % 3 : 3, NOON.plusSeconds(i % 3600), "P" + i);
      }
      site.flush();

      SourcePlan plan = site.plan();
      assertThat(plan.splits()).hasSize(5).extracting(split -> split.ordinal()).contains(0, 4);
      assertThat(plan.reasons())
          .containsExactly(
              Reason.of(Code.READ_TO_FROZEN_ENDS, site.topic(), 4, records),
              Reason.of(Code.PARTITION_READ, site.topic(), 0, 0, 687),
              Reason.of(Code.PARTITION_READ, site.topic(), 1, 0, 687),
              Reason.of(Code.PARTITION_READ, site.topic(), 2, 0, 686),
              Reason.of(Code.PARTITION_READ, site.topic(), 3, 0, 203_940));
      try (KafkaSource source = site.source()) {
        EventSink sink = KafkaSite.readAll(source, plan);
        assertThat(sink.learnt).isEmpty();
        assertThat(sink.parcels()).hasSize(records);
        assertThat(new HashSet<>(sink.parcels())).hasSize(records);
        EventSink again = new EventSink();
        source.read(plan.splits().get(4), again);
        assertThat(sink.events).endsWith(again.events.toArray(ParcelEvent[]::new));
      }
    }
  }

  @Test
  void read_takesAllOfATopic_whenEverythingIsAskedFor() {
    try (KafkaSite site = KafkaSite.on(broker, 1);
        KafkaSource source = site.source()) {
      site.send(0, NOON.minusSeconds(90_000), "long-before").send(0, NOON, "P1").flush();
      SourcePlan all = source.plan(new PlanRequest(Window.all(KafkaSite.TAIPEI), 1));
      assertThat(KafkaSite.readAll(source, all).parcels()).containsExactly("long-before", "P1");
    }
  }

  @Test
  void read_endsAtTheFrozenEnd_whenRecordsArriveLater() {
    try (KafkaSite site = KafkaSite.on(broker, 1);
        KafkaSource source = site.source()) {
      site.send(0, NOON, "P1").flush();
      SourcePlan plan = KafkaSite.plan(source);
      site.send(0, NOON, "P2").flush();
      assertThat(KafkaSite.readAll(source, plan).parcels()).containsExactly("P1");
    }
  }

  @Test
  void plan_hasNoSplits_whenTheTopicIsEmpty() {
    try (KafkaSite site = KafkaSite.on(broker, 1)) {
      assertThat(site.plan().splits()).isEmpty();
      assertThat(site.plan().reasons())
          .containsExactly(
              Reason.of(Code.READ_TO_FROZEN_ENDS, site.topic(), 1, 0),
              Reason.of(Code.PARTITION_READ, site.topic(), 0, 0, 0));
    }
  }

  @Test
  void partitions_addedSinceThePlan_areNoPartOfTheRun() {
    try (KafkaSite site = KafkaSite.on(broker, 1);
        KafkaSource source = site.source()) {
      site.send(0, NOON, "P1").flush();
      SourcePlan plan = KafkaSite.plan(source);
      site.asked(
          admin -> admin.createPartitions(Map.of(site.topic(), NewPartitions.increaseTo(2))).all());
      broker.awaitTopic(site.topic(), 2);
      try (KafkaSite later = site.again()) {
        later.send(1, NOON, "P2").flush();
        assertThat(KafkaSite.readAll(source, plan).parcels()).containsExactly("P1");
        assertThat(later.readAll().parcels()).containsExactly("P1", "P2");
      }
    }
  }

  @Test
  @Timeout(60)
  void read_isAnError_whenTheTopicWasMadeAgainSinceThePlan() {
    try (KafkaSite site = KafkaSite.on(broker, 1);
        KafkaSource source = site.source()) {
      site.send(0, NOON, "P1").flush();
      SourcePlan plan = KafkaSite.plan(source);
      site.asked(admin -> admin.deleteTopics(List.of(site.topic())).all());
      assertReplaced(site, source, plan);

      try (KafkaSite other = new KafkaSite(broker, site.topic(), 1, Map.of())) {
        other.send(0, NOON, "other").send(0, NOON, "records").flush();
        assertReplaced(site, source, plan);
      }
    }
  }

  private static void assertReplaced(KafkaSite site, KafkaSource source, SourcePlan plan) {
    assertThatThrownBy(() -> KafkaSite.readAll(source, plan))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE))
        .hasMessageContaining("no longer has the topic " + site.topic() + " that was planned");
  }
}
