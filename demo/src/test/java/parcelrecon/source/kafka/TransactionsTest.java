package parcelrecon.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parcelrecon.demo.broker.KafkaBroker;
import parcelrecon.model.Coverage;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Gap;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.Window;
import parcelrecon.source.SourcePlan;

/** What transactions hide, and what they leave behind. */
@ExtendWith(SharedBroker.class)
class TransactionsTest {

  private static final Instant NOON = KafkaSite.NOON;

  private final KafkaBroker broker;

  TransactionsTest(KafkaBroker broker) {
    this.broker = broker;
  }

  @Test
  void openTransaction_isTold_andWhatItHidesIsNotRead() {
    try (KafkaSite site = KafkaSite.on(broker, 2);
        KafkaProducer<byte[], byte[]> writer = transactional("open")) {
      site.send(0, NOON, "before").send(1, NOON, "beside").flush();
      begin(writer);
      writer.send(site.record(0, NOON.plusSeconds(900), "hidden", "{\"parcel_id\":\"hidden\"}"));
      writer.flush();
      site.send(0, NOON.plusSeconds(600), "behind").flush();

      SourcePlan plan = site.plan();
      try (KafkaSource source = site.source()) {
        assertThat(KafkaSite.readAll(source, plan).parcels()).containsExactly("before", "beside");
      }
      assertThat(plan.reasons())
          .containsExactly(
              Reason.of(Code.READ_TO_FROZEN_ENDS, site.topic(), 2, 2),
              hidden(site, 2, Optional.of(NOON.plusSeconds(600 - 3600))),
              Reason.of(Code.PARTITION_READ, site.topic(), 0, 0, 1),
              Reason.of(Code.PARTITION_READ, site.topic(), 1, 0, 1));
      Coverage coverage = new Coverage(plan.reasons());
      assertThat(coverage.isCompleteFor(Instant.MIN, NOON.minusSeconds(3001))).isTrue();
      assertThat(coverage.isCompleteFor(Instant.MIN, NOON.minusSeconds(3000))).isFalse();
      writer.abortTransaction();
    }
  }

  @Test
  void openTransaction_couldHideAnyTime_whenItHidesTooMuchToLookAt() {
    try (KafkaSite site = KafkaSite.on(broker, 1);
        KafkaProducer<byte[], byte[]> writer = transactional("long")) {
      begin(writer);
      for (int i = 0; i <= HiddenRecords.OFFSETS_MAX; i++) {
        writer.send(site.record(0, NOON, "P" + i, "{}"));
      }
      writer.flush();

      assertThat(site.plan().reasons())
          .contains(hidden(site, HiddenRecords.OFFSETS_MAX + 1, Optional.empty()));
      writer.abortTransaction();
    }
  }

  @Test
  void transactions_thatEnded_hideNothing_andAbortedRecordsAreNone() {
    try (KafkaSite site = KafkaSite.on(broker, 2);
        KafkaProducer<byte[], byte[]> writer = transactional("ended");
        KafkaSource source = site.source()) {
      begin(writer);
      writer.send(site.record(0, NOON, "P1", "{\"parcel_id\":\"committed\"}"));
      writer.commitTransaction();
      writer.beginTransaction();
      writer.send(site.record(0, NOON, "P2", "{\"parcel_id\":\"aborted\"}"));
      writer.send(site.record(1, NOON, "P3", "{\"parcel_id\":\"aborted\"}"));
      writer.flush();
      writer.abortTransaction();
      site.awaitEnd(0, 4);
      site.awaitEnd(1, 2);

      SourcePlan plan = KafkaSite.plan(source);
      EventSink sink = KafkaSite.readAll(source, plan);
      assertThat(sink.parcels()).containsExactly("committed");
      assertThat(KafkaSite.together(plan, sink))
          .containsExactly(
              Reason.of(Code.READ_TO_FROZEN_ENDS, site.topic(), 2, 6),
              Reason.of(Code.PARTITION_READ, site.topic(), 0, 0, 4),
              Reason.of(Code.PARTITION_READ, site.topic(), 1, 0, 2),
              Reason.of(Code.OFFSETS_WITHOUT_RECORD, site.topic(), 0, 3),
              Reason.of(Code.OFFSETS_WITHOUT_RECORD, site.topic(), 1, 2));
    }
  }

  private static Reason hidden(KafkaSite site, long records, Optional<Instant> since) {
    return new Reason(
        Code.OPEN_TRANSACTION,
        List.of(site.topic(), "0", String.valueOf(records)),
        since.map(from -> new Gap(from, Window.ALL_TO)));
  }

  private KafkaProducer<byte[], byte[]> transactional(String id) {
    Map<String, Object> properties = new HashMap<>(broker.clientProperties());
    properties.put("transactional.id", id);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static void begin(KafkaProducer<byte[], byte[]> writer) {
    writer.initTransactions();
    writer.beginTransaction();
  }
}
