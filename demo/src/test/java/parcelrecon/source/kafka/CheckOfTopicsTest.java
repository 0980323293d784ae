package parcelrecon.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.Main;
import parcelrecon.demo.broker.KafkaBroker;

/**
 * What the command {@code check} tells of a real topic, and that the run after it tells the same.
 */
@ExtendWith(SharedBroker.class)
class CheckOfTopicsTest {

  private static final Instant NOON = KafkaSite.NOON;

  @TempDir Path folder;

  private final KafkaBroker broker;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  CheckOfTopicsTest(KafkaBroker broker) {
    this.broker = broker;
  }

  @Test
  void check_showsEachPartition_andARunThenSaysTheSame() throws Exception {
    try (KafkaSite site = KafkaSite.on(broker, 3)) {
      site.send(0, NOON, "P1")
          .send(1, NOON.plusSeconds(1), "gone")
          .send(1, NOON.plusSeconds(60), "P2")
          .flush();
      site.deleteBefore(1, 1);
      try (GroupMember member = GroupMember.join(broker, "fms", "classic", site.topic())) {
        member.takeAndCommit(2);
      }
      write(site.topic());

      assertThat(run("check", "--from=2022-04-13T12:00", "--to=2022-04-13T13:00"))
          .as(err.toString())
          .isEqualTo(7);
      assertThat(out.toString().lines())
          .contains(
              "events      kafka           INCOMPLETE   " + broker.bootstrapServers(),
              "    " + site.topic(),
              "    Reaches 2022-04-13 12:01:00",
              "    Topic "
                  + site.topic()
                  + " to be read to where it ends now: 3 partitions, 2 records",
              "    TOPIC                           PARTITION         FIRST           END  COVERAGE",
              partition(site, 0, 0, 1, "COMPLETE"),
              partition(site, 1, 1, 2, "INCOMPLETE"),
              "        Topic "
                  + site.topic()
                  + ", partition 1: records were deleted by retention (wanted from 2022-04-13"
                  + " 11:00:00, first there 2022-04-13 12:01:00)",
              partition(site, 2, 0, 0, "COMPLETE"))
          .containsSequence(
              "DOWNSTREAM  EVENT_MISSING, REVERSAL_NOT_TOLD",
              "                Some would be confirmed, some not: the events are not complete",
              "            EVENT_WITHOUT_OUTBOUND, EVENT_CONFLICTS, EVENT_NOT_CONSUMED",
              "                Would be confirmed");

      assertThat(
              run(
                  "reconcile",
                  "--incident=i",
                  "--from=2022-04-13T12:00",
                  "--to=2022-04-13T13:00",
                  "--out=" + folder.resolve("out")))
          .isEqualTo(7);
      String told = Files.readString(folder.resolve("out/i/run-001/run.json"));
      assertThat(told.replaceAll("\\s", ""))
          .contains(
              "{\"topic\":\"%s\",\"partition\":1,\"first\":1,\"end\":2,\"state\":\"INCOMPLETE\""
                  .formatted(site.topic()))
          .contains(
              "{\"topic\":\"%s\",\"partition\":2,\"first\":0,\"end\":0,\"state\":\"COMPLETE\""
                  .formatted(site.topic()));
    }
  }

  @Test
  void check_namesTheTopicsThere_whenOneIsMissing() throws IOException {
    write("parcel-outbund");
    assertThat(run("check")).isEqualTo(4);
    assertThat(err.toString())
        .startsWith("sources.events: Kafka at " + broker.bootstrapServers())
        .contains("has no topic parcel-outbund (seen [");
    assertThat(out.toString())
        .contains("events      kafka           -            cannot be used, see below")
        .contains("No run would start");
  }

  private static String partition(KafkaSite site, int number, long first, long end, String state) {
    return "    %-30s  %9d  %12d  %12d  %s".formatted(site.topic(), number, first, end, state);
  }

  private int run(String command, String... more) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] arguments =
        Stream.concat(
                Stream.of(command, "-c", folder.resolve("recon.yaml").toString()), Stream.of(more))
            .toArray(String[]::new);
    return Main.run(
        new PrintWriter(out), new PrintWriter(err), name -> Optional.empty(), arguments);
  }

  private void write(String topic) throws IOException {
    Files.writeString(
        folder.resolve("outbound.csv"),
        "parcel_id,payment,amount_due,completed_at\nP1,COD,5,2022-04-13T12:00:00\n");
    Files.writeString(
        folder.resolve("recon.yaml"),
        """
        zone: Asia/Taipei
        currency: TWD
        sources:
          outbound: { csv: { files: outbound.csv } }
          events:
            kafka: { bootstrap.servers: "%s", topics: [%s] }
            fields: { parcel_id: /parcel_id }
            outbound-type: OUTBOUND_COMPLETED
            reversal-type: OUTBOUND_REVERSED
            watched-groups: [fms]
        """
            .formatted(broker.bootstrapServers(), topic));
  }
}
