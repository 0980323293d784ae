package parcelrecon.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import parcelrecon.app.configuration.Problems;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.job.ReconcileRequest;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.results.RunRow;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that begins a run is told about it. */
final class RunOptions {

  @Option(
      names = "--as-of",
      paramLabel = "T",
      description = "The rules' clock; the time the run begins where not given.")
  String asOf;

  @Mixin LanguageOption language;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "Outputs go to DIR/INCIDENT/run-NNN (default: ./out).")
  Path out;

  @Mixin FormOption form;

  @Option(
      names = "--callers",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many people share the call list (default: 1).")
  int callers;

  @Option(names = "--fail-on-mismatch", description = "End with 1 when there is any mismatch.")
  boolean failOnMismatch;

  @Option(names = "--json", description = "Print run.json in place of the headline.")
  boolean json;

  Instant clock(ZoneId zone, Problems problems) {
    return Optional.ofNullable(asOf)
        .flatMap(text -> TimeOption.read("--as-of", text, zone, problems))
        .orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  RunRow.Options read(String standardLanguage, Problems problems) {
    if (callers < 1 || callers > ReconcileRequest.CALLERS_MAX) {
      problems.add(
          ExitCode.USAGE,
          new Problem(
              "--callers",
              callers + " is not from 1 to " + ReconcileRequest.CALLERS_MAX,
              Problems.NOTHING_STARTED,
              "Give the number of people who call stores"));
    }
    return new RunRow.Options(
        out.toAbsolutePath().normalize(),
        language.read(problems).orElse(standardLanguage),
        callers,
        form.read(problems).orElse(ScriptForm.SCRIPT),
        failOnMismatch);
  }

  RunEnding.Form ending() {
    return json ? RunEnding.Form.JSON : RunEnding.Form.TEXT;
  }
}
