package parcelrecon.source.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parcelrecon.demo.broker.KafkaBroker;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvent.TimestampType;
import parcelrecon.model.Reject;

/** What stands in a topic's records, and what becomes of those nobody can read. */
@ExtendWith(SharedBroker.class)
class TopicRecordsTest {

  private static final Instant NOON = KafkaSite.NOON;

  private final KafkaBroker broker;

  TopicRecordsTest(KafkaBroker broker) {
    this.broker = broker;
  }

  @Test
  void event_carriesWhatTheRecordSays_andWhereItStands() {
    try (KafkaSite site = KafkaSite.on(broker, 2)) {
      site.field("event_id", "@header:event").field("store_id", "@key").field("amount", "/sum");
      site.field("occurred_at", "/at").field("type", "/what/type");
      String value =
          "{\"parcel_id\":\"P1\",\"sum\":1280.00,\"at\":\"2022-04-13T12:00:01+08:00\","
              + "\"what\":{\"type\":\"STOCK_TAKE\"}}";
      ProducerRecord<byte[], byte[]> sent = site.record(1, NOON.plusMillis(5), "S9", value);
      sent.headers().add("event", "E0".getBytes(UTF_8)).add("event", "E1".getBytes(UTF_8));
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
    try (KafkaSite site =
        KafkaSite.on(broker, 1, Map.of("message.timestamp.type", "LogAppendTime"))) {
      site.send(0, NOON, "P1").flush();
      ParcelEvent event = site.readAll().events.get(0);
      assertThat(event.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
      assertThat(event.timestamp()).isAfter(NOON.plusSeconds(3600));
    }
  }

  @Test
  void read_beginsAnHourBeforeTheWindow_andTakesRecordsOfAnyLaterOrder() {
    Map<String, String> anyTime = Map.of("message.timestamp.after.max.ms", "9223372036854775807");
    try (KafkaSite site = KafkaSite.on(broker, 1, anyTime)) {
      site.send(0, NOON.minusSeconds(7200), "long-before")
          .send(0, NOON.minusSeconds(3599), "just-before")
          .send(0, NOON.plusSeconds(86_400), "fast-clock")
          .send(0, NOON.plusSeconds(1), "late")
          .send(0, NOON.minusSeconds(7200), "slow-clock")
          .send(0, Instant.now().plus(Duration.ofDays(3650)), "future")
          .send(0, NOON.plusSeconds(2), "last")
          .flush();
      assertThat(site.readAll().parcels())
          .containsExactly("just-before", "fast-clock", "late", "slow-clock", "future", "last");
    }
  }

  @Test
  void read_rejectsAndGoesOn_whenValuesAreMissingOrPoison() {
    try (KafkaSite site = KafkaSite.on(broker, 1)) {
      site.field("parcel_id", "@key");
      site.send(0, NOON, "P0", null)
          .send(0, NOON, "P1", "{\"half\":")
          .send(0, NOON, "P2", "{} {}")
          .send(0, NOON, "P3", "[1]")
          .send(0, NOON, "P4", "[".repeat(100_000))
          .send(0, NOON, "P5", "")
          .send(0, NOON, "P6", "{}")
          .flush();

      EventSink sink = site.readAll();
      assertThat(sink.parcels()).containsExactly("P6");
      assertThat(sink.rejected)
          .extracting(reject -> reject.parcelId() + " " + reject.ref().text())
          .containsExactly(
              "P0 events:" + site.topic() + ":0:0",
              "P1 events:" + site.topic() + ":0:1",
              "P2 events:" + site.topic() + ":0:2",
              "P3 events:" + site.topic() + ":0:3",
              "P4 events:" + site.topic() + ":0:4",
              "P5 events:" + site.topic() + ":0:5");
      assertThat(sink.rejected.get(0).reason()).contains("no value");
      assertThat(sink.rejected.get(1).row()).isEqualTo("{\"half\":");
    }
  }

  @Test
  void read_rejectsWhatIsNotUtf8_onlyWhereItIsNeeded() {
    try (KafkaSite site = KafkaSite.on(broker, 1)) {
      byte[] big5 = {(byte) 0xA5, (byte) 0x4E};
      site.send(new ProducerRecord<>(site.topic(), 0, NOON.toEpochMilli(), big5, parcel(big5)));
      site.send(new ProducerRecord<>(site.topic(), 0, NOON.toEpochMilli(), null, big5));
      site.send(0, NOON, null, "{\"parcel_id\":\"P3\"}").flush();
      EventSink sink = site.readAll();
      assertThat(sink.parcels()).containsExactly("P3");
      assertThat(sink.rejected)
          .extracting(Reject::parcelId, reject -> reject.reason().split(" ")[0])
          .containsExactly(tuple(null, "parcel_id"), tuple(null, "value"));

      site.field("parcel_id", "@key");
      assertThat(site.readAll().rejected)
          .extracting(Reject::reason)
          .satisfiesExactly(
              binary -> assertThat(binary).contains("not of the source's charset"),
              poison -> assertThat(poison).startsWith("value is not JSON"),
              absent -> assertThat(absent).isEqualTo("parcel_id is empty"));
    }
  }

  private static byte[] parcel(byte[] id) {
    byte[] value = "{\"parcel_id\":\"P..\"}".getBytes(UTF_8);
    System.arraycopy(id, 0, value, value.length - 4, id.length);
    return value;
  }

  @Test
  void read_rejectsAndGoesOn_whenAValueIsHuge() {
    try (KafkaSite site = KafkaSite.on(broker, 1, Map.of("max.message.bytes", "16777216"))) {
      byte[] huge = new byte[(4 << 20) + 1];
      Arrays.fill(huge, (byte) ' ');
      huge[0] = '{';
      huge[huge.length - 1] = '}';
      byte[] large = Arrays.copyOf(huge, huge.length - 1);
      large[large.length - 1] = '}';
      site.field("parcel_id", "@key");
      site.send(
              new ProducerRecord<>(
                  site.topic(), 0, NOON.toEpochMilli(), "P0".getBytes(UTF_8), huge))
          .send(
              new ProducerRecord<>(
                  site.topic(), 0, NOON.toEpochMilli(), "P1".getBytes(UTF_8), large))
          .flush();

      EventSink sink = site.readAll();
      assertThat(sink.parcels()).containsExactly("P1");
      assertThat(sink.rejected)
          .singleElement()
          .satisfies(
              reject -> {
                assertThat(reject.parcelId()).isEqualTo("P0");
                assertThat(reject.reason())
                    .isEqualTo("value is too long (4194305 bytes, at most 4194304)");
              });
    }
  }
}
