package parcelrecon.app;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What can be done with a datafix package; running it is not among it. */
@Command(
    name = "datafix",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Looks after a datafix package: is it what was made, would its scripts still find the rows as",
      "they were seen, who approved it and until when. Never runs it, and never writes to a source.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  ./run.sh datafix -c recon.yaml verify out/2022-04-13-kafka/run-003/datafix",
      "      true to its manifest? how many guards hold now?",
      "  ./run.sh datafix -c recon.yaml approve out/2022-04-13-kafka/run-003/datafix --by \"Lin Mei\"",
      "      a copy whose scripts refuse to run after 24 hours",
      "",
      "./run.sh datafix COMMAND --help shows a command's options and examples."
    })
final class DatafixCommand implements Runnable {

  @Spec CommandSpec spec;

  @Option(
      names = {"-c", "--config"},
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "The site's configuration (required).")
  Path config;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show stack traces and what libraries log.")
  boolean verbose;

  /**
   * The configuration, asked for by what works on a package: help needs none.
   *
   * @throws ParameterException when it is not named
   */
  SiteOptions site() {
    if (config == null) {
      throw new ParameterException(spec.commandLine(), "--config FILE is missing");
    }
    SiteOptions site = new SiteOptions();
    site.config = config;
    return site;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "no command is given, expected verify or approve");
  }
}
