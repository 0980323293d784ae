package parcelrecon.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.job.ReconcileRequest;
import parcelrecon.model.Control;
import parcelrecon.model.Incident;
import parcelrecon.results.RunRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

  @Mixin ControlOption control;

  @Mixin RunOptions options;

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
    Instant clock = options.clock(zone, problems);
    Optional<Control> compared =
        found.flatMap(incident -> control.read(incident.window(), clock, problems));
    RunRow.Options asked =
        options.read(read.map(SiteConfiguration::language).orElse("en"), problems);
    problems.throwIfAny();
    RunSession session = new RunSession(console, signal, read.orElseThrow(), site);
    return session.run(
        found.orElseThrow(),
        job -> job.reconcile(new ReconcileRequest(found.orElseThrow(), clock, compared, asked)),
        options.ending());
  }
}
