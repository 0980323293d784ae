package parcelrecon.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.diff.DiffCsv;
import parcelrecon.report.diff.DiffJson;
import parcelrecon.report.diff.DiffTable;
import parcelrecon.report.text.Texts;
import parcelrecon.results.DiffTotals;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds two runs of one incident against each other. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells what became of every mismatch from one run of an incident to another: healed, still",
      "open, not known, new. Reads no source.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./run.sh diff -c recon.yaml 1 3",
      "      what run 3 has healed of run 1, and what is new",
      "  ./run.sh diff -c recon.yaml 1 3 --csv since.csv",
      "      also mismatch by mismatch, with the records that healed it"
    })
final class DiffCommand implements Callable<Integer> {

  private final Console console;

  @Mixin SiteOptions site;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The run to begin with.")
  long before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "The run to hold against it.")
  long after;

  @Mixin LanguageOption language;

  @Option(
      names = "--csv",
      paramLabel = "FILE.csv",
      description = "Also write a row for each mismatch that is open in either run.")
  Path csv;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Problems problems = new Problems();
    Optional<SiteConfiguration> read = site.read(console, problems);
    Optional<String> wanted = language.read(problems);
    problems.throwIfAny();
    SiteConfiguration configuration = read.orElseThrow();
    Texts texts = Texts.of(wanted.orElse(configuration.language()));
    return KeptResults.with(configuration, database -> tell(database, texts)).code();
  }

  private ExitCode tell(ResultsDatabase database, Texts texts) {
    RunDiff diff =
        RunDiff.between(
            database,
            KnownRun.ended(database, before, site),
            KnownRun.ended(database, after, site));
    DiffTotals totals = csv == null ? diff.read(row -> {}) : write(diff);
    if (json) {
      console.result(DiffJson.text(diff, totals).stripTrailing());
    } else {
      new DiffLines(diff, new DiffTable(totals, texts), texts).all().forEach(console::result);
    }
    return ExitCode.DONE;
  }

  private DiffTotals write(RunDiff diff) {
    try (DiffCsv rows = new DiffCsv(csv)) {
      return diff.read(rows::write);
    } catch (IOException e) {
      throw new ProblemException(
          ExitCode.UNREACHABLE,
          new Problem(
              csv.toString(), "cannot be written", "The rows are not there", "Correct the path"),
          e);
    }
  }
}
