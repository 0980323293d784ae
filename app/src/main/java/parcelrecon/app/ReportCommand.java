package parcelrecon.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.datafix.ScriptForm;
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
  @Mixin FormOption form;

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
    Optional<String> language = this.language.read(problems);
    Optional<ScriptForm> form = this.form.read(problems);
    problems.throwIfAny();
    SiteConfiguration configuration = read.orElseThrow();
    Path folder =
        KeptResults.with(
            configuration,
            database -> {
              RunRow row = KnownRun.ended(database, run, site);
              return write(database, configuration, row, options(row.options(), language, form));
            });
    console.result("Outputs: " + folder);
    return 0;
  }

  /** Those of the run but for what is wanted otherwise. */
  private static RunRow.Options options(
      RunRow.Options kept, Optional<String> language, Optional<ScriptForm> form) {
    return new RunRow.Options(
        kept.out(),
        language.orElse(kept.language()),
        kept.callers(),
        form.orElse(kept.form()),
        kept.failOnMismatch());
  }

  private Path write(
      ResultsDatabase database,
      SiteConfiguration configuration,
      RunRow row,
      RunRow.Options options) {
    Path folder =
        out == null ? OutputFolder.of(row) : OutputFolder.in(out.toAbsolutePath().normalize(), row);
    ReportSettings settings = configuration.site(row.incident()).reportSettings(options);
    new RunOutputs(settings).write(new StoredResults(database, run), folder);
    return folder;
  }
}
