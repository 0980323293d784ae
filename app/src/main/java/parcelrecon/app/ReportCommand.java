package parcelrecon.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.job.OutputFolder;
import parcelrecon.report.ReportSettings;
import parcelrecon.report.RunOutputs;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.StoredResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a run's outputs again. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Makes a run's outputs again; reads no source.", ""},
    footer = {
      "",
      "Examples:",
      "  ./run.sh report -c recon.yaml 3",
      "      where the run wrote them",
      "  ./run.sh report -c recon.yaml 3 --lang zh-TW --out ./for-bpm",
      "      in another language, below another folder"
    })
final class ReportCommand implements Callable<Integer> {

  private final Console console;

  @Mixin SiteOptions site;

  @Parameters(paramLabel = "RUN", description = "The run's number, as ./run.sh runs shows it.")
  long run;

  @Mixin LanguageOption language;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Outputs go to DIR/INCIDENT/run-NNN; where the run wrote when not given.")
  Path out;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Problems problems = new Problems();
    Optional<SiteConfiguration> read = site.read(console, problems);
    Optional<String> wanted = language.read(problems);
    problems.throwIfAny();
    SiteConfiguration configuration = read.orElseThrow();
    Path folder =
        KeptResults.with(configuration, database -> write(database, configuration, wanted));
    console.result("Outputs: " + folder);
    return 0;
  }

  private Path write(
      ResultsDatabase database, SiteConfiguration configuration, Optional<String> wanted) {
    RunRow row = KnownRun.ended(database, run, site);
    Path folder =
        out == null ? OutputFolder.of(row) : OutputFolder.in(out.toAbsolutePath().normalize(), row);
    ReportSettings settings =
        configuration
            .site(row.incident())
            .reportSettings(wanted.orElse(row.options().language()), row.options().callers());
    new RunOutputs(settings).write(new StoredResults(database, run), folder);
    return folder;
  }
}
