package parcelrecon.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import parcelrecon.demo.broker.KafkaBroker;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Gap;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.Window;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.SourcePlan;
import parcelrecon.source.Split;

/** Records that retention took, that compaction may take, and that were lost. */
@ExtendWith(SharedBroker.class)
class DeletedHistoryTest {

  private static final Instant NOON = KafkaSite.NOON;

  private final KafkaBroker broker;

  DeletedHistoryTest(KafkaBroker broker) {
    this.broker = broker;
  }

  @Test
  void deletedHistory_isTold_whenTheWantedTimeIsGone() throws Exception {
    try (KafkaSite site = KafkaSite.on(broker, 2)) {
      site.send(0, NOON.plusSeconds(1), "gone")
          .send(0, NOON.plusSeconds(60), "first there")
          .send(1, NOON, "kept")
          .flush();
      site.deleteBefore(0, 1);

      assertThat(site.plan().reasons())
          .containsExactly(
              Reason.of(Code.READ_TO_FROZEN_ENDS, site.topic(), 2, 2),
              Reason.of(Code.PARTITION_READ, site.topic(), 0, 1, 2),
              Reason.of(Code.PARTITION_READ, site.topic(), 1, 0, 1),
              deleted(site, "2022-04-13T04:01:00Z", "2022-04-13T05:01:00Z"));
      assertThat(site.readAll().parcels()).containsExactly("first there", "kept");
    }
  }

  @Test
  void deletedHistory_isNoGap_whenItWasOlderThanWanted() throws Exception {
    try (KafkaSite site = KafkaSite.on(broker, 1)) {
      site.send(0, NOON.minusSeconds(9000), "gone")
          .send(0, NOON.minusSeconds(8000), "old")
          .send(0, NOON, "wanted")
          .flush();
      site.deleteBefore(0, 1);
      assertThat(site.plan().reasons())
          .extracting(Reason::code)
          .containsExactly(Code.READ_TO_FROZEN_ENDS, Code.PARTITION_READ);
    }
  }

  @Test
  void deletedHistory_isTold_whenNothingIsLeftAtAll() throws Exception {
    try (KafkaSite site = KafkaSite.on(broker, 1)) {
      site.send(0, NOON, "gone").flush();
      site.deleteBefore(0, 1);
      assertThat(site.plan().reasons())
          .contains(Reason.of(Code.HISTORY_DELETED, site.topic(), 0, "2022-04-13T03:00:00Z", ""));
    }
  }

  @Test
  void deletedHistory_isTold_whenItGoesBetweenPlanAndRead() throws Exception {
    try (KafkaSite site = KafkaSite.on(broker, 1);
        KafkaSource source = site.source()) {
      site.send(0, NOON, "gone").send(0, NOON.plusSeconds(9), "left").flush();
      SourcePlan plan = KafkaSite.plan(source);
      site.deleteBefore(0, 1);

      EventSink sink = KafkaSite.readAll(source, plan);
      assertThat(sink.parcels()).containsExactly("left");
      assertThat(sink.learnt)
          .containsExactly(deleted(site, "2022-04-13T04:00:09Z", "2022-04-13T05:00:09Z"));

      site.deleteBefore(0, 2);
      EventSink empty = KafkaSite.readAll(source, plan);
      assertThat(empty.events).isEmpty();
      assertThat(empty.learnt).extracting(Reason::code).containsExactly(Code.HISTORY_DELETED);
    }
  }

  @Test
  void deletedHistory_isTold_andTheRestIsRead_whenItGoesInMidRead() {
    int records = 60_000;
    try (KafkaSite site = KafkaSite.on(broker, 1);
        KafkaSource source = site.source()) {
      for (int i = 0; i < records; i++) {
        site.send(0, NOON.plusMillis(i), "P" + i);
      }
      site.flush();
      EventSink sink =
          new EventSink() {
            @Override
            public void accept(SourceRecord row) {
              super.accept(row);
              if (events.size() == 1_000) {
                site.deleteBefore(0, 50_000);
              }
            }
          };
      KafkaSite.plan(source)
          .splits()
          .forEach(split -> sink.learnt.addAll(source.read(split, sink)));

      assertThat(sink.parcels())
          .hasSizeBetween(11_000, records - 1)
          .doesNotHaveDuplicates()
          .contains("P999", "P50000", "P59999");
      assertThat(sink.learnt)
          .containsExactly(deleted(site, "2022-04-13T04:00:50Z", "2022-04-13T05:00:50Z"));
    }
  }

  private static Reason deleted(KafkaSite site, String firstAt, String until) {
    return new Reason(
        Code.HISTORY_DELETED,
        List.of(site.topic(), "0", "2022-04-13T03:00:00Z", firstAt),
        Optional.of(new Gap(Window.ALL_FROM, Instant.parse(until))));
  }

  @Test
  @Timeout(20)
  void lostRecords_areAnError_whenTheTopicIsShorterThanPlanned() {
    try (KafkaSite site = KafkaSite.on(broker, 1);
        KafkaSource source = site.source()) {
      site.send(0, NOON, "P0").send(0, NOON, "P1").flush();
      Split planned = KafkaSite.plan(source).splits().get(0);
      SortedMap<String, String> at = new TreeMap<>(planned.at());
      at.put("start", "5");
      at.put("end", "9");
      Split lost = new Split(planned.source(), 0, planned.plannedBytes(), at);

      EventSink sink = new EventSink();
      assertThatThrownBy(() -> source.read(lost, sink))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE))
          .hasMessageContaining("has lost records of " + site.topic() + "-0 from offset 4 on");
      assertThat(sink.events).isEmpty();
    }
  }

  @Test
  void compactedTopic_isTold_andItsTombstonesAreNoRecords() {
    try (KafkaSite site = KafkaSite.on(broker, 1, Map.of("cleanup.policy", "compact,delete"));
        KafkaSource source = site.source()) {
      site.send(0, NOON, "P0").send(0, NOON, "P0", null).send(0, NOON, "P1").flush();

      SourcePlan plan = KafkaSite.plan(source);
      EventSink sink = KafkaSite.readAll(source, plan);
      assertThat(sink.parcels()).containsExactly("P0", "P1");
      assertThat(sink.rejected).isEmpty();
      assertThat(KafkaSite.together(plan, sink))
          .contains(
              Reason.of(Code.COMPACTED, site.topic()),
              Reason.of(Code.OFFSETS_WITHOUT_RECORD, site.topic(), 0, 1));
    }
  }
}
