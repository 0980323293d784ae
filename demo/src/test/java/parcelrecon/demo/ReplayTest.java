package parcelrecon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.tools.ConsoleProducer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.demo.broker.KafkaBroker;
import parcelrecon.model.ParcelEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replay lines sent to a real broker: the product reads them as the events that were lost, and the
 * incident is healed. The commands are those of the package's readme.
 */
class ReplayTest {

  private static final int PARTITIONS = 6;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** An envelope: the type in a header, ids and times inside, minor units as numbers. */
  private static final String ENVELOPE =
      """
      fields:
        parcel_id: "@key"
        type: "@header:ce_type"
        event_id: "/meta/id"
        occurred_at: "/meta/at"
        store_id: "/data/store"
        amount: "/data/cod"
      values:
        type: { parcel.picked-up: OUTBOUND_COMPLETED, parcel.put-back: OUTBOUND_REVERSED }
      include: { "/meta/source": [pos] }
      amount-unit: minor
      time-format: epoch-millis
      """;

  private static final String FLAT =
      """
      fields:
        parcel_id: "/parcel_id"
        type: "/type"
        event_id: "/event_id"
        occurred_at: "/occurred_at"
        store_id: "/store_id"
        amount: "/amount"
      time-format: "yyyy-MM-dd HH:mm:ss.SSS"
      """;

  private static Path brokerFolder;
  private static KafkaBroker broker;

  @TempDir Path folder;

  @BeforeAll
  static void start(@TempDir Path shared) {
    brokerFolder = shared;
    broker = KafkaBroker.start(brokerFolder);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void incident_isHealed_whenLinesAreSentOnce() throws Exception {
    ReplaySite site = site("by-client", ENVELOPE, "amount");
    send(envelope("parcel.picked-up"), site.topic());
    Path run = site.reconcile(1, "2022-04-16T12:00");
    assertThat(ReplaySite.mismatches(run, "EVENT_MISSING")).isEqualTo(ReplaySite.ODD.size());
    assertThat(ReplaySite.mismatches(run, "REVERSAL_NOT_TOLD")).isEqualTo(1);

    for (String file : List.of("replay-outbound.jsonl", "replay-reversal.jsonl")) {
      for (String line : Files.readAllLines(run.resolve("datafix").resolve(file))) {
        send(MAPPER.readTree(line), site.topic());
      }
    }
    assertHealed(site);
  }

  @Test
  @Tag("kcat")
  void commands_heal_withKcat() throws Exception {
    ReplaySite site = site("by-kcat", ENVELOPE, "amount");
    send(envelope("parcel.picked-up"), site.topic());
    sendByReadme(site, "kcat");
    assertHealed(site);
    assertThat(headers(site.topic()))
        .as("kcat sets no header of a line")
        .allSatisfy(header -> assertThat(header).containsKey("ce_type"))
        .noneSatisfy(header -> assertThat(header).containsKey("idempotency-key"));
  }

  @Test
  @Tag("kcat")
  void commands_heal_withTheConsoleProducer() throws Exception {
    ReplaySite site = site("by-console", FLAT, "");
    send(flat(), site.topic());
    sendByReadme(site, "kafka-console-producer");
    assertHealed(site);
    assertThat(headers(site.topic()))
        .filteredOn(header -> header.containsKey("idempotency-key"))
        .hasSize(ReplaySite.ODD.size() + 1)
        .contains(
            Map.of("idempotency-key", "OUTBOUND_REVERSED:OB-BACK", "type", "OUTBOUND_REVERSED"));
  }

  private ReplaySite site(String topic, String events, String numbers) throws IOException {
    broker.createTopic(topic, PARTITIONS, Map.of("retention.ms", "-1"));
    return new ReplaySite(folder, topic, broker.bootstrapServers(), events, numbers);
  }

  private static JsonNode envelope(String type) {
    return MAPPER.readTree(
        """
        {"key":"%s","headers":{"ce_type":"%s"},"value":{"meta":{"id":"E1","at":1649850180000,"source":"pos"},
         "data":{"store":"S99","cod":10000}}}
        """
            .formatted(ReplaySite.TAKEN_BACK, type));
  }

  private static JsonNode flat() {
    return MAPPER.readTree(
        """
        {"key":"%1$s","headers":{},"value":{"event_id":"E1","type":"OUTBOUND_COMPLETED","parcel_id":"%1$s",
         "store_id":"S99","amount":"100.00","occurred_at":"2022-04-13 19:43:00.000"}}
        """
            .formatted(ReplaySite.TAKEN_BACK));
  }

  private static void send(JsonNode line, String topic) throws Exception {
    Map<String, Object> client = new HashMap<>(broker.clientProperties());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      ProducerRecord<String, String> record =
          new ProducerRecord<>(topic, line.get("key").asString(), line.get("value").toString());
      line.get("headers")
          .properties()
          .forEach(
              header ->
                  record
                      .headers()
                      .add(
                          header.getKey(),
                          header.getValue().asString().getBytes(StandardCharsets.UTF_8)));
      producer.send(record).get();
    }
  }

  /** What the readme says, for each of its files, with one of the two programs. */
  private void sendByReadme(ReplaySite site, String program) throws Exception {
    Path datafix = site.reconcile(1, "2022-04-16T12:00").resolve("datafix");
    List<String> blocks = commands(Files.readString(datafix.resolve("replay-readme.md")));
    assertThat(blocks).hasSize(7);
    for (String file : List.of("replay-outbound.jsonl", "replay-reversal.jsonl")) {
      List<String> chosen = new ArrayList<>(blocks);
      chosen.remove(program.equals("kcat") ? 3 : 2);
      String said = bash(datafix, file, chosen);
      long lines = Files.readAllLines(datafix.resolve(file)).size();
      assertThat(said).contains(lines + " " + file).endsWith("CHECK\n");
    }
  }

  private static List<String> commands(String readme) {
    return Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL)
        .matcher(readme)
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  /** The last block is the check: it prints what has not arrived. */
  private String bash(Path datafix, String file, List<String> blocks) throws Exception {
    List<String> script = new ArrayList<>(List.of("set -euo pipefail"));
    script.addAll(blocks.subList(0, blocks.size() - 1));
    script.addAll(List.of("echo CHECK", blocks.get(blocks.size() - 1)));
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", String.join("\n", script))
            .directory(datafix.toFile())
            .redirectErrorStream(true);
    Path error = folder.resolve("error.log");
    builder.redirectErrorStream(false).redirectError(error.toFile());
    builder.environment().put("BROKERS", broker.bootstrapServers());
    builder.environment().put("FILE", file);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().merge("PATH", programs() + ":", (path, first) -> first + path);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said + Files.readString(error)).isZero();
    return said;
  }

  /** Kafka's own script does the same: it starts the class. */
  private Path programs() throws IOException {
    Path programs = Files.createDirectories(folder.resolve("programs"));
    Path script = programs.resolve("kafka-console-producer.sh");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Files.writeString(
        script, "#!/bin/sh\nexec " + java + " " + ConsoleProducer.class.getName() + " \"$@\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return programs;
  }

  private static void assertHealed(ReplaySite site) throws IOException {
    Path run = site.reconcile(2, "2022-04-17T12:00");
    for (String kind :
        List.of(
            "EVENT_MISSING",
            "REVERSAL_NOT_TOLD",
            "EVENT_DUPLICATED",
            "EVENT_CONFLICTS",
            "EVENT_WITHOUT_OUTBOUND")) {
      assertThat(ReplaySite.mismatches(run, kind)).as(kind).isZero();
    }
    Map<String, String> events = new TreeMap<>();
    for (ParcelEvent event : site.events()) {
      events.put(
          event.parcelId() + " " + event.type(),
          String.join(
              " ",
              event.eventId(),
              event.occurredAt().toString(),
              event.storeId(),
              event.amountMinor().toString()));
    }
    Map<String, String> expected = new TreeMap<>();
    for (int i = 0; i < ReplaySite.ODD.size(); i++) {
      expected.put(
          ReplaySite.ODD.get(i) + " OUTBOUND_COMPLETED",
          "OUTBOUND_COMPLETED:OB-%d 2022-04-13T11:42:%02d.120Z S%d %d"
              .formatted(i, i, i, i * 100 + 50));
    }
    expected.put(
        ReplaySite.TAKEN_BACK + " OUTBOUND_COMPLETED", "E1 2022-04-13T11:43:00Z S99 10000");
    expected.put(
        ReplaySite.TAKEN_BACK + " OUTBOUND_REVERSED",
        "OUTBOUND_REVERSED:OB-BACK 2022-04-16T04:00:00Z S99 10000");
    assertThat(events).isEqualTo(expected);
    assertThat(partitions(site.topic()))
        .as("where a Java producer puts the key")
        .allSatisfy(
            (key, partition) ->
                assertThat(partition)
                    .isEqualTo(
                        org.apache.kafka.clients.producer.internals.BuiltInPartitioner
                            .partitionForKey(key.getBytes(StandardCharsets.UTF_8), PARTITIONS)));
  }

  private static Map<String, Integer> partitions(String topic) {
    Map<String, Integer> partitions = new TreeMap<>();
    records(topic).forEach(record -> partitions.put(record.key(), record.partition()));
    return partitions;
  }

  private static List<Map<String, String>> headers(String topic) {
    List<Map<String, String>> all = new ArrayList<>();
    for (ConsumerRecord<String, String> record : records(topic)) {
      Map<String, String> headers = new HashMap<>();
      for (Header header : record.headers()) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
      all.add(headers);
    }
    return all;
  }

  private static List<ConsumerRecord<String, String>> records(String topic) {
    Map<String, Object> client = new HashMap<>(broker.clientProperties());
    client.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (int i = 0; i < PARTITIONS; i++) {
        partitions.add(new TopicPartition(topic, i));
      }
      consumer.assign(partitions);
      long wanted = consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum();
      while (records.size() < wanted) {
        consumer.poll(java.time.Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }
}
