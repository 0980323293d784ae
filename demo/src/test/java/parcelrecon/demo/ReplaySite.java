package parcelrecon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parcelrecon.app.Main;
import parcelrecon.app.configuration.EventSource;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.Window;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.RecordSink;
import parcelrecon.source.Source;
import parcelrecon.source.SourcePlan;
import parcelrecon.source.Split;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A site whose pick-ups were not told: parcels with odd ids of which the topic knows nothing, and
 * one that was picked up, told, and taken back untold.
 */
final class ReplaySite {

  /** What a shell, a JSON text, a CSV file or a program's separators could stumble over. */
  static final List<String> ODD =
      List.of(
          "P\"1",
          "P\t2",
          "P\\3",
          "P\\t4",
          "P'5",
          "P 6 ",
          "包裹7",
          "📦8",
          "$(id)9",
          "`id`10",
          "%s%n11",
          "P,12",
          "P=13",
          "P:14",
          "P\\u001f15",
          "-H16",
          "/17",
          "é18",
          "e\u030119",
          "{\"a\":1}20");

  static final String TAKEN_BACK = "P-BACK";

  private final Path folder;
  private final String topic;

  /**
   * @param events how its events are read, and whether they hold numbers
   */
  ReplaySite(Path folder, String topic, String bootstrapServers, String events, String numbers)
      throws IOException {
    this.folder = folder;
    this.topic = topic;
    Files.writeString(
        folder.resolve("recon.yaml"),
        """
        zone: Asia/Taipei
        currency: TWD
        sources:
          outbound: { csv: { files: outbound.csv } }
          events:
            kafka: { bootstrap.servers: "%s", topics: [%s] }
            outbound-type: OUTBOUND_COMPLETED
            reversal-type: OUTBOUND_REVERSED
        %s
        datafix:
          dialect: h2
          table: parcel_outbound
          key: outbound_id
          columns: { state: status, version: row_version }
          states: { COMPLETED: PICKED_UP, PENDING: REQUESTED, FAILED: FAILED, REVERSED: BACK }
          replay-topic: %s
          replay-numbers: [%s]
        """
            .formatted(bootstrapServers, topic, events.indent(4), topic, numbers));
    try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("outbound.csv"))) {
      csv.writeRecord(
          "parcel_id",
          "payment",
          "amount_due",
          "outbound_id",
          "store_id",
          "status",
          "completed_at");
      for (int i = 0; i < ODD.size(); i++) {
        String at = "2022-04-13T19:42:%02d.120".formatted(i);
        csv.writeRecord(ODD.get(i), "PREPAID", i + ".50", "OB-" + i, "S" + i, "COMPLETED", at);
      }
      csv.writeRecord(
          TAKEN_BACK, "PREPAID", "100", "OB-BACK", "S99", "REVERSED", "2022-04-13T19:43:00");
    }
  }

  String topic() {
    return topic;
  }

  /** Reconciles, and returns the run's folder. */
  Path reconcile(int run, String asOf) {
    StringWriter said = new StringWriter();
    int exitCode =
        Main.run(
            new PrintWriter(said),
            new PrintWriter(said),
            name -> Optional.empty(),
            "reconcile",
            "-c",
            folder.resolve("recon.yaml").toString(),
            "--incident=lost-events",
            "--from=2022-04-13T19:33",
            "--to=2022-04-13T20:22",
            "--as-of=" + asOf,
            "--out=" + folder.resolve("out"));
    assertThat(exitCode).as(said.toString()).isZero();
    return folder.resolve("out/lost-events/run-00" + run);
  }

  /** How many mismatches of a kind a run found. */
  static int mismatches(Path run, String kind) throws IOException {
    JsonNode json =
        JsonMapper.builder().build().readTree(Files.readString(run.resolve("run.json")));
    return json.get("kinds").get(kind).get("mismatches").asInt();
  }

  /** What the product reads of the topic, with this site's configuration. */
  List<ParcelEvent> events() {
    List<ParcelEvent> events = new ArrayList<>();
    try (Source source = EventSource.open(folder.resolve("recon.yaml"))) {
      SourcePlan plan = source.plan(new PlanRequest(Window.all(ZoneId.of("Asia/Taipei")), 1 << 20));
      for (Split split : plan.splits()) {
        source.read(split, into(events));
      }
    }
    return events;
  }

  private static RecordSink into(List<ParcelEvent> events) {
    return new RecordSink() {
      @Override
      public void accept(SourceRecord row) {
        events.add((ParcelEvent) row);
      }

      @Override
      public void reject(Reject reject) {
        throw new AssertionError(reject.reason());
      }

      @Override
      public void filter() {
        throw new AssertionError("left out");
      }
    };
  }
}
