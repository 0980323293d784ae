package parcelrecon.app;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** A command that only has commands below it, all of one site. */
abstract class CommandGroup implements Runnable {

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
   * The configuration, asked for by a command that needs it: help needs none.
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
    List<String> below = List.copyOf(spec.subcommands().keySet());
    throw new ParameterException(
        spec.commandLine(), "no command is given, expected " + String.join(" or ", below));
  }
}
