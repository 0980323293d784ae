package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.app.configuration.SiteFolder;

/** Usage, help and exit codes, as a user of the shell meets them. */
class CommandLineTest {

  /** WHERE: WHAT. CONSEQUENCE. REMEDY. */
  private static final String FORM = "\\S.*: .+[.?] .+[.] .+[.]";

  @TempDir Path folder;
  private SiteFolder site;
  private String out;
  private String err;

  @BeforeEach
  void site() {
    site = new SiteFolder(folder).with("recon.yaml", SiteFolder.SMALLEST);
  }

  private int run(String... arguments) {
    CommandLineRun run = CommandLineRun.of(arguments);
    out = run.out();
    err = run.err();
    return run.exitCode();
  }

  /** A reconcile command of the site with more arguments, split at blanks. */
  private int reconcile(String more) {
    return run(
        ("reconcile -c " + site.path("recon.yaml") + " --incident i " + more).strip().split(" "));
  }

  private List<String> messages() {
    List<String> lines = err.lines().toList();
    assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(line).matches(FORM));
    assertThat(out).isEmpty();
    return lines;
  }

  @Test
  void help_isShown_whenNoArgumentIsGiven() {
    assertThat(run()).isZero();
    assertThat(out)
        .contains(
            "reconcile",
            "resume",
            "runs",
            "report",
            "serve",
            "password",
            "Examples:",
            "Exit codes:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reconcile", "resume", "runs", "report"})
  void commandHelp_teachesByExample_whenAskedFor(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out).contains("./run.sh " + command + " -c recon.yaml").contains("Example");
  }

  @Test
  void version_isTheBuilds_whenAskedFor() {
    assertThat(run("--version")).isZero();
    assertThat(out.strip()).matches("parcel-recon \\d+\\.\\d+\\.\\d+.*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reconcil | unknown command \"reconcil\", did you mean \"reconcile\"?",
        "--verson | unknown option --verson, did you mean \"--version\"?",
        "runs | --config FILE is missing",
        "runs -c a b | \"b\" is one argument too many",
        "runs -c a --jsn | unknown option --jsn, did you mean \"--json\"?",
        "resume -c a four | RUN: \"four\" is not a whole number",
      })
  void usage_isRefusedWithAHint_whenWrong(String line, String expected) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(messages()).hasSize(1).first().asString().contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | --from: is missing",
        "--from 2022-04-13T19:33 --to 2022-04-13T19:33 | --from/--to: the window ends at",
        "--from soon --to 2022-04-13T19:33 | --from: \"soon\" is not a time",
        "--all --from 2022-04-13T19:33 | --all: stands beside --from or --to",
        "--all --as-of 2022-02-30T10:00 | --as-of: \"2022-02-30T10:00\" is not a time",
        "--all --lang zh-cn | --lang: unknown language \"zh-cn\", did you mean \"zh-CN\"?",
        "--all --callers 0 | --callers: 0 is not from 1 to 1000",
      })
  void reconcile_isRefused_whenAnOptionMakesNoSense(String options, String expected) {
    assertThat(reconcile(options)).isEqualTo(2);
    assertThat(messages()).anySatisfy(text -> assertThat(text).startsWith(expected));
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void incident_isRefused_whenItsIdCannotNameAFolder() {
    assertThat(
            run(
                "reconcile",
                "-c",
                site.path("recon.yaml").toString(),
                "--incident",
                "a:b",
                "--all"))
        .isEqualTo(2);
    assertThat(messages()).hasSize(1).first().asString().contains("\"a:b\" cannot name a folder");
  }

  @Test
  void localTime_isRefused_whenTheSitesClocksSkipIt() {
    site.with("recon.yaml", SiteFolder.SMALLEST.replace("Asia/Taipei", "Europe/Berlin"));
    assertThat(reconcile("--from 2022-03-27T02:30 --to 2022-10-30T02:30")).isEqualTo(2);
    assertThat(messages())
        .satisfiesExactly(
            text ->
                assertThat(text)
                    .startsWith("--from: 2022-03-27T02:30 does not exist in Europe/Berlin"),
            text ->
                assertThat(text)
                    .startsWith("--to: 2022-10-30T02:30 happened twice in Europe/Berlin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ from: 2022-04-13T20:00, to: 2022-04-13T19:00 }",
        "{ from: 2022-03-27T02:30, to: 2022-04-13T19:00 }",
      })
  void window_isRefusedAlike_whenItStandsInTheIncidentFile(String window) {
    site.with("recon.yaml", SiteFolder.SMALLEST.replace("Asia/Taipei", "Europe/Berlin"));
    site.with("incident.yaml", "id: i\nwindow: " + window + "\n");
    String file = site.path("incident.yaml").toString();
    assertThat(run("reconcile", "-c", site.path("recon.yaml").toString(), "--incident", file))
        .isEqualTo(2);
    assertThat(messages()).singleElement().asString().startsWith(file + ":2: window");
  }

  @Test
  void windowOfTheIncidentFile_isNotJudged_whenTheCommandLineReplacesIt() {
    site.with("incident.yaml", "id: i\nwindow: { from: 2022-04-13T20:00, to: soon }\n");
    String file = site.path("incident.yaml").toString();
    assertThat(
            run(
                "reconcile",
                "-c",
                site.path("recon.yaml").toString(),
                "--incident",
                file,
                "--to",
                "2022-04-13T19:00"))
        .isEqualTo(2);
    assertThat(messages()).singleElement().asString().startsWith("--to: the window ends at");
  }

  @Test
  void usage_comesBeforeConfiguration_whenBothAreWrong() {
    site.with("recon.yaml", SiteFolder.SMALLEST + "unknown: 1\n");
    assertThat(reconcile("--from 2022-04-13T20:00 --to 2022-04-13T19:00")).isEqualTo(2);
    assertThat(messages()).hasSize(2);
    assertThat(reconcile("--all")).isEqualTo(3);
    assertThat(messages()).hasSize(1).first().asString().contains("recon.yaml:6: unknown key");
  }

  @Test
  void command_endsUnreachable_whenItsFilesAreNotThere() {
    assertThat(run("runs", "-c", folder.resolve("no.yaml").toString())).isEqualTo(4);
    assertThat(messages()).hasSize(1).first().asString().contains("no.yaml: file is not there");
    assertThat(
            run(
                "reconcile",
                "-c",
                site.path("recon.yaml").toString(),
                "--incident",
                folder.resolve("no-incident.yaml").toString()))
        .isEqualTo(4);
    assertThat(messages()).hasSize(1);
  }

  @Test
  void incidentFile_leavesItsWindowToTheCommandLine_whenItHasNone() {
    site.with("incident.yaml", "id: i\n");
    String file = site.path("incident.yaml").toString();
    String config = site.path("recon.yaml").toString();
    assertThat(run("reconcile", "-c", config, "--incident", file)).isEqualTo(3);
    assertThat(messages())
        .hasSize(2)
        .allSatisfy(text -> assertThat(text).contains("incident.yaml: window."));
  }

  @Test
  void runs_areNone_whenTheSiteIsNew() {
    assertThat(run("runs", "-c", site.path("recon.yaml").toString())).isZero();
    assertThat(out.strip()).isEqualTo("There are no runs yet.");
    assertThat(run("runs", "-c", site.path("recon.yaml").toString(), "--json")).isZero();
    assertThat(out.replaceAll("\\s", "")).isEqualTo("{\"runs\":[],\"earlier\":false}");
    assertThat(err).isEmpty();
  }

  @Test
  void run_isRefused_whenThereIsNone() {
    for (String command : List.of("resume", "report")) {
      assertThat(run(command, "-c", site.path("recon.yaml").toString(), "7")).isEqualTo(2);
      assertThat(messages())
          .hasSize(1)
          .first()
          .asString()
          .startsWith("run 7: there is no such run");
    }
  }

  @Test
  void results_areUnreachable_whenTheirFileIsNoDatabase() {
    site.with("data/results.mv.db", "not a database");
    assertThat(run("runs", "-c", site.path("recon.yaml").toString())).isEqualTo(4);
    assertThat(messages()).hasSize(1);
  }
}
