package parcelrecon.report.datafix.check;

import java.util.List;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/** Why scripts are not taken for those that the package's changes give. */
public final class ScriptsRefused {

  private ScriptsRefused() {}

  public static ProblemException exception(
      CheckedPackage checked, OwnScripts scripts, String consequence) {
    List<Problem> problems =
        scripts.different().stream()
            .map(
                file ->
                    new Problem(
                        checked.folder().resolve(file).toString(),
                        "is not what " + reason(scripts.outcome()),
                        consequence,
                        "Make the package again with report, and look for who changed this one"))
            .toList();
    return new ProblemException(ExitCode.UNREACHABLE, problems);
  }

  private static String reason(OwnScripts.Outcome outcome) {
    return switch (outcome) {
      case OURS, NOT_OURS -> "this product makes of the package's changes";
      case NOT_COMPARED -> "can be compared: the configuration has no section datafix";
      case SECTION_CHANGED ->
          "the package's changes give now: the section datafix has changed since";
      case OTHER_VERSION -> "this version makes of the package's changes: it is of another one";
    };
  }
}
