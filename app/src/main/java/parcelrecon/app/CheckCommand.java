package parcelrecon.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.job.Site;
import parcelrecon.job.SiteLook;
import parcelrecon.model.Incident;
import parcelrecon.model.Window;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells before a run whether the sources are there, and what a run could prove. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reaches every source, and tells how much of a window it could show, and what a run could prove.",
      "Reads no more than that needs, begins no run and leaves nothing behind.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./run.sh check -c recon.yaml",
      "      all there is: are the sources there, do their columns fit?",
      "  ./run.sh check -c recon.yaml --from 2022-04-13T19:33 --to 2022-04-13T20:22",
      "      could they show all of this time?"
    })
final class CheckCommand implements Callable<Integer> {

  private final Console console;

  @Mixin SiteOptions options;
  @Mixin WindowOptions times;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Problems problems = new Problems();
    Optional<SiteConfiguration> read = options.read(console, problems);
    ZoneId zone = read.map(SiteConfiguration::zone).orElse(ZoneOffset.UTC);
    Optional<Window> window = times.bothOrAll(zone, problems);
    problems.throwIfAny();
    return check(read.orElseThrow(), window.orElseThrow());
  }

  /** The checked incident has no name, phases or claims: only a window. */
  private static Incident incident(SiteConfiguration configuration, Window window) {
    return new Incident(
        "check", "", configuration.market(), window, Incident.Times.UNKNOWN, List.of(), List.of());
  }

  private int check(SiteConfiguration configuration, Window window) {
    Incident incident = incident(configuration, window);
    Site site = configuration.site(incident);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    SiteLook look = SiteLook.at(site, Optional.of(configuration.results()), incident, now);
    new CheckReport(site, window, look).lines().forEach(console::result);
    console.flush();
    if (look.problem().isPresent()) {
      ProblemException problem = look.problem().get();
      if (options.verbose) {
        console.trace(problem);
      }
      console.problems(problem.problems());
      return problem.exitCode().code();
    }
    return (look.isComplete() ? ExitCode.DONE : ExitCode.INCOMPLETE).code();
  }
}
