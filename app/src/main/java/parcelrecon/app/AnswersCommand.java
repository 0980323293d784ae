package parcelrecon.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.model.Incident;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.answers.AnswerLook;
import parcelrecon.report.answers.AnswersFile;
import parcelrecon.report.answers.AnswersLimits;
import parcelrecon.report.answers.AskedRun;
import parcelrecon.report.answers.GivenAnswer;
import parcelrecon.report.answers.Remark;
import parcelrecon.report.answers.Unreadable;
import parcelrecon.report.text.Texts;
import parcelrecon.results.AnswerStore;
import parcelrecon.results.ParcelLookup;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
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
      "by, note. Without --apply it only shows, cell by cell, what would be kept, what conflicts",
      "with another answer or is outdated by a later one, and what is not understood; with it, only",
      "what stands beside another answer is listed.",
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
  private final Texts texts = Texts.of("en");

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
    AnswersFile answers =
        AnswersFile.read(
            file,
            new AskedRun(row, new ParcelLookup(database, run)::parcels, Instant.now()),
            AnswersLimits.COMMAND);
    answers.unreadable().ifPresent(unreadable -> console.problems(List.of(problem(unreadable))));
    tell(answers.notUnderstood(), "Set aside");
    boolean isNothingUnderstood = answers.answers().isEmpty() && !answers.notUnderstood().isEmpty();
    if (answers.unreadable().isPresent() || isNothingUnderstood) {
      return ExitCode.USAGE;
    }
    take(new AnswerStore(database), row.incident(), answers);
    return ExitCode.DONE;
  }

  private void take(AnswerStore store, Incident incident, AnswersFile file) {
    AnswerLines lines =
        new AnswerLines(
            AnswerLook.at(
                file.answers(), store.answersOf(incident.id(), store.latest(incident.id()))),
            incident.window().zone());
    (apply ? lines.besideOthers() : lines.all()).forEach(console::result);
    show("Taken, though odd", file.doubtful());
    show("Filled in, but counts for nothing", file.countsForNothing());
    console.result(lines.summary(file.notUnderstood().size()));
    if (apply) {
      int kept =
          store.add(incident.id(), file.answers().stream().map(GivenAnswer::answer).toList());
      console.result(
          "%s kept. Reconcile %s again to see what they prove.".formatted(kept, incident.id()));
    } else {
      console.result(
          "Nothing was kept: this was a dry look. Keep them with %s answers -c %s %s %s --apply"
              .formatted(CommandLines.PROGRAM, site.config, run, this.file));
    }
  }

  private Problem problem(Unreadable unreadable) {
    return new Problem(
        String.valueOf(file.getFileName()),
        unreadable.what(texts),
        "No answer was taken from it",
        Unreadable.remedy(texts));
  }

  private void tell(List<Remark> remarks, String consequence) {
    console.problems(
        remarks.stream()
            .map(
                remark ->
                    new Problem(
                        remark.cell(),
                        "parcel \"" + remark.parcelId() + "\": " + remark.what(texts),
                        consequence,
                        remark.remedy(texts)))
            .toList());
  }

  private void show(String heading, List<Remark> remarks) {
    if (!remarks.isEmpty()) {
      console.result(heading + ": " + remarks.size());
      for (Remark remark : remarks) {
        console.result(
            "  "
                + Console.shown(
                    "%s  %s  %s. %s."
                        .formatted(
                            remark.cell(),
                            remark.parcelId(),
                            remark.what(texts),
                            remark.remedy(texts))));
      }
    }
  }
}
