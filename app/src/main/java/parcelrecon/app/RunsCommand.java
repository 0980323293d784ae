package parcelrecon.app;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.report.file.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the runs of a site. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Lists the runs of a site, oldest first.", ""},
    footer = {
      "",
      "Examples:",
      "  ./run.sh runs -c recon.yaml",
      "  ./run.sh runs -c recon.yaml --json"
    })
final class RunsCommand implements Callable<Integer> {

  private final Console console;

  @Mixin SiteOptions site;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  RunsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SiteConfiguration configuration = site.read(console);
    List<RunSummary> runs = KeptResults.with(configuration, RunSummary::all);
    if (json) {
      console.result(
          Json.pretty(Map.of("runs", runs.stream().map(RunSummary::json).toList()))
              .stripTrailing());
    } else {
      RunTable.lines(runs).forEach(console::result);
    }
    return 0;
  }
}
