package parcelrecon.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.file.Json;
import parcelrecon.results.CountedRun;
import parcelrecon.results.RunList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the runs of a site. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Lists the runs of a site, the latest 1,000, oldest first.", ""},
    footer = {
      "",
      "Examples:",
      "  ./run.sh runs -c recon.yaml",
      "  ./run.sh runs -c recon.yaml --json",
      "  ./run.sh runs -c recon.yaml --last 20 --before 4711",
      "      runs 4691 to 4710"
    })
final class RunsCommand implements Callable<Integer> {

  private static final int RUNS_STANDARD = 1_000;
  private static final int RUNS_MAX = 10_000;

  private final Console console;

  @Mixin SiteOptions site;

  @Option(
      names = "--last",
      paramLabel = "N",
      description = "So many at most, from 1 to 10000 (default: ${DEFAULT-VALUE}).")
  int last = RUNS_STANDARD;

  @Option(
      names = "--before",
      paramLabel = "RUN",
      description = "Those before this run (default: the latest ones).")
  long before = RunList.END;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  RunsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (last < 1 || last > RUNS_MAX) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              "--last",
              last + " is not from 1 to " + RUNS_MAX,
              Problems.NOTHING_STARTED,
              "Give how many runs to list, and --before for earlier ones"));
    }
    SiteConfiguration configuration = site.read(console);
    List<CountedRun> read =
        KeptResults.with(configuration, database -> new RunList(database).newest(before, last + 1));
    List<RunSummary> runs =
        new ArrayList<>(read.stream().limit(last).map(RunSummary::new).toList());
    Collections.reverse(runs);
    boolean isMore = read.size() > last;
    if (json) {
      console.result(
          Json.pretty(
                  Json.object(
                      "runs", runs.stream().map(RunSummary::json).toList(), "earlier", isMore))
              .stripTrailing());
    } else {
      RunTable.lines(runs).forEach(console::result);
      if (isMore) {
        console.result("There are earlier runs: --before " + runs.get(0).run().run());
      }
    }
    return 0;
  }
}
