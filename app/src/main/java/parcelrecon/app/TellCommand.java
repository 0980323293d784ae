package parcelrecon.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.telling.Setback;
import parcelrecon.tell.Target;
import parcelrecon.tell.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tries whether a target is reached. */
@Command(
    name = "tell",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Sends a message of trial to one of those that schedules tell, now and once, and says whether it",
      "was taken: 4 when it was not.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  ./run.sh tell -c recon.yaml ops",
      "      ops is a name of the list tell of the configuration"
    })
final class TellCommand implements Callable<Integer> {

  private final Console console;

  @Mixin SiteOptions site;

  @Parameters(paramLabel = "TARGET", description = "A name of the list tell.")
  String name;

  TellCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    SiteConfiguration configuration = site.read(console);
    Target target = configuration.tell().target(name).orElseThrow(() -> unknown(configuration));
    Optional<Setback> setback =
        new Trial(configuration.tell())
            .send(target, configuration.zone(), configuration.language(), Instant.now());
    if (setback.isPresent()) {
      throw new ProblemException(
          ExitCode.UNREACHABLE,
          new Problem(
              "target " + name,
              setback.get().text(),
              "It was not told",
              "Check tell and mail of the configuration, and whether it can be reached from here"));
    }
    console.result(name + " has taken the message.");
    return ExitCode.DONE.code();
  }

  private ProblemException unknown(SiteConfiguration configuration) {
    List<String> names = configuration.tell().targets().stream().map(Target::name).toList();
    return new ProblemException(
        ExitCode.USAGE,
        new Problem(
            "target " + name,
            names.isEmpty()
                ? "the configuration has no target"
                : "is not there, expected one of " + String.join(", ", names),
            "Nobody was told",
            "Name one of the list tell of the configuration"));
  }
}
