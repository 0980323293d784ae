package parcelrecon.datafix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parcelrecon.datafix.ClientRun.AtErrors;
import parcelrecon.server.Client.Outcome;

/** A DBA has set a server, or a database, to read only: no script goes around that. */
abstract class ReadOnlyServers {

  private static final Pattern READ_ONLY = Pattern.compile("read[-_ ]only");

  @TempDir Path directory;

  private final Server server;

  ReadOnlyServers(Server server) {
    this.server = server;
  }

  /** Sets it to read only for those who may no more than change this database. */
  abstract void setReadOnly(OutboundTable table, boolean readOnly) throws SQLException;

  /** By one of them. */
  abstract Outcome run(OutboundTable table, List<Path> scripts, AtErrors atErrors);

  @ParameterizedTest
  @EnumSource(AtErrors.class)
  void script_changesNothing_whereAllIsReadOnly(AtErrors atErrors) throws Exception {
    ThreeBatches three = ThreeBatches.create(server, directory);
    OutboundTable table = three.table();
    FixFiles files = three.files();
    refused(table, files.fixes(), atErrors);
    assertThat(table.rows()).isEqualTo(three.before());
    assertThat(run(table, files.fixes(), AtErrors.STOP).exit()).isZero();
    assertThat(table.rows()).isEqualTo(three.changed(three.before(), three.ids()));
    refused(table, files.rollbacks(), atErrors);
    assertThat(table.rows()).isEqualTo(three.changed(three.before(), three.ids()));
    assertThat(run(table, files.rollbacks(), AtErrors.STOP).exit()).isZero();
    assertThat(table.rows()).isEqualTo(three.before());
  }

  private void refused(OutboundTable table, List<Path> scripts, AtErrors atErrors)
      throws SQLException {
    setReadOnly(table, true);
    try {
      Outcome outcome = run(table, scripts, atErrors);
      assertThat(outcome.output()).containsPattern(READ_ONLY);
      assertThat(outcome.exit() != 0 || atErrors == AtErrors.GO_ON).isTrue();
    } finally {
      setReadOnly(table, false);
    }
  }
}
