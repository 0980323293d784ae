package parcelrecon.datafix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  private static final Pattern ID = Pattern.compile("OB-\\d{6}");

  @TempDir Path directory;

  private final Server server;
  private ThreeBatches three;
  private OutboundTable table;
  private Map<String, Row> before;

  SafeScripts(Server server) {
    this.server = server;
  }

  @BeforeEach
  void table() throws SQLException {
    three = ThreeBatches.create(server, directory);
    table = three.table();
    before = three.before();
  }

  private Set<String> listed(Outcome outcome) {
    return ClientRun.shownLines(table, outcome)
        .flatMap(line -> ID.matcher(line).results().map(found -> found.group()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @EnumSource(AtErrors.class)
  void batch_changesNothing_whenRowsOfItHaveMoved_andListsThem(AtErrors atErrors) throws Exception {
    Set<String> moved = table.moveOneInTwenty(three.batch(1));
    Map<String, Row> seen = table.rows();
    Outcome outcome = ClientRun.of(table, three.files().fixes(), atErrors);
    Map<String, Row> expected = three.changed(seen, three.batch(0));
    if (atErrors == AtErrors.GO_ON) {
      expected = three.changed(expected, three.batch(2));
    }
    assertThat(table.rows()).isEqualTo(expected);
    assertThat(listed(outcome)).isEqualTo(moved);
    assertThat(outcome.exit() != 0 || atErrors == AtErrors.GO_ON).isTrue();
  }

  @ParameterizedTest
  @EnumSource(AtErrors.class)
  void rollback_restoresWhatStillHoldsOurValue_andListsTheRest(AtErrors atErrors) throws Exception {
    FixFiles files = three.files();
    assertThat(ClientRun.of(table, files.fixes()).exit()).isZero();
    Set<String> moved = table.moveOneInTwenty(three.ids());
    Map<String, Row> expected = table.rows();
    three.ids().stream()
        .filter(id -> !moved.contains(id))
        .forEach(id -> expected.put(id, before.get(id)));
    Outcome outcome = ClientRun.of(table, files.rollbacks(), atErrors);
    assertThat(table.rows()).isEqualTo(expected);
    assertThat(listed(outcome)).isEqualTo(moved);
  }

  @Test
  void script_changesNothingMore_whenRunAgain() throws Exception {
    FixFiles files = three.files();
    ClientRun.of(table, files.fixes());
    assertThat(ClientRun.of(table, files.fixes()).exit()).isZero();
    assertThat(table.rows()).isEqualTo(three.changed(before, three.ids()));
  }

  @Test
  void script_isGoneOnWith_whenItWasCutInABatch() throws Exception {
    FixFiles files = three.files();
    String script = Files.readString(files.fixes().get(0));
    int cut = script.lastIndexOf("update parcel_outbound");
    Path half = directory.resolve("half.sql");
    Files.writeString(half, script.substring(0, cut));
    ClientRun.of(table, List.of(half));
    List<String> passed = List.copyOf(changedIds());
    assertThat(passed).containsExactlyInAnyOrderElementsOf(both(three.batch(0), three.batch(1)));
    assertThat(ClientRun.of(table, files.fixes()).exit()).isZero();
    assertThat(table.rows()).isEqualTo(three.changed(before, three.ids()));
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
    refused(three.files(null, "another").fixes(), atErrors);
  }

  @ParameterizedTest
  @EnumSource(AtErrors.class)
  void script_changesNothing_onceItHasExpired(AtErrors atErrors) throws Exception {
    refused(three.files(Instant.now().minusSeconds(1), table.database()).fixes(), atErrors);
  }

  @ParameterizedTest
  @EnumSource(AtErrors.class)
  void script_changesNothing_whenATriggerChangesTheVersionToo(AtErrors atErrors) throws Exception {
    table.run(server.bumpingTrigger());
    refused(three.files().fixes(), atErrors);
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop column row_version", "drop column due"})
  void script_changesNothing_whenTheTableHasAnotherShape(String change) throws Exception {
    FixFiles files = three.files();
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
    String script = Files.readString(three.files().fixes().get(0));
    Files.writeString(
        impatient,
        script.replace("'10s'", "'1s'").replace("= 10;", "= 1;").replace("10000;", "1000;"));
    try (Connection other = server.connect(table.url())) {
      other.setAutoCommit(false);
      Server.run(
          other,
          "update parcel_outbound set note = 'x' where outbound_id = '"
              + three.batch(0).get(3)
              + "'");
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
