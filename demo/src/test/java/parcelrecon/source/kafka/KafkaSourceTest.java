package parcelrecon.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.demo.broker.KafkaBroker;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Gap;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvent.TimestampType;
import parcelrecon.model.Window;
import parcelrecon.rule.JudgingContext.GroupOffsets;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.SourcePlan;

/** What a real broker keeps, hides and has forgotten. */
class KafkaSourceTest {

  private static final Instant NOON = KafkaSite.NOON;

  @TempDir static Path folder;
  private static KafkaBroker broker;
  private static int topics;

  @BeforeAll
  static void startBroker() {
    broker = KafkaBroker.start(folder);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  private static KafkaSite site(int partitions) {
    return site(partitions, Map.of());
  }

  private static KafkaSite site(int partitions, Map<String, String> configuration) {
    return new KafkaSite(broker, "parcel-outbound-" + topics++, partitions, configuration);
  }

  @Test
  void read_givesEveryRecordOnce_whenPartitionsAreReadInSeveralSplits() {
    int records = 206_000;
    try (KafkaSite site = site(4)) {
      for (int i = 0; i < records; i++) {
        site.send(i % 100 == 0 ? i / 100 % 3 : 3, NOON.plusSeconds(i % 3600), "P" + i);
      }
      site.flush();

      SourcePlan plan = site.plan();
      assertThat(plan.splits()).hasSize(5).extracting(split -> split.ordinal()).contains(0, 4);
      assertThat(plan.reasons())
          .containsExactly(Reason.of(Code.READ_TO_FROZEN_ENDS, site.topic(), 4, records));
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
  void event_carriesWhatTheRecordSays_andWhereItStands() {
    try (KafkaSite site = site(2)) {
      site.field("event_id", "@header:event").field("store_id", "@key").field("amount", "/sum");
      site.field("occurred_at", "/at").field("type", "/what/type");
      String value =
          "{\"parcel_id\":\"P1\",\"sum\":1280.00,\"at\":\"2022-04-13T12:00:01+08:00\","
              + "\"what\":{\"type\":\"STOCK_TAKE\"}}";
      ProducerRecord<byte[], byte[]> sent = site.record(1, NOON.plusMillis(5), "S9", value);
      sent.headers().add("event", "E1".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      site.send(sent).flush();

      ParcelEvent event = site.readAll().events.get(0);
      assertThat(event.ref().text()).isEqualTo("events:" + site.topic() + ":1:0");
      assertThat(event)
          .extracting(
              ParcelEvent::eventId,
              ParcelEvent::type,
              ParcelEvent::storeId,
              ParcelEvent::amountMinor,
              ParcelEvent::occurredAt,
              ParcelEvent::timestamp,
              ParcelEvent::timestampType)
          .containsExactly(
              "E1",
              "STOCK_TAKE",
              "S9",
              128_000L,
              NOON.plusSeconds(1),
              NOON.plusMillis(5),
              TimestampType.CREATE_TIME);
    }
  }

  @Test
  void timestamp_isTheBrokers_whenTheTopicSaysSo() {
    try (KafkaSite site = site(1, Map.of("message.timestamp.type", "LogAppendTime"))) {
      site.send(0, NOON, "P1").flush();
      ParcelEvent event = site.readAll().events.get(0);
      assertThat(event.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
      assertThat(event.timestamp()).isAfter(NOON.plusSeconds(3600));
    }
  }

  @Test
  void read_beginsAnHourBeforeTheWindow_andTakesRecordsLateInTheTopic() {
    try (KafkaSite site = site(1)) {
      site.send(0, NOON.minusSeconds(7200), "long-before")
          .send(0, NOON.minusSeconds(3599), "just-before")
          .send(0, NOON.plusSeconds(86_400), "fast-clock")
          .send(0, NOON.plusSeconds(1), "late")
          .flush();
      assertThat(site.readAll().parcels()).containsExactly("just-before", "fast-clock", "late");
      try (KafkaSource source = site.source()) {
        SourcePlan all = source.plan(new PlanRequest(Window.all(KafkaSite.TAIPEI), 1));
        assertThat(KafkaSite.readAll(source, all).parcels()).hasSize(4).contains("long-before");
      }
    }
  }

  @Test
  void read_endsAtTheFrozenEnd_whenRecordsArriveLater() {
    try (KafkaSite site = site(1);
        KafkaSource source = site.source()) {
      site.send(0, NOON, "P1").flush();
      SourcePlan plan = KafkaSite.plan(source);
      site.send(0, NOON, "P2").flush();
      assertThat(KafkaSite.readAll(source, plan).parcels()).containsExactly("P1");
    }
  }

  @Test
  void plan_hasNoSplits_whenTheTopicIsEmpty() {
    try (KafkaSite site = site(3)) {
      assertThat(site.plan().splits()).isEmpty();
      assertThat(site.plan().reasons())
          .containsExactly(Reason.of(Code.READ_TO_FROZEN_ENDS, site.topic(), 3, 0));
    }
  }

  @Test
  void read_rejectsAndGoesOn_whenValuesAreMissingOrPoison() {
    try (KafkaSite site = site(1)) {
      site.field("parcel_id", "@key");
      site.send(0, NOON, "P0", null)
          .send(0, NOON, "P1", "{\"half\":")
          .send(0, NOON, "P2", "{} {}")
          .send(0, NOON, "P3", "[1]")
          .send(0, NOON, "P4", "{}")
          .flush();

      EventSink sink = site.readAll();
      assertThat(sink.parcels()).containsExactly("P4");
      assertThat(sink.rejected)
          .extracting(reject -> reject.parcelId() + " " + reject.ref().text())
          .containsExactly(
              "P0 events:" + site.topic() + ":0:0",
              "P1 events:" + site.topic() + ":0:1",
              "P2 events:" + site.topic() + ":0:2",
              "P3 events:" + site.topic() + ":0:3");
      assertThat(sink.rejected.get(0).reason()).contains("no value");
      assertThat(sink.rejected.get(1).row()).isEqualTo("{\"half\":");
    }
  }

  @Test
  void openTransaction_isTold_andWhatItHidesIsNotRead() {
    try (KafkaSite site = site(2);
        KafkaProducer<byte[], byte[]> writer = transactional("open")) {
      site.send(0, NOON, "before").flush();
      writer.initTransactions();
      writer.beginTransaction();
      writer.send(site.record(0, NOON, "hidden", "{\"parcel_id\":\"hidden\"}"));
      writer.flush();
      site.send(0, NOON, "behind").flush();

      SourcePlan plan = site.plan();
      try (KafkaSource source = site.source()) {
        assertThat(KafkaSite.readAll(source, plan).parcels()).containsExactly("before");
      }
      assertThat(plan.reasons())
          .containsExactly(
              Reason.of(Code.READ_TO_FROZEN_ENDS, site.topic(), 2, 1),
              Reason.of(Code.OPEN_TRANSACTION, site.topic(), 0, 2));
      writer.abortTransaction();
    }
  }

  @Test
  void transactions_thatEnded_hideNothing_andAbortedRecordsAreNone() {
    try (KafkaSite site = site(1);
        KafkaProducer<byte[], byte[]> writer = transactional("ended")) {
      writer.initTransactions();
      writer.beginTransaction();
      writer.send(site.record(0, NOON, "P1", "{\"parcel_id\":\"committed\"}"));
      writer.commitTransaction();
      writer.beginTransaction();
      writer.send(site.record(0, NOON, "P2", "{\"parcel_id\":\"aborted\"}"));
      writer.abortTransaction();

      assertThat(site.readAll().parcels()).containsExactly("committed");
      assertThat(site.plan().reasons())
          .extracting(Reason::code)
          .containsExactly(Code.READ_TO_FROZEN_ENDS);
    }
  }

  private static KafkaProducer<byte[], byte[]> transactional(String id) {
    Map<String, Object> properties = new java.util.HashMap<>(broker.clientProperties());
    properties.put("transactional.id", id);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Test
  void deletedHistory_isTold_whenTheWantedTimeIsGone() throws Exception {
    try (KafkaSite site = site(2)) {
      site.send(0, NOON.plusSeconds(1), "gone")
          .send(0, NOON.plusSeconds(60), "first there")
          .send(1, NOON, "kept")
          .flush();
      site.deleteBefore(0, 1);

      assertThat(site.plan().reasons().subList(1, 2))
          .containsExactly(
              new Reason(
                  Code.HISTORY_DELETED,
                  List.of(site.topic(), "0", "2022-04-13T03:00:00Z", "2022-04-13T04:01:00Z"),
                  java.util.Optional.of(
                      new Gap(Window.ALL_FROM, Instant.parse("2022-04-13T05:01:00Z")))));
      assertThat(site.readAll().parcels()).containsExactly("first there", "kept");
    }
  }

  @Test
  void deletedHistory_isNoGap_whenItWasOlderThanWanted() throws Exception {
    try (KafkaSite site = site(1)) {
      site.send(0, NOON.minusSeconds(9000), "gone")
          .send(0, NOON.minusSeconds(8000), "old")
          .send(0, NOON, "wanted")
          .flush();
      site.deleteBefore(0, 1);
      assertThat(site.plan().reasons())
          .extracting(Reason::code)
          .containsExactly(Code.READ_TO_FROZEN_ENDS);
    }
  }

  @Test
  void deletedHistory_isTold_whenNothingIsLeftAtAll() throws Exception {
    try (KafkaSite site = site(1)) {
      site.send(0, NOON, "gone").flush();
      site.deleteBefore(0, 1);
      assertThat(site.plan().reasons())
          .contains(Reason.of(Code.HISTORY_DELETED, site.topic(), 0, "2022-04-13T03:00:00Z", ""));
    }
  }

  @Test
  void deletedHistory_isTold_whenItGoesBetweenPlanAndRead() throws Exception {
    try (KafkaSite site = site(1);
        KafkaSource source = site.source()) {
      site.send(0, NOON, "gone").send(0, NOON.plusSeconds(9), "left").flush();
      SourcePlan plan = KafkaSite.plan(source);
      site.deleteBefore(0, 1);

      EventSink sink = KafkaSite.readAll(source, plan);
      assertThat(sink.parcels()).containsExactly("left");
      assertThat(sink.learnt)
          .singleElement()
          .extracting(Reason::arguments)
          .isEqualTo(List.of(site.topic(), "0", "2022-04-13T03:00:00Z", "2022-04-13T04:00:09Z"));

      site.deleteBefore(0, 2);
      EventSink empty = KafkaSite.readAll(source, plan);
      assertThat(empty.events).isEmpty();
      assertThat(empty.learnt).extracting(Reason::code).containsExactly(Code.HISTORY_DELETED);
    }
  }

  @Test
  void compactedTopic_isTold() {
    try (KafkaSite site = site(1, Map.of("cleanup.policy", "compact,delete"))) {
      assertThat(site.plan().reasons()).contains(Reason.of(Code.COMPACTED, site.topic()));
    }
  }

  @Test
  void watchedGroups_areFrozen_andOneWithoutOffsetsIsToldInstead() throws Exception {
    try (KafkaSite site = site(3)) {
      site.send(0, NOON, "P1").flush();
      site.commit("fms-celery-id", Map.of(0, 1L, 2, 0L));
      site.watching("fms-celery-id", "never-there");

      SourcePlan plan = site.plan();
      assertThat(plan.groups())
          .containsExactly(
              new GroupOffsets("fms-celery-id", Map.of(site.topic(), Map.of(0, 1L, 2, 0L))));
      assertThat(plan.reasons())
          .contains(Reason.of(Code.GROUP_WITHOUT_OFFSETS, "never-there", site.topic()));
    }
  }

  @Test
  void reading_leavesNoGroupBehind() throws Exception {
    try (KafkaSite site = site(1)) {
      site.send(0, NOON, "P1").flush();
      List<String> before = new ArrayList<>(site.groupsOfTheBroker());
      site.watching("never-there").readAll();
      assertThat(site.groupsOfTheBroker()).hasSameElementsAs(before);
    }
  }
}
