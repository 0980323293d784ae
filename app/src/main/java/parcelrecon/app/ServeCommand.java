package parcelrecon.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.console.ConsoleServer;
import parcelrecon.console.site.ConsoleSettings;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.ResultsDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the console until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Serves the console: start and follow runs, look through parcels, call stores, review.",
      "Ctrl-C, or a TERM signal, stops it with exit code 0; a run in hand can be resumed then.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  ./run.sh serve -c recon.yaml --port 8090",
      "      at http://127.0.0.1:8090/, for this machine only"
    })
final class ServeCommand implements Callable<Integer> {

  private static final int PORT_MAX = 65_535;

  private final Console console;
  private final StopSignal signal;

  @Mixin SiteOptions site;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to listen on (default: the configuration's, or 8080).")
  Integer port;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "Outputs of runs begun here go to DIR/INCIDENT/run-NNN (default: ./out).")
  Path out;

  @Option(
      names = "--log-format",
      paramLabel = "F",
      description =
          "Lines of the log: text, or json for programs (default: text on a terminal, else json).")
  String logFormat;

  ServeCommand(Console console, StopSignal signal) {
    this.console = console;
    this.signal = signal;
  }

  @Override
  public Integer call() {
    if (port != null && (port < 0 || port > PORT_MAX)) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              "--port",
              port + " is not from 0 to " + PORT_MAX,
              Problems.NOTHING_STARTED,
              "Give a free port, or 0 for any"));
    }
    ServeLog.Format format = ServeLog.format(logFormat, console.isTerminal());
    SiteConfiguration configuration = site.read(console);
    ConfiguredSite served =
        new ConfiguredSite(
            site.config, configuration, console.environment(), out.toAbsolutePath().normalize());
    ServeLog.install(console, format, site.verbose);
    return KeptResults.with(configuration, database -> serve(served, database)).code();
  }

  private ExitCode serve(ConfiguredSite served, ResultsDatabase database) {
    ConsoleSettings configured = served.configuration().console();
    ConsoleSettings settings = port == null ? configured : configured.withPort(port);
    CountDownLatch stopped = new CountDownLatch(1);
    try (ConsoleServer server = ConsoleServer.start(settings, served, database)) {
      console.result("Console: " + server.address());
      server.showLinks(this::tell);
      ServeLog.log("console started", Map.of("address", server.address()));
      console.flush();
      signal.during(() -> stop(stopped), () -> await(stopped));
    }
    ServeLog.log("console stopped", Map.of());
    return ExitCode.DONE;
  }

  private void tell(URI link) {
    console.result("Sign in, once and within 15 minutes, at " + link);
    console.flush();
  }

  private static void stop(CountDownLatch stopped) {
    ServeLog.log("console stopping", Map.of());
    stopped.countDown();
  }

  private static boolean await(CountDownLatch stopped) {
    try {
      stopped.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
