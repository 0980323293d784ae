package parcelrecon.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import parcelrecon.app.configuration.Problems;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.problem.DidYouMean;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import picocli.CommandLine.Option;

/** What the package's SQL is written for. */
final class FormOption {

  private static final List<String> FORMS =
      Arrays.stream(ScriptForm.values()).map(ScriptForm::text).toList();

  @Option(
      names = "--form",
      paramLabel = "script|ticket",
      description = {
        "SQL of the datafix package: for the database's own client,",
        "or for a review platform that takes single statements (default: script)."
      })
  String form;

  /** Absent when not given, or when it is none of ours: then a problem is told. */
  Optional<ScriptForm> read(Problems problems) {
    if (form != null && !FORMS.contains(form)) {
      problems.add(
          ExitCode.USAGE,
          new Problem(
              "--form",
              "unknown form \"" + form + "\"" + DidYouMean.question(form, FORMS),
              Problems.NOTHING_STARTED,
              "Give one of " + String.join(", ", FORMS)));
    }
    return Arrays.stream(ScriptForm.values()).filter(each -> each.text().equals(form)).findFirst();
  }
}
