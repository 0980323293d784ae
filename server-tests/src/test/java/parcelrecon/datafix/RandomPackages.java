package parcelrecon.datafix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.datafix.OutboundTable.Row;
import parcelrecon.server.Client.Outcome;

/** 1,000 random packages, run and taken back: between, and after, every row is as intended. */
abstract class RandomPackages {

  private static final long SEED = 5_2022_04_13;
  private static final int TABLES = 40;
  private static final int ROUNDS = 5;
  private static final int PACKAGES_A_ROUND = 5;

  @TempDir Path directory;

  private final Server server;

  RandomPackages(Server server) {
    this.server = server;
  }

  @Test
  void thousandPackages_changeWhatWasMeant_andAreUndone() throws Exception {
    for (int number = 0; number < TABLES; number++) {
      Random random = new Random(SEED + number);
      TableShape shape = TableShape.random(server, "parcel_outbound", random);
      int rows = number % 10 == 9 ? 1400 : 100;
      OutboundTable table =
          OutboundTable.create(shape, server.newDatabase(), RandomRows.of(shape, rows, random));
      for (int round = 0; round < ROUNDS; round++) {
        Path folder = directory.resolve(number + "-" + round);
        round(table, "seed " + (SEED + number) + " round " + round + " " + shape, folder, random);
      }
    }
  }

  private void round(OutboundTable table, String told, Path folder, Random random)
      throws SQLException, IOException {
    Map<String, Row> before = table.rows();
    Map<String, Row> intended = new TreeMap<>(before);
    List<Row> from = new ArrayList<>(before.values());
    List<FixFiles> packages = new ArrayList<>();
    for (int number = 0; number < PACKAGES_A_ROUND; number++) {
      RandomFix fix = RandomFix.of(table.shape(), from, size(before.size(), random), random);
      intended.putAll(fix.intended());
      packages.add(
          FixFiles.write(
              fix.changes(),
              FixFiles.rendering(table.settings(), ScriptForm.SCRIPT, null),
              folder.resolve("" + number)));
    }
    run(table, told, packages.stream().flatMap(each -> each.fixes().stream()).toList());
    assertThat(table.rows()).as(told).isEqualTo(intended);
    Collections.shuffle(packages, random);
    run(table, told, packages.stream().flatMap(each -> each.rollbacks().stream()).toList());
    assertThat(table.checksum()).as(told).isEqualTo(OutboundTable.checksum(before.values()));
  }

  /** Mostly few rows; in a large table also more than a batch holds. */
  private static int size(int rows, Random random) {
    return switch (random.nextInt(25)) {
      case 0 -> rows > 1000 ? 501 + random.nextInt(200) : 40;
      case 1 -> 1 + random.nextInt(40);
      default -> 1 + random.nextInt(4);
    };
  }

  private static void run(OutboundTable table, String told, List<Path> scripts) {
    Outcome outcome = ClientRun.of(table, scripts);
    assertThat(outcome.exit()).as(told + "\n" + outcome.output()).isZero();
  }
}
