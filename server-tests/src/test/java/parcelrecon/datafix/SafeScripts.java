package parcelrecon.datafix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.datafix.ClientRun.AtErrors;
import parcelrecon.datafix.OutboundTable.Row;
import parcelrecon.server.Client.Outcome;

/** A script of three batches under all that can go wrong: no wrong row is ever changed. */
abstract class SafeScripts {

  private static final long SEED = 20220413;
  private static final int ROWS = 1100;
  private static final int CHANGES = 1020;
  private static final int BATCH = 500;
  private static final Pattern ID = Pattern.compile("OB-\\d{6}");

  @TempDir Path directory;

  private final Server server;
  private OutboundTable table;
  private Map<String, Row> before;
  private RandomFix fix;

  SafeScripts(Server server) {
    this.server = server;
  }

  @BeforeEach
  void table() throws SQLException {
    TableShape shape = TableShape.plain(server);
    List<Row> rows =
        IntStream.range(0, ROWS)
            .mapToObj(i -> new Row("OB-%06d".formatted(i), "PICKED_UP", 1, deadline(i), "n" + i))
            .toList();
    table = OutboundTable.create(shape, server.newDatabase(), rows);
    before = table.rows();
    fix = RandomFix.of(shape, new ArrayList<>(rows), CHANGES, new Random(SEED));
  }

  private static Instant deadline(int number) {
    return number % 7 == 0 ? null : RandomRows.INCIDENT.plusSeconds(number);
  }

  private FixFiles files(Instant expiresAt, String database) throws IOException {
    var settings = table.shape().settings(database);
    return FixFiles.write(
        fix.changes(), FixFiles.rendering(settings, ScriptForm.SCRIPT, expiresAt), directory);
  }

  private FixFiles files() throws IOException {
    return files(null, table.database());
  }

  /** Ids of a batch, from 0. */
  private List<String> batch(int number) {
    return fix.changes().stream()
        .skip((long) number * BATCH)
        .limit(BATCH)
        .map(change -> change.outboundId())
        .toList();
  }

  /** Rows as the whole script makes them of {@code seen} where only these ids are changed. */
  private Map<String, Row> changed(Map<String, Row> seen, List<String> ids) {
    Map<String, Row> changed = new TreeMap<>(seen);
    ids.forEach(id -> changed.put(id, fix.intended().get(id)));
    return changed;
  }

  private Set<String> listed(Outcome outcome) {
    return ClientRun.shownLines(table, outcome)
        .flatMap(line -> ID.matcher(line).results().map(found -> found.group()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @EnumSource(AtErrors.class)
  void batch_changesNothing_whenRowsOfItHaveMoved_andListsThem(AtErrors atErrors) throws Exception {
    Set<String> moved = table.moveOneInTwenty(batch(1));
    Map<String, Row> seen = table.rows();
    Outcome outcome = ClientRun.of(table, files().fixes(), atErrors);
    Map<String, Row> expected = changed(seen, batch(0));
    if (atErrors == AtErrors.GO_ON) {
      expected = changed(expected, batch(2));
    }
    assertThat(table.rows()).isEqualTo(expected);
    assertThat(listed(outcome)).isEqualTo(moved);
    assertThat(outcome.exit() != 0 || atErrors == AtErrors.GO_ON).isTrue();
  }

  @ParameterizedTest
  @EnumSource(AtErrors.class)
  void rollback_restoresWhatStillHoldsOurValue_andListsTheRest(AtErrors atErrors) throws Exception {
    FixFiles files = files();
    assertThat(ClientRun.of(table, files.fixes()).exit()).isZero();
    Set<String> moved =
        table.moveOneInTwenty(fix.changes().stream().map(each -> each.outboundId()).toList());
    Map<String, Row> expected = table.rows();
    fix.intended().keySet().stream()
        .filter(id -> !moved.contains(id))
        .forEach(id -> expected.put(id, before.get(id)));
    Outcome outcome = ClientRun.of(table, files.rollbacks(), atErrors);
    assertThat(table.rows()).isEqualTo(expected);
    assertThat(listed(outcome)).isEqualTo(moved);
  }

  @Test
  void script_changesNothingMore_whenRunAgain() throws Exception {
    FixFiles files = files();
    ClientRun.of(table, files.fixes());
    assertThat(ClientRun.of(table, files.fixes()).exit()).isZero();
    assertThat(table.rows()).isEqualTo(changed(before, List.copyOf(fix.intended().keySet())));
  }

  @Test
  void script_isGoneOnWith_whenItWasCutInABatch() throws Exception {
    FixFiles files = files();
    String script = Files.readString(files.fixes().get(0));
    int cut = script.lastIndexOf("update parcel_outbound");
    Path half = directory.resolve("half.sql");
    Files.writeString(half, script.substring(0, cut));
    ClientRun.of(table, List.of(half));
    List<String> passed = List.copyOf(changedIds());
    assertThat(passed).containsExactlyInAnyOrderElementsOf(both(batch(0), batch(1)));
    assertThat(ClientRun.of(table, files.fixes()).exit()).isZero();
    assertThat(table.rows()).isEqualTo(changed(before, List.copyOf(fix.intended().keySet())));
  }

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private Set<String> changedIds() throws SQLException {
    return table.rows().values().stream()
        .filter(row -> !row.equals(before.get(row.id())))
        .map(Row::id)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource(AtErrors.class)
  void script_changesNothing_inAnotherDatabase(AtErrors atErrors) throws Exception {
    refused(files(null, "another").fixes(), atErrors);
  }

  @ParameterizedTest
  @EnumSource(AtErrors.class)
  void script_changesNothing_onceItHasExpired(AtErrors atErrors) throws Exception {
    refused(files(Instant.now().minusSeconds(1), table.database()).fixes(), atErrors);
  }

  @ParameterizedTest
  @EnumSource(AtErrors.class)
  void script_changesNothing_whenATriggerChangesTheVersionToo(AtErrors atErrors) throws Exception {
    table.run(server.bumpingTrigger());
    refused(files().fixes(), atErrors);
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop column row_version", "drop column due"})
  void script_changesNothing_whenTheTableHasAnotherShape(String change) throws Exception {
    FixFiles files = files();
    table.run("create table spare as select * from parcel_outbound");
    table.run("alter table parcel_outbound " + change);
    for (AtErrors atErrors : AtErrors.values()) {
      Outcome outcome = ClientRun.of(table, files.fixes(), atErrors);
      assertThat(outcome.exit() != 0 || atErrors == AtErrors.GO_ON).isTrue();
    }
    assertThat(table.count("status <> 'PICKED_UP'")).isZero();
  }

  @Test
  void script_ends_whenAnotherSessionHoldsARow() throws Exception {
    Path impatient = directory.resolve("impatient.sql");
    String script = Files.readString(files().fixes().get(0));
    Files.writeString(
        impatient,
        script.replace("'10s'", "'1s'").replace("= 10;", "= 1;").replace("10000;", "1000;"));
    try (Connection other = server.connect(table.url())) {
      other.setAutoCommit(false);
      Server.run(
          other,
          "update parcel_outbound set note = 'x' where outbound_id = '" + batch(0).get(3) + "'");
      Outcome outcome = ClientRun.of(table, List.of(impatient));
      assertThat(outcome.exit()).as(outcome.output()).isNotZero();
      other.rollback();
    }
    assertThat(table.rows()).isEqualTo(before);
  }

  private void refused(List<Path> scripts, AtErrors atErrors) throws SQLException {
    Outcome outcome = ClientRun.of(table, scripts, atErrors);
    assertThat(table.rows()).isEqualTo(before);
    assertThat(outcome.exit() != 0 || atErrors == AtErrors.GO_ON).isTrue();
  }
}
