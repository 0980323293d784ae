package parcelrecon.datafix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.datafix.OutboundTable.Row;
import parcelrecon.server.Client.Outcome;

/**
 * A ticket that gives a row its first deadline: no deadline was there to prove the session's zone.
 */
@Tag("clients")
class FirstDeadlineOnMariaDbTest {

  private static final String ID = "OB-000001";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "timestamp(6) null, +08:00, true",
    "timestamp null, +00:00, false",
    "datetime(6), +00:00, true",
    "datetime, +08:00, true"
  })
  void firstDeadline_isTheRightInstant_orIsNotWritten(
      String type, String sessionZone, boolean changes) throws Exception {
    Row seen = new Row(ID, "PICKED_UP", 1, null, "n");
    TableShape plain = TableShape.plain(Server.MARIADB);
    TableShape shape =
        new TableShape(
            Server.MARIADB,
            plain.table(),
            plain.keyType(),
            plain.stateType(),
            plain.versionType(),
            type,
            ZoneId.of("Asia/Taipei"));
    OutboundTable table = OutboundTable.create(shape, Server.MARIADB.newDatabase(), List.of(seen));
    RandomFix fix = RandomFix.of(shape, new ArrayList<>(List.of(seen)), 1, new Random(1));
    Instant wanted = fix.changes().get(0).newDeadline();
    FixFiles files =
        FixFiles.write(
            fix.changes(),
            FixFiles.rendering(table.settings(), ScriptForm.TICKET, null),
            directory);
    Path session = directory.resolve("session.sql");
    Files.writeString(session, "set time_zone = '" + sessionZone + "';\n");
    Outcome outcome = ClientRun.of(table, List.of(session, files.fixes().get(0)));
    assertThat(outcome.exit()).as(outcome.output()).isZero();
    Row expected = changes ? seen.with(fix.changes().get(0).newState(), wanted) : seen;
    assertThat(table.rows()).containsEntry(ID, expected);
  }
}
