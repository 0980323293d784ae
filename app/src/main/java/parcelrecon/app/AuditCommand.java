package parcelrecon.app;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What can be done with the audit; changing it is not among it. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Looks after the audit of a console: who started, downloaded, decided or approved what, and",
      "when. Its entries hold each other by hashes.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Example:",
      "  ./run.sh audit -c recon.yaml verify",
      "      was an entry changed, taken out or put in?",
      "",
      "./run.sh audit COMMAND --help shows a command's options and examples."
    })
final class AuditCommand implements Runnable {

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
   * The configuration, asked for by what reads an audit: help needs none.
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
    throw new ParameterException(spec.commandLine(), "no command is given, expected verify");
  }
}
