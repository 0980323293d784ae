package parcelrecon.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.model.Incident;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.answers.AnswersFile;
import parcelrecon.results.AnswerStore;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.StoredResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes what stores answered: a dry look first, then as evidence for the next reconcile. */
@Command(
    name = "answers",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Takes what stores answered, for the next reconcile.",
      "Reads a filled-in workbook, or a CSV file with the columns parcel_id, answer, answered_at,",
      "by, note. Without --apply it only shows what would be kept, what a later answer outdates and",
      "what is not understood; with it, only what stands beside another answer is listed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./run.sh answers -c recon.yaml 3 filled-in.xlsx",
      "      a dry look: nothing is kept",
      "  ./run.sh answers -c recon.yaml 3 filled-in.xlsx --apply",
      "      kept; reconcile the incident again to see what they prove"
    })
final class AnswersCommand implements Callable<Integer> {

  private final Console console;

  @Mixin SiteOptions site;

  @Parameters(index = "0", paramLabel = "RUN", description = "The run that is answered.")
  long run;

  @Parameters(
      index = "1",
      paramLabel = "WORKBOOK|CSV",
      description = "The workbook as filled in (.xlsx), or a CSV file.")
  Path file;

  @Option(names = "--apply", description = "Keep the answers.")
  boolean apply;

  AnswersCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SiteConfiguration configuration = site.read(console);
    if (!Files.isRegularFile(file)) {
      throw new ProblemException(
          ExitCode.UNREACHABLE,
          new Problem(
              file.toString(), "file is not there", Problems.NOTHING_STARTED, "Correct the path"));
    }
    return KeptResults.with(configuration, this::take).code();
  }

  private ExitCode take(ResultsDatabase database) {
    RunRow row = KnownRun.ended(database, run, site);
    AnswersFile answers = AnswersFile.read(file, new StoredResults(database, run));
    console.problems(answers.notUnderstood());
    if (answers.answers().isEmpty() && !answers.notUnderstood().isEmpty()) {
      return ExitCode.USAGE;
    }
    take(new AnswerStore(database), row.incident(), answers);
    return ExitCode.DONE;
  }

  private void show(List<AnswerLook> looks, Incident incident) {
    if (!looks.isEmpty()) {
      AnswerLook.table(looks, incident.window().zone()).forEach(console::result);
    }
  }

  private void take(AnswerStore store, Incident incident, AnswersFile file) {
    List<AnswerLook> looks =
        AnswerLook.at(file.answers(), store.answersOf(incident.id(), store.latest(incident.id())));
    show(apply ? AnswerLook.besideOthers(looks) : looks, incident);
    console.result(AnswerLook.summary(looks, file.notUnderstood().size()));
    if (apply) {
      int kept = store.add(incident.id(), file.answers());
      console.result(
          "%s kept. Reconcile %s again to see what they prove.".formatted(kept, incident.id()));
    } else {
      console.result(
          "Nothing was kept: this was a dry look. Keep them with %s answers -c %s %s %s --apply"
              .formatted(CommandLines.PROGRAM, site.config, run, this.file));
    }
  }
}
