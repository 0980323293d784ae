package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.report.datafix.check.CheckedPackage;

/** A package is verified against a table that goes on living, and approved. */
class DatafixCommandTest {

  private static final int PARCELS = 8;
  private static final String SCRIPT = "001-revert-outbound.sql";
  private static final String CHANGES = "001-revert-outbound.changes.jsonl";

  @TempDir static Path once;
  @TempDir Path folder;
  private ShelfSite site;
  private Path made;

  @BeforeAll
  static void reconcile() {
    ShelfSite.onH2(once).with(PARCELS).reconciled();
  }

  /** Every test has a site of its own to move. */
  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> paths = Files.walk(once)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(once.relativize(path));
        Files.createDirectories(to.getParent());
        Files.copy(path, to);
      }
    }
    site = ShelfSite.onH2(folder);
    made = folder.resolve("out/tryout/run-002/datafix");
    site.configure();
  }

  private List<String> lines(CommandLineRun run) {
    assertThat(run.exitCode()).as(run.toString()).isZero();
    return run.out().lines().toList();
  }

  private String refused(int exitCode, CommandLineRun run) {
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(exitCode);
    return run.err().replace(folder.toString() + "/", "").strip();
  }

  private static String hash(Path folder) {
    return CheckedPackage.read(folder).manifest().sha256();
  }

  @Test
  void package_isTrue_andEveryGuardHolds_whenNothingHasMoved() {
    assertThat(lines(site.datafix("verify", made)))
        .containsExactly(
            made + ": true to its manifest, 4 files, package " + hash(made),
            "  made for tryout as of 2022-04-16T12:00:00.25+08:00, by version 0.1.0, for h2",
            "  not approved",
            "  its scripts are byte for byte what its changes give",
            CHANGES
                + ": 8 rows, 8 as seen (their guards hold), 0 fixed already, 0 changed since,"
                + " 0 gone, 0 with several rows of one key",
            "Next: have it approved (./run.sh datafix -c FILE approve " + made + " --by NAME).");
    assertThat(lines(site.datafix("verify", made.resolve("manifest.json")))).hasSize(6);
  }

  @Test
  void rowsThatMoved_areListed_eachAsItWasAndIs() {
    move();
    List<String> lines = lines(site.datafix("verify", made));
    assertThat(lines.subList(4, lines.size()))
        .containsExactly(
            CHANGES
                + ": 8 rows, 2 as seen (their guards hold), 1 fixed already, 3 changed since,"
                + " 1 gone, 1 with several rows of one key",
            "  changed O1: seen PICKED_UP, version 1, deadline 2022-04-15T23:59:59+08:00;"
                + " now RETURNED, version 2, deadline 2022-04-15T23:59:59+08:00",
            "  changed O2: seen PICKED_UP, version 2, deadline 2022-04-15T23:59:59+08:00;"
                + " now PICKED_UP, version none, deadline 2022-04-15T23:59:59+08:00",
            "  changed O3: seen PICKED_UP, version 3, deadline 2022-04-15T23:59:59+08:00;"
                + " now PICKED_UP, version 3, deadline 2022-04-15T23:59:59.000001+08:00",
            "  gone O4: seen PICKED_UP, version 4, deadline 2022-04-15T23:59:59+08:00",
            "  several O5: seen PICKED_UP, version 5, deadline none;"
                + " now PICKED_UP, version 5, deadline none | PICKED_UP, version 6, deadline none",
            "Next: reconcile again for a fresh package; 5 of 8 rows are not as they were seen.");
  }

  private void move() {
    site.dropKey();
    site.run(
        "update parcel_outbound set status = 'RETURNED', row_version = 2 where outbound_id = 'O1'",
        "update parcel_outbound set row_version = null where outbound_id = 'O2'",
        "update parcel_outbound set pickup_deadline = timestamp '2022-04-15 23:59:59.000001'"
            + " where outbound_id = 'O3'",
        "delete from parcel_outbound where outbound_id = 'O4'",
        "insert into parcel_outbound select parcel_id, outbound_id, status, 6, completed_at,"
            + " pickup_deadline from parcel_outbound where outbound_id = 'O5'",
        "update parcel_outbound set status = 'AWAITING_PICKUP', row_version = 7,"
            + " pickup_deadline = timestamp '2022-04-23 12:00:00' where outbound_id = 'O6'");
  }

  @Test
  void rowsThatMoved_areJson_whenAskedFor() {
    move();
    String json = String.join("", lines(site.datafix("verify", made, "--json"))).replace(" ", "");
    assertThat(json)
        .contains(
            "\"expected\":8,\"holds\":2,\"fixed\":1,\"changed\":3,\"gone\":1,\"several\":1,",
            "{\"outbound_id\":\"O3\",\"standing\":\"CHANGED\",\"seen\":{\"state\":\"PICKED_UP\","
                + "\"version\":3,\"deadline\":\"2022-04-15T15:59:59Z\"},\"now\":[{\"state\":"
                + "\"PICKED_UP\",\"version\":3,\"deadline\":\"2022-04-15T15:59:59.000001Z\"}]}",
            "{\"outbound_id\":\"O4\",\"standing\":\"GONE\"");
  }

  @Test
  void rowsAreFixed_whenTheScriptWasRun_andAsSeenAgainAfterTheRollback() throws SQLException {
    runScript(SCRIPT);
    assertThat(lines(site.datafix("verify", made)))
        .anySatisfy(line -> assertThat(line).contains("0 as seen", "8 fixed already"))
        .last()
        .isEqualTo("Next: nothing is left to run; reconcile again to see these parcels healed.");
    runScript("001-revert-outbound.rollback.sql");
    assertThat(lines(site.datafix("verify", made)))
        .anySatisfy(line -> assertThat(line).contains("8 as seen", "0 fixed already"));
  }

  private void runScript(String file) throws SQLException {
    RunScript.execute(
        site.url(), site.user(), site.password(), made.resolve(file).toString(), null, false);
  }

  @Test
  void package_isRefused_whenAByteIsFlipped() throws IOException {
    byte[] bytes = Files.readAllBytes(made.resolve(SCRIPT));
    bytes[bytes.length / 2] ^= 1;
    Files.write(made.resolve(SCRIPT), bytes);
    for (CommandLineRun run :
        List.of(
            site.datafix("verify", made),
            site.datafix("verify", made, "--json"),
            site.datafix("approve", made, "--by", "Lin Mei"))) {
      assertThat(run.out()).isEmpty();
      assertThat(refused(4, run))
          .startsWith("out/tryout/run-002/datafix/" + SCRIPT + ": is not what was written (SHA-256")
          .endsWith("keep other files out of its folder.");
    }
    assertThat(folder.resolve("out/tryout/run-002/datafix-approved")).doesNotExist();
  }

  @Test
  void scripts_areRefused_whenTheManifestWasWrittenAnewForThem() throws IOException {
    Forgery.of(made, SCRIPT, "AWAITING_PICKUP", "PICKED_UP_TWICE");
    CommandLineRun run = site.datafix("verify", made);
    assertThat(run.out()).contains("true to its manifest", "scripts are not what its changes give");
    assertThat(refused(4, run)).contains(SCRIPT + ": is not what this product makes of");
    assertThat(refused(4, site.datafix("approve", made, "--by", "Lin Mei")))
        .contains("Nothing was approved");
  }

  @Test
  void changedSection_isToldAndNotRefused_butNotApproved() {
    site.configure("extend-days: 7", "extend-days: 7\n  id-pattern: \"O[0-9]+\"");
    assertThat(lines(site.datafix("verify", made)))
        .contains("  its scripts are byte for byte what its changes give");
    site.configure("table: parcel_outbound", "table: public.parcel_outbound");
    assertThat(lines(site.datafix("verify", made)))
        .contains(
            "  the section datafix has changed since: now its changes would give another"
                + " 001-revert-outbound.rollback.sql, 001-revert-outbound.sql")
        .last()
        .isEqualTo(
            "Next: make the package again with report; its scripts were not found to be ours.");
    assertThat(refused(4, site.datafix("approve", made, "--by", "Lin Mei")))
        .contains("the section datafix has changed since. Nothing was approved");
  }

  @Test
  void hashesAreTold_whenTheRowsCannotBeRead() throws IOException {
    Files.delete(folder.resolve("shop.mv.db"));
    toldFirst(4, "sources.outbound: ");
    site.configure(
        "jdbc: { url: \"%s\", user: recon, password: \"\" }".formatted(site.url()),
        "csv: { files: outbound.csv }");
    site.configureAlso("    query: outbound.sql\n", "");
    toldFirst(4, "sources.outbound: pick-ups are read from csv, not from a database.");
    site.configureAlso("datafix:", "x-datafix:");
    assertThat(refused(3, site.datafix("verify", made))).contains("x-datafix");
  }

  private void toldFirst(int exitCode, String problem) {
    CommandLineRun run = site.datafix("verify", made);
    assertThat(run.out()).startsWith(made + ": true to its manifest").doesNotContain("Next:");
    assertThat(refused(exitCode, run)).startsWith(problem);
    CommandLineRun json = site.datafix("verify", made, "--json");
    assertThat(json.out()).contains("\"changes\": null").contains(hash(made));
    assertThat(json.exitCode()).isEqualTo(exitCode);
  }

  @Test
  void names_areTold_whenTheyAreNotTheTables() {
    site.configure("key: outbound_id", "key: outbound_nr");
    CommandLineRun run = site.datafix("verify", made);
    assertThat(run.out()).contains("the section datafix has changed since");
    assertThat(refused(3, run))
        .contains("did not show rows of parcel_outbound (")
        .contains("See that the names in the section datafix are the table's");
  }

  @Test
  void approvedCopy_tellsWhoUntilWhenAndOfWhat_andLeavesThePackageAlone() throws IOException {
    String before = hash(made);
    List<String> told = lines(site.datafix("approve", made, "--by", " 王小明 ", "--valid-for=90m"));
    assertThat(hash(made)).isEqualTo(before);
    Path copy = folder.resolve("out/tryout/run-002/datafix-approved");
    assertThat(told.get(0))
        .isEqualTo(copy + ": true to its manifest, 4 files, package " + hash(copy));
    assertThat(told.get(2))
        .startsWith("  approved by 王小明 at ")
        .contains(" (for another 1 h 29 min), of package " + before);
    assertThat(told.get(3)).isEqualTo("  its scripts are byte for byte what its changes give");
    for (String same : List.of(CHANGES, "tasks.csv", "001-revert-outbound.rollback.sql")) {
      assertThat(copy.resolve(same)).hasSameBinaryContentAs(made.resolve(same));
    }
    String until = told.get(2).replaceFirst(".* until (\\S+)T(\\S+) .*", "$1 $2");
    assertThat(copy.resolve(SCRIPT)).content().contains("'" + until + "'");
    assertThat(made.resolve(SCRIPT)).content().doesNotContain(until);
    assertThat(lines(site.datafix("verify", copy)))
        .contains(told.get(2))
        .last()
        .isEqualTo("Next: run it as docs/datafix.md says.");
    assertThat(refused(2, site.datafix("approve", copy, "--by", "Lin Mei", "--out", "again")))
        .contains("is an approved copy already. Nothing was approved");
  }

  @Test
  void copy_isRefused_whenItsFolderIsThere_orWithinThePackage() {
    assertThat(refused(2, site.datafix("approve", made, "--by", "a", "--out", folder)))
        .contains("is there already. Nothing was approved. Name another folder with --out.");
    assertThat(refused(2, site.datafix("approve", made, "--by", "a", "--out", made.resolve("b"))))
        .startsWith("--out: is within the package.");
    lines(site.datafix("approve", made, "--by", "a", "--out", folder.resolve("new/one")));
    lines(site.datafix("verify", folder.resolve("new/one")));
  }

  @ParameterizedTest
  @CsvSource({
    "--by=, --by: is no name",
    "'--by= ', --by: is no name",
    "'--by=a\nb', --by: is no name",
    "'--by=a\u202Eb', --by: is no name",
    "--by=a --valid-for=0h, --valid-for: \"0h\" is no period from 1m to 30d",
    "--by=a --valid-for=31d, --valid-for: \"31d\" is no period",
    "--by=a --valid-for=soon, --valid-for: \"soon\" is no period",
    "--by=a --valid-for=-1h, --valid-for: \"-1h\" is no period",
  })
  void approval_isRefused_whenItMakesNoSense(String options, String expected) {
    Object[] arguments =
        Stream.concat(Stream.of("approve", made), Stream.of(options.split(" --")))
            .map(each -> each.toString().startsWith("valid") ? "--" + each : each)
            .toArray();
    assertThat(refused(2, site.datafix(arguments))).startsWith(expected);
    assertThat(folder.resolve("out/tryout/run-002/datafix-approved")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "verify nowhere | 4 | nowhere: is not there. Nothing was looked at.",
        "verify FOLDER/recon.yaml | 4 | recon.yaml: is a file, expected the folder of a datafix",
        "verify FOLDER | 4 | holds no manifest.json. Nothing was looked at.",
        "verify | 2 | PACKAGE is missing",
        "verify a b | 2 | \"b\" is one argument too many",
        "approve FOLDER | 2 | --by NAME is missing",
        "veryfy x | 2 | unknown command \"veryfy\", did you mean \"verify\"?",
        "verify x --jsn | 2 | unknown option --jsn, did you mean \"--json\"?",
        "'' | 2 | no command is given, expected verify or approve",
      })
  void wrongInput_isTold(String line, int exitCode, String expected) {
    Object[] arguments =
        Stream.of(line.replace("FOLDER", folder.toString()).split(" "))
            .filter(each -> !each.isEmpty())
            .toArray();
    assertThat(refused(exitCode, site.datafix(arguments))).contains(expected);
  }

  @Test
  void configuration_isAskedFor_beforeOrBehindTheCommand() {
    assertThat(
            CommandLineRun.of("datafix", "verify", "-c", site.config(), made.toString()).exitCode())
        .isZero();
    CommandLineRun without = CommandLineRun.of("datafix", "verify", made.toString());
    assertThat(refused(2, without)).contains("--config FILE is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "verify", "approve"})
  void help_teachesByExample(String command) {
    CommandLineRun help =
        CommandLineRun.of(
            Stream.of("datafix", command, "--help")
                .filter(each -> !each.isEmpty())
                .toArray(String[]::new));
    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains("./run.sh datafix -c recon.yaml " + command, "Examples:", "--config=FILE");
  }
}
