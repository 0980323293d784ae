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
    if (scripts.outcome() == OwnScripts.Outcome.NOT_COMPARED) {
      return new ProblemException(
          ExitCode.CONFIGURATION,
          new Problem(
              "datafix",
              "the configuration has no such section, so that the scripts cannot be compared",
              consequence,
              "Describe the table that is changed in the section datafix"));
    }
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
      case OURS, NOT_OURS, NOT_COMPARED -> "this product makes of the package's changes";
      case SECTION_CHANGED ->
          "the package's changes give now: the section datafix has changed since";
      case OTHER_VERSION -> "this version makes of the package's changes: it is of another one";
    };
  }
}
