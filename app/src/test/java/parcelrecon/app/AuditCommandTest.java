package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.audit.AuditAct;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.audit.AuditHead;
import parcelrecon.results.audit.AuditStore;

/** An audit is verified from the command line, before and after somebody was at it. */
class AuditCommandTest {

  @TempDir Path folder;
  private String url;

  @BeforeEach
  void site() throws IOException {
    url = "jdbc:h2:file:" + folder.resolve("results");
    Files.writeString(folder.resolve("o.csv"), "");
    Files.writeString(
        folder.resolve("recon.yaml"),
        """
        zone: Asia/Taipei
        currency: TWD
        results: { url: "%s" }
        sources:
          outbound:
            csv: { files: o.csv }
        """
            .formatted(url));
  }

  @Test
  void audit_fits_andItsHeadIsPrinted() {
    AuditHead head = keep(3);
    CommandLineRun run = verify();
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .startsWith(
            "audit: 3 entries, each is as it was written\nhead: " + head.text() + "\nNext: ");
    assertThat(verify("--head", head.text()).out())
        .startsWith(
            "audit: 3 entries, each is as it was written, and the head given is among them");
  }

  @Test
  void audit_fits_whenItIsEmpty() {
    assertThat(verify().out()).startsWith("audit: 0 entries").contains("head: 0:000");
  }

  @Test
  void firstEntryThatDoesNotFit_isTold_whenOneWasChanged() throws SQLException {
    keep(5);
    tamper("update audit_entry set actor = 'nobody' where entry_no = 3");
    CommandLineRun run = verify();
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).isEqualTo("audit: 2 entries fit, then one does not\n");
    assertThat(run.err())
        .startsWith("audit, entry 3: it was changed: its hash is not that of what it says.");
    CommandLineRun machine = verify("--json");
    assertThat(machine.exitCode()).isEqualTo(4);
    assertThat(machine.out().replaceAll("\\s", ""))
        .contains("\"fits\":false", "\"entries\":2", "{\"entry\":3,\"kind\":\"CHANGED\"}");
  }

  @Test
  void cutEnd_isTold_whenTheHeadIsGiven() throws SQLException {
    AuditHead head = keep(5);
    tamper("delete from audit_entry where entry_no > 3");
    assertThat(verify().exitCode()).isZero();
    CommandLineRun run = verify("--head", head.text());
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err())
        .startsWith("audit, entry 4: it is missing, and all behind it up to --head.");
  }

  @Test
  void head_isRefused_whenItIsNone() {
    for (String head : List.of("3", "3:abc", "-1:" + "0".repeat(64), "x\n3:" + "0".repeat(64))) {
      CommandLineRun run = verify("--head", head);
      assertThat(run.exitCode()).as(head).isEqualTo(2);
      assertThat(run.err()).contains("is no head");
    }
  }

  @Test
  void command_isRefused_whenNoneIsGiven_orNoConfiguration() {
    assertThat(CommandLineRun.of("audit").exitCode()).isEqualTo(2);
    assertThat(CommandLineRun.of("audit", "verify").err()).contains("--config FILE is missing");
  }

  private CommandLineRun verify(String... options) {
    List<String> all =
        new ArrayList<>(List.of("audit", "-c", folder.resolve("recon.yaml").toString(), "verify"));
    all.addAll(List.of(options));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private AuditHead keep(int entries) {
    try (ResultsDatabase database =
        ResultsDatabase.open(new ResultsSettings(url, Optional.empty(), Optional.empty()))) {
      AuditStore audit = new AuditStore(database, () -> Instant.parse("2022-04-16T04:00:00Z"));
      for (int i = 0; i < entries; i++) {
        audit.append(new AuditAct("lin", AuditAction.DOWNLOADED, "run " + i, Map.of("n", "" + i)));
      }
      return audit.head();
    }
  }

  private void tamper(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "recon", "");
        Statement tampering = connection.createStatement()) {
      tampering.execute(statement);
    }
  }
}
