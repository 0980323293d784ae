package parcelrecon.app;

import java.util.concurrent.Callable;
import parcelrecon.app.configuration.SiteConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Goes on with an interrupted run. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Goes on with an interrupted run where it stopped.",
      "The outputs are those it would have had. A finished run says so and ends as it did.",
      ""
    },
    footer = {"", "Example:", "  ./run.sh resume -c recon.yaml 3"})
final class ResumeCommand implements Callable<Integer> {

  private final Console console;
  private final StopSignal signal;

  @Mixin SiteOptions site;

  @Parameters(paramLabel = "RUN", description = "The run's number, as ./run.sh runs shows it.")
  long run;

  ResumeCommand(Console console, StopSignal signal) {
    this.console = console;
    this.signal = signal;
  }

  @Override
  public Integer call() {
    SiteConfiguration configuration = site.read(console);
    return new RunSession(console, signal, configuration, site).resume(run);
  }
}
