package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.app.configuration.SiteFolder;
import parcelrecon.server.MariaDbServer;
import parcelrecon.server.PostgresServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Guards counted on real servers, whatever the type of the deadline, from a machine in another
 * zone: all hold, those that have moved are listed exactly, and what was written is known again.
 */
class VerifyOnServersTest {

  /** More than one question' keys. */
  private static final int PARCELS = 600;

  private static final int MOVED = PARCELS / 20;

  @TempDir Path folder;
  private final TimeZone machine = TimeZone.getDefault();

  @BeforeEach
  void moveTheMachineFarAway() {
    TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
  }

  @AfterEach
  void bringItBack() {
    TimeZone.setDefault(machine);
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql, timestamptz",
    "postgresql, timestamp(0)",
    "mariadb, datetime(6)",
    "mariadb, timestamp null",
  })
  void rows_areCountedAsTheyStand(String dialect, String deadlineType) throws IOException {
    ShelfSite site = site(dialect, deadlineType).with(PARCELS);
    Path made = site.reconciled();
    assertThat(counts(verified(site, made))).isEqualTo(Map.of("holds", PARCELS));

    long seed = System.nanoTime();
    List<Integer> parcels = new ArrayList<>(IntStream.rangeClosed(1, PARCELS).boxed().toList());
    Collections.shuffle(parcels, new Random(seed));
    Map<String, String> moved = move(site, parcels.subList(0, MOVED));
    JsonNode count = verified(site, made);
    assertThat(standings(count)).as("seed %d", seed).isEqualTo(moved);
    assertThat(counts(count).get("holds")).isEqualTo(PARCELS - MOVED);

    List<Integer> others = parcels.subList(MOVED, PARCELS);
    fix(site, made, others);
    count = verified(site, made);
    assertThat(standings(count)).as("seed %d", seed).isEqualTo(moved);
    assertThat(counts(count)).doesNotContainKey("holds").containsEntry("fixed", others.size());
  }

  private ShelfSite site(String dialect, String deadlineType) {
    boolean isPostgres = dialect.equals("postgresql");
    return new ShelfSite(
        new SiteFolder(folder),
        dialect,
        isPostgres ? PostgresServer.shared().newDatabase() : MariaDbServer.shared().newDatabase(),
        isPostgres ? PostgresServer.OWNER : MariaDbServer.OWNER,
        isPostgres ? "" : MariaDbServer.OWNER,
        deadlineType);
  }

  private static JsonNode verified(ShelfSite site, Path made) {
    CommandLineRun run = site.datafix("verify", made, "--json");
    assertThat(run.exitCode()).as(run.toString()).isZero();
    return JsonMapper.builder().build().readTree(run.out()).get("changes").get(0);
  }

  private static Map<String, Integer> counts(JsonNode count) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String standing : List.of("holds", "fixed", "changed", "gone", "several")) {
      if (count.get(standing).asInt() > 0) {
        counts.put(standing, count.get(standing).asInt());
      }
    }
    return counts;
  }

  private static Map<String, String> standings(JsonNode count) {
    Map<String, String> standings = new TreeMap<>();
    for (JsonNode moved : count.get("moved").values()) {
      standings.put(moved.get("outbound_id").asString(), moved.get("standing").asString());
    }
    return standings;
  }

  /** Each in another way; what they are now. */
  private static Map<String, String> move(ShelfSite site, List<Integer> parcels) {
    site.dropKey();
    Map<String, String> moved = new TreeMap<>();
    List<String> statements = new ArrayList<>();
    for (int i = 0; i < parcels.size(); i++) {
      String where = " where outbound_id = 'O" + parcels.get(i) + "'";
      statements.add(
          switch (i % 6) {
            case 0 -> "update parcel_outbound set row_version = row_version + 1" + where;
            case 1 -> "update parcel_outbound set status = 'RETURNED'" + where;
            case 2 -> "update parcel_outbound set pickup_deadline = '2022-04-16 00:00:00'" + where;
            case 3 -> "update parcel_outbound set status = null" + where;
            case 4 -> "delete from parcel_outbound" + where;
            default ->
                "insert into parcel_outbound select parcel_id, outbound_id, status, row_version,"
                    + " completed_at, pickup_deadline from parcel_outbound"
                    + where;
          });
      moved.put("O" + parcels.get(i), i % 6 == 4 ? "GONE" : i % 6 == 5 ? "SEVERAL" : "CHANGED");
    }
    site.run(statements.toArray(String[]::new));
    return moved;
  }

  /** What the script writes. */
  private static void fix(ShelfSite site, Path made, List<Integer> parcels) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    Map<String, JsonNode> changes =
        Files.readAllLines(made.resolve("001-revert-outbound.changes.jsonl")).stream()
            .map(mapper::readTree)
            .collect(Collectors.toMap(each -> each.get("outbound_id").asString(), each -> each));
    site.run(
        parcels.stream()
            .map(number -> changes.get("O" + number))
            .map(
                change ->
                    ("update parcel_outbound set status = '%s', row_version = %d,"
                            + " pickup_deadline = '%s' where outbound_id = '%s'")
                        .formatted(
                            change.get("state_new").asString(),
                            change.get("version_seen").asLong() + 1,
                            LocalDateTime.ofInstant(
                                    Instant.parse(change.get("deadline_new").asString()),
                                    ZoneId.of("Asia/Taipei"))
                                .toString()
                                .replace('T', ' '),
                            change.get("outbound_id").asString()))
            .toArray(String[]::new));
  }
}
