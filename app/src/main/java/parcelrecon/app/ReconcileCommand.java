package parcelrecon.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.job.ReconcileRequest;
import parcelrecon.model.Control;
import parcelrecon.model.Incident;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.results.RunRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Begins a run and goes to its end. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reconciles one incident and leaves its outputs.",
      "Reads the sources, judges every parcel of the window, and leaves the workbook, the statement,",
      "the datafix package and files for machines.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./run.sh reconcile -c recon.yaml --incident incidents/2022-04-13-kafka.yaml",
      "      an incident with phases and claims, described in a file",
      "  ./run.sh reconcile -c recon.yaml --incident 2022-04-13 \\",
      "           --from 2022-04-13T19:33 --to 2022-04-13T20:22 --callers 4",
      "      a window in the site's zone; the call list shared out to four people",
      "  ./run.sh reconcile -c recon.yaml --incident incidents/2022-04-13-kafka.yaml --compare-with 7d",
      "      and what of it is more than in the same hours a week before",
      "  ./run.sh reconcile -c recon.yaml --incident everything --all --json",
      "      all there is, with run.json on the standard output"
    })
final class ReconcileCommand implements Callable<Integer> {

  private final Console console;
  private final StopSignal signal;

  @Mixin SiteOptions site;
  @Mixin IncidentOptions incident;

  @Option(
      names = "--as-of",
      paramLabel = "T",
      description = "The rules' clock; the time the run begins where not given.")
  String asOf;

  @Mixin ControlOption control;

  @Mixin LanguageOption language;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "Outputs go to DIR/INCIDENT/run-NNN (default: ./out).")
  Path out;

  @Mixin FormOption form;

  @Option(
      names = "--callers",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many people share the call list (default: 1).")
  int callers;

  @Option(names = "--fail-on-mismatch", description = "End with 1 when there is any mismatch.")
  boolean failOnMismatch;

  @Option(names = "--json", description = "Print run.json in place of the headline.")
  boolean json;

  ReconcileCommand(Console console, StopSignal signal) {
    this.console = console;
    this.signal = signal;
  }

  @Override
  public Integer call() {
    Problems problems = new Problems();
    Optional<SiteConfiguration> read = site.read(console, problems);
    ZoneId zone = read.map(SiteConfiguration::zone).orElse(ZoneOffset.UTC);
    Optional<Incident> found =
        incident.read(console, zone, read.map(SiteConfiguration::market).orElse(""), problems);
    Instant clock =
        Optional.ofNullable(asOf)
            .flatMap(text -> TimeOption.read("--as-of", text, zone, problems))
            .orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.MILLIS));
    Optional<Control> compared =
        found.flatMap(incident -> control.read(incident.window(), clock, problems));
    RunRow.Options options = options(read.map(SiteConfiguration::language).orElse("en"), problems);
    problems.throwIfAny();
    RunSession session = new RunSession(console, signal, read.orElseThrow(), site);
    return session.run(
        found.orElseThrow(),
        job -> job.reconcile(new ReconcileRequest(found.orElseThrow(), clock, compared, options)),
        json ? RunEnding.Form.JSON : RunEnding.Form.TEXT);
  }

  private RunRow.Options options(String standardLanguage, Problems problems) {
    if (callers < 1 || callers > ReconcileRequest.CALLERS_MAX) {
      problems.add(
          ExitCode.USAGE,
          new Problem(
              "--callers",
              callers + " is not from 1 to " + ReconcileRequest.CALLERS_MAX,
              Problems.NOTHING_STARTED,
              "Give the number of people who call stores"));
    }
    return new RunRow.Options(
        out.toAbsolutePath().normalize(),
        language.read(problems).orElse(standardLanguage),
        callers,
        form.read(problems).orElse(ScriptForm.SCRIPT),
        failOnMismatch);
  }
}
