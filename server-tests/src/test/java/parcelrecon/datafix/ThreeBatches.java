package parcelrecon.datafix;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import parcelrecon.datafix.OutboundTable.Row;

/**
 * A table, and the changes of most of its rows, which make a script of three batches.
 *
 * @param before the table's rows
 */
record ThreeBatches(OutboundTable table, Map<String, Row> before, RandomFix fix, Path directory) {

  private static final long SEED = 20220413;
  private static final int ROWS = 1100;
  private static final int CHANGES = 1020;
  private static final int BATCH = 500;

  static ThreeBatches create(Server server, Path directory) throws SQLException {
    TableShape shape = TableShape.plain(server);
    List<Row> rows =
        IntStream.range(0, ROWS)
            .mapToObj(i -> new Row("OB-%06d".formatted(i), "PICKED_UP", 1, deadline(i), "n" + i))
            .toList();
    OutboundTable table = OutboundTable.create(shape, server.newDatabase(), rows);
    RandomFix fix = RandomFix.of(shape, new ArrayList<>(rows), CHANGES, new Random(SEED));
    return new ThreeBatches(table, table.rows(), fix, directory);
  }

  private static Instant deadline(int number) {
    return number % 7 == 0 ? null : RandomRows.INCIDENT.plusSeconds(number);
  }

  FixFiles files() throws IOException {
    return files(null, table.database());
  }

  FixFiles files(Instant expiresAt, String database) throws IOException {
    var settings = table.shape().settings(database);
    return FixFiles.write(
        fix.changes(), FixFiles.rendering(settings, ScriptForm.SCRIPT, expiresAt), directory);
  }

  /** Of all changes, in the order of the script. */
  List<String> ids() {
    return fix.changes().stream().map(change -> change.outboundId()).toList();
  }

  /** Ids of a batch, from 0. */
  List<String> batch(int number) {
    return ids().stream().skip((long) number * BATCH).limit(BATCH).toList();
  }

  /** Rows as the whole script makes them of {@code seen} where only these ids are changed. */
  Map<String, Row> changed(Map<String, Row> seen, List<String> ids) {
    Map<String, Row> changed = new TreeMap<>(seen);
    ids.forEach(id -> changed.put(id, fix.intended().get(id)));
    return changed;
  }
}
