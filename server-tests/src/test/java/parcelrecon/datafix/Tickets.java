package parcelrecon.datafix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parcelrecon.datafix.OutboundTable.Row;
import parcelrecon.model.Verdict;
import parcelrecon.report.SampleParcel;
import parcelrecon.report.datafix.change.ChangePlanner;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.MismatchKind;
import parcelrecon.server.Client.Outcome;

/**
 * Tickets statement by statement, in a session whose settings mean them ill: the guard of each row
 * is all there is, and it suffices.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class Tickets {

  private static final long SEED = 20220413;

  /** With a fraction, which not every column keeps. */
  private static final Instant AS_OF = Instant.parse("2022-04-13T19:42:39.437Z");

  private static final Pattern COUNTS =
      Pattern.compile("\\W*(\\d+)\\W+(\\d+)\\W+(\\d+)\\W+(\\d+)\\W+(\\d+)\\s*");

  @TempDir Path directory;

  private final Server server;

  Tickets(Server server) {
    this.server = server;
  }

  /** What a line of .pre.sql and .post.sql tells. */
  private record Counts(long expected, long asSeen, long written, long movedOrGone) {

    Counts plus(Counts other) {
      return new Counts(
          expected + other.expected,
          asSeen + other.asSeen,
          written + other.written,
          movedOrGone + other.movedOrGone);
    }
  }

  /** A table with changes that were planned of all its rows but some. */
  private record Planned(
      OutboundTable table, Map<String, Row> before, RandomFix fix, FixFiles files) {

    List<String> ids() {
      return fix.changes().stream().map(change -> change.outboundId()).toList();
    }

    Map<String, Row> changed(Map<String, Row> seen, Set<String> moved) {
      return replaced(seen, fix.intended(), moved);
    }

    Map<String, Row> putBack(Map<String, Row> seen, Set<String> moved) {
      return replaced(seen, before, moved);
    }

    private Map<String, Row> replaced(
        Map<String, Row> seen, Map<String, Row> by, Set<String> moved) {
      Map<String, Row> rows = new TreeMap<>(seen);
      ids().stream().filter(id -> !moved.contains(id)).forEach(id -> rows.put(id, by.get(id)));
      return rows;
    }

    void run(List<Path> tickets) {
      Outcome outcome = ClientRun.unfriendly(table, tickets);
      assertThat(outcome.exit()).as(outcome.output()).isZero();
    }

    List<Counts> counts(String suffix) {
      Outcome outcome = ClientRun.unfriendly(table, files.each(suffix));
      assertThat(outcome.exit()).as(outcome.output()).isZero();
      return ClientRun.shownLines(table, outcome)
          .map(COUNTS::matcher)
          .filter(found -> found.matches())
          .map(
              found ->
                  new Counts(
                      Long.parseLong(found.group(2)),
                      Long.parseLong(found.group(3)),
                      Long.parseLong(found.group(4)),
                      Long.parseLong(found.group(5))))
          .toList();
    }

    Counts sum(String suffix) {
      return counts(suffix).stream().reduce(new Counts(0, 0, 0, 0), Counts::plus);
    }
  }

  private Planned plan(String timeType, int changes, Instant expiresAt)
      throws SQLException, IOException {
    TableShape shape = TableShape.plain(server).withDeadline(timeType);
    List<Row> rows = IntStream.range(0, changes + 40).mapToObj(Tickets::row).toList();
    OutboundTable table = OutboundTable.create(shape, server.newDatabase(), rows);
    Map<String, Row> before = table.rows();
    RandomFix fix =
        RandomFix.of(
            shape, new ArrayList<>(rows), changes, extended(table), new Random(SEED + changes));
    FixFiles files =
        FixFiles.write(
            fix.changes(),
            FixFiles.rendering(table.settings(), ScriptForm.TICKET, expiresAt),
            directory.resolve(timeType.replaceAll("\\W", "-") + changes));
    return new Planned(table, before, fix, files);
  }

  /** One in five was requested and is to be completed, which leaves its deadline. */
  private static Row row(int number) {
    Instant deadline = number % 7 == 0 ? null : RandomRows.INCIDENT.plusSeconds(number);
    String state = number % 5 == 0 ? "requested" : "PICKED_UP";
    return new Row("OB-%06d".formatted(number), state, 1 + number % 3, deadline, "n" + number);
  }

  /** As the product plans it. */
  private static Instant extended(OutboundTable table) {
    ParcelRow parcel =
        SampleParcel.parcel("P-1")
            .pickedUp("19:42:39", 1)
            .verdict(Verdict.ON_SHELF)
            .finds(MismatchKind.SHOWN_AS_FAILED, Suggestion.REVERT_OUTBOUND)
            .row();
    return new ChangePlanner(Optional.of(table.settings()), AS_OF)
        .change(parcel, parcel.datafixes().get(0))
        .newDeadline();
  }

  Stream<String> timeTypes() {
    return server.timeTypes().stream();
  }

  @ParameterizedTest
  @MethodSource("timeTypes")
  void ticket_changesAllRowsButThoseThatMoved(String timeType) throws Exception {
    Planned planned = plan(timeType, 200, null);
    Set<String> moved = planned.table().moveOneInTwenty(planned.ids());
    assertThat(moved).hasSize(10);
    Map<String, Row> seen = planned.table().rows();
    assertThat(planned.sum("pre")).isEqualTo(new Counts(200, 190, 0, 10));
    planned.run(planned.files().fixes());
    Map<String, Row> changed = planned.changed(seen, moved);
    assertThat(planned.table().rows()).isEqualTo(changed);
    assertThat(planned.sum("post")).isEqualTo(new Counts(200, 0, 190, 10));
    planned.run(planned.files().fixes());
    assertThat(planned.table().rows()).isEqualTo(changed);
    planned.run(planned.files().rollbacks());
    assertThat(planned.table().rows()).isEqualTo(planned.putBack(changed, moved));
    assertThat(planned.sum("pre")).isEqualTo(new Counts(200, 190, 0, 10));
  }

  @ParameterizedTest
  @MethodSource("timeTypes")
  void rollback_restoresAllRows_butThoseThatMovedOnAfterTheTicket(String timeType)
      throws Exception {
    Planned planned = plan(timeType, 200, null);
    planned.run(planned.files().fixes());
    Set<String> moved = planned.table().moveOneInTwenty(planned.ids());
    Map<String, Row> restored = planned.putBack(planned.table().rows(), moved);
    planned.run(planned.files().rollbacks());
    assertThat(planned.table().checksum()).isEqualTo(OutboundTable.checksum(restored.values()));
    planned.run(planned.files().rollbacks());
    assertThat(planned.table().rows()).isEqualTo(restored);
  }

  @Test
  void counts_areTold_fiveHundredRowsALine() throws Exception {
    Planned planned = plan(server.timeTypes().get(0), 1300, null);
    assertThat(planned.counts("pre"))
        .allMatch(counts -> counts.asSeen() == counts.expected())
        .extracting(Counts::expected)
        .startsWith(500L, 500L)
        .hasSize(4);
    planned.run(planned.files().fixes());
    assertThat(planned.table().rows()).isEqualTo(planned.changed(planned.before(), Set.of()));
    assertThat(planned.counts("post"))
        .allMatch(counts -> counts.written() == counts.expected())
        .hasSize(4);
    planned.run(planned.files().rollbacks());
    assertThat(planned.table().rows()).isEqualTo(planned.before());
  }

  @Test
  void ticket_changesNothing_onceItHasExpired() throws Exception {
    Instant now = Instant.now();
    Planned expired = plan(server.timeTypes().get(0), 50, now.minusSeconds(1));
    expired.run(expired.files().fixes());
    assertThat(expired.table().rows()).isEqualTo(expired.before());
    Planned valid = plan(server.timeTypes().get(0), 51, now.plusSeconds(600));
    valid.run(valid.files().fixes());
    assertThat(valid.table().rows()).isEqualTo(valid.changed(valid.before(), Set.of()));
  }
}
