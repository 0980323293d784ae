package parcelrecon.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.results.RunRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks again for the parcels of an incident. */
@Command(
    name = "recheck",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Asks again for the parcels an incident is about, in place of reading its window.",
      "Begins a run that says what was healed, what is still open and what came back. Parcels about",
      "which nothing was found so far are not looked for: that is what reconcile does.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  ./run.sh recheck -c recon.yaml 3",
      "      the parcels of the incident of run 3, as its latest run left them"
    })
final class RecheckCommand implements Callable<Integer> {

  private final Console console;
  private final StopSignal signal;

  @Mixin SiteOptions site;

  @Parameters(paramLabel = "RUN", description = "A run of the incident that has results.")
  long run;

  @Mixin RunOptions options;

  RecheckCommand(Console console, StopSignal signal) {
    this.console = console;
    this.signal = signal;
  }

  @Override
  public Integer call() {
    Problems problems = new Problems();
    Optional<SiteConfiguration> read = site.read(console, problems);
    ZoneId zone = read.map(SiteConfiguration::zone).orElse(ZoneOffset.UTC);
    Instant clock = options.clock(zone, problems);
    RunRow.Options asked =
        options.read(read.map(SiteConfiguration::language).orElse("en"), problems);
    problems.throwIfAny();
    return new RunSession(console, signal, read.orElseThrow(), site)
        .recheck(run, clock, asked, options.ending());
  }
}
