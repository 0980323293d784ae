package parcelrecon.app;

import java.nio.file.Path;
import java.util.Optional;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.app.configuration.SiteFile;
import picocli.CommandLine.Option;

/** The options every command has that works for a site. */
final class SiteOptions {

  @Option(
      names = {"-c", "--config"},
      required = true,
      paramLabel = "FILE",
      description = "The site's configuration.")
  Path config;

  @Option(names = "--verbose", description = "Show stack traces and what libraries log.")
  boolean verbose;

  /** Reads it as far as possible; problems hears the rest. */
  Optional<SiteConfiguration> read(Console console, Problems problems) {
    Optional<SiteConfiguration> site = SiteFile.read(config, console.environment(), problems);
    site.ifPresent(found -> console.hide(found.secrets()));
    return site;
  }

  /**
   * The configuration without a problem.
   *
   * @throws parcelrecon.problem.ProblemException with all problems
   */
  SiteConfiguration read(Console console) {
    Problems problems = new Problems();
    Optional<SiteConfiguration> site = read(console, problems);
    problems.throwIfAny();
    return site.orElseThrow();
  }
}
