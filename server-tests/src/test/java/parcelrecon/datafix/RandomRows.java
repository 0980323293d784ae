package parcelrecon.datafix;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import parcelrecon.datafix.OutboundTable.Row;

/** Rows that a site could have, ids that look like statements among them. */
final class RandomRows {

  static final Instant INCIDENT = Instant.parse("2022-04-13T11:42:39Z");

  /** Beginnings of ids; a number makes each its own. */
  private static final List<String> ODD =
      List.of(
          "it's-", "''", "\\", "\\'", "\"q\"", "a;b;", "--", "/*", "*/", "#", "$$", "$1", ":id",
          ":'id'", "%_", "包裹", "é", "{x}", "`t`", "@", "\\q ", "\\!", " x", "<table>", "=1+1",
          "x y");

  private RandomRows() {}

  static List<Row> of(TableShape shape, int count, Random random) {
    List<Row> rows = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      rows.add(row(id(shape, number, random), shape, random));
    }
    return rows;
  }

  private static String id(TableShape shape, int number, Random random) {
    if (random.nextInt(3) > 0) {
      return "OB-%06d".formatted(number);
    }
    boolean narrow = shape.keyType().contains("gbk");
    String odd = TableShape.any(ODD, random);
    return (narrow && odd.equals("é") ? "裹" : odd) + number + (random.nextBoolean() ? "" : "-a");
  }

  private static Row row(String id, TableShape shape, Random random) {
    String state = TableShape.any(states(), random);
    Instant deadline =
        shape.deadlineType() == null || random.nextInt(6) == 0 ? null : deadline(shape, random);
    String note = random.nextBoolean() ? null : "note " + random.nextInt(9);
    return new Row(id, state, random.nextInt(1000) - 1, deadline, note);
  }

  /** Half of all rows are picked up. */
  private static List<String> states() {
    List<String> states = new ArrayList<>(TableShape.STATES.values());
    states.sort(null);
    states.addAll(List.of("PICKED_UP", "PICKED_UP"));
    return states;
  }

  private static Instant deadline(TableShape shape, Random random) {
    Instant time =
        INCIDENT
            .plus(Duration.ofSeconds(random.nextInt(60 * 86400) - 30 * 86400))
            .plusNanos(random.nextInt(1_000_000) * 1000L);
    return shape.kept(time);
  }
}
