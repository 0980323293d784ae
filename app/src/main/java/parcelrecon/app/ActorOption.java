package parcelrecon.app;

import java.util.Optional;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.report.datafix.check.Approvable;
import picocli.CommandLine.Option;

/** Who does what the audit will tell. */
final class ActorOption {

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who you are, for the audit (default: the user of this machine).")
  String by = System.getProperty("user.name");

  private String read(Problems problems) {
    String name = by.strip();
    if (!Approvable.isName(name)) {
      problems.add(
          ExitCode.USAGE,
          new Problem(
              "--by",
              "is no name, expected 1 to "
                  + Approvable.NAME_CHARACTERS_MAX
                  + " characters on one line",
              Problems.NOTHING_STARTED,
              "Give your name"));
    }
    return name;
  }

  /** What a command with no other options to check begins with. */
  record Read(SiteConfiguration configuration, String actor) {}

  Read read(SiteOptions site, Console console) {
    Problems problems = new Problems();
    Optional<SiteConfiguration> configuration = site.read(console, problems);
    String actor = read(problems);
    problems.throwIfAny();
    return new Read(configuration.orElseThrow(), actor);
  }
}
