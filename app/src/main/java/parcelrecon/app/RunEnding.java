package parcelrecon.app;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import parcelrecon.job.RunOutcome;
import parcelrecon.model.Coverage;
import parcelrecon.model.Window;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.comparison.Comparison;
import parcelrecon.report.comparison.ComparisonWords;
import parcelrecon.report.followup.FollowUp;
import parcelrecon.report.followup.Progress;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunResults;
import parcelrecon.results.SourceRow;
import parcelrecon.results.StoredResults;
import parcelrecon.results.Totals;
import parcelrecon.rule.MismatchKind;

/** What is told when a run has ended or stopped. */
final class RunEnding {

  /** What the standard output gets. */
  enum Form {
    /** The headline and where the outputs are. */
    TEXT,
    /** run.json as it stands. */
    JSON
  }

  private static final Texts ENGLISH = Texts.of("en");

  private final Console console;
  private final ResultsDatabase database;
  private final SiteOptions site;

  RunEnding(Console console, ResultsDatabase database, SiteOptions site) {
    this.console = console;
    this.database = database;
    this.site = site;
  }

  void tell(RunOutcome outcome, Form form) {
    if (site.verbose && outcome.cause() != null) {
      console.trace(outcome.cause());
    }
    console.problems(outcome.problems());
    switch (outcome.exitCode()) {
      case DONE, MISMATCHES, INCOMPLETE -> found(outcome, form);
      case TOO_MANY_REJECTS ->
          console.result("Rejected rows: " + outcome.outputs().resolve("rejects.csv"));
      case STOPPED -> stopped(outcome.run(), "stopped before its end");
      case UNREACHABLE -> stopped(outcome.run(), "interrupted");
      case DEFECT, USAGE, CONFIGURATION -> {
        // the problems say all
      }
    }
  }

  private void stopped(long run, String how) {
    console.problems(
        List.of(
            new Problem(
                "run " + run,
                how,
                "What is done is kept",
                "Go on with " + CommandLines.PROGRAM + " resume -c " + site.config + " " + run)));
  }

  private void found(RunOutcome outcome, Form form) {
    RunResults results = new StoredResults(database, outcome.run());
    if (outcome.exitCode() == ExitCode.INCOMPLETE) {
      Window window = results.run().incident().window();
      console.problems(
          results.sources().stream().flatMap(source -> incomplete(source, window)).toList());
    }
    Comparison.of(results)
        .flatMap(comparison -> new ComparisonWords(comparison, ENGLISH).obstacle())
        .ifPresent(why -> console.note("comparison: " + why));
    if (form == Form.JSON) {
      json(outcome);
      return;
    }
    headline(results).forEach(console::result);
    FollowUp.of(results).map(RunEnding::since).ifPresent(console::result);
    console.result("Outputs: " + outcome.outputs());
  }

  private Stream<Problem> incomplete(SourceRow source, Window window) {
    if (source.coverage().state() == Coverage.State.COMPLETE) {
      return Stream.empty();
    }
    String reasons = ENGLISH.coverage(source.coverage().lacking(), window.zone());
    return Stream.of(
        new Problem(
            source.name().text(),
            "could not show all of the window: " + reasons,
            "What rests on the absence of its records is marked UNVERIFIED",
            "See the Evidence sheet, or reconcile again when the source is whole"));
  }

  private void json(RunOutcome outcome) {
    try {
      console.result(Files.readString(outcome.outputs().resolve("run.json")).stripTrailing());
    } catch (IOException e) {
      throw new ProblemException(
          ExitCode.UNREACHABLE,
          new Problem(
              outcome.outputs().resolve("run.json").toString(),
              "cannot be read",
              "It is not printed; the run itself has ended",
              "Make the outputs again with " + CommandLines.PROGRAM + " report"),
          e);
    }
  }

  /** As first found, with what it is now beside it where that is another figure. */
  private static List<String> headline(RunResults results) {
    String shown =
        results
            .firstFound()
            .filter(first -> !share(first).equals(share(results)))
            .map(first -> shown(first) + " Now: " + share(results) + ".")
            .orElseGet(() -> shown(results));
    return List.of(shown, others(results.totals().parcels(), shownAsFailed(results)));
  }

  private static long shownAsFailed(RunResults results) {
    return results.totals().kinds().get(MismatchKind.SHOWN_AS_FAILED).mismatches();
  }

  private static String shown(RunResults results) {
    return results.run().dayTotal().isPresent()
        ? share(results) + ": parcels completed that day that the counter showed as failed."
        : share(results)
            + ": parcels that the counter showed as failed; the day's total is not known.";
  }

  private static String share(RunResults results) {
    long shown = shownAsFailed(results);
    OptionalLong dayTotal = results.run().dayTotal();
    return dayTotal.isPresent()
        ? "%s of %s (%s)"
            .formatted(
                ENGLISH.number(shown),
                ENGLISH.number(dayTotal.getAsLong()),
                ENGLISH.percent(shown, dayTotal.getAsLong()))
        : ENGLISH.number(shown);
  }

  private static String since(FollowUp followUp) {
    Map<Progress, Long> parcels = followUp.progress();
    return "Since first found: %s healed, %s open, %s not known, %s with nothing to do. Affected only now: %s."
        .formatted(
            ENGLISH.number(parcels.get(Progress.HEALED)),
            ENGLISH.number(parcels.get(Progress.OPEN)),
            ENGLISH.number(parcels.get(Progress.NOT_KNOWN)),
            ENGLISH.number(parcels.get(Progress.NOTHING_TO_DO)),
            ENGLISH.number(followUp.fresh()));
  }

  private static String others(Totals.Parcels parcels, long shown) {
    return "Parcels in scope: %s. Also affected: %s. Downstream only: %s. For information: %s. Clean: %s."
        .formatted(
            ENGLISH.number(parcels.inScope()),
            ENGLISH.number(parcels.affected() - shown),
            ENGLISH.number(parcels.downstreamOnly()),
            ENGLISH.number(parcels.informational()),
            ENGLISH.number(parcels.clean()));
  }
}
