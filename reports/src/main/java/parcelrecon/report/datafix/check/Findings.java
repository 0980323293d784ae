package parcelrecon.report.datafix.check;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/** What is wrong with a package, told together. */
final class Findings {

  private static final String CONSEQUENCE = "The package is not to be run";
  private static final String REMEDY =
      "Make it again with report or reconcile, and keep other files out of its folder";

  private final Path folder;
  private final int max;
  private final List<Problem> found = new ArrayList<>();
  private long more;

  /**
   * @param max told one by one
   */
  Findings(Path folder, int max) {
    this.folder = folder;
    this.max = max;
  }

  static ProblemException notThere(Path given, String what) {
    return new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(
            given.toString(),
            what,
            "Nothing was looked at",
            "Give the folder datafix of a run, or the manifest.json in it"));
  }

  /**
   * @param file within the folder; empty for the folder itself
   */
  void add(String file, String what) {
    if (found.size() == max) {
      more++;
      return;
    }
    found.add(
        new Problem(
            file.isEmpty() ? folder.toString() : folder + "/" + file, what, CONSEQUENCE, REMEDY));
  }

  void unreadable(String file, IOException e) {
    String why =
        e instanceof AccessDeniedException ? "access is denied" : e.getClass().getSimpleName();
    add(file, "cannot be read (" + why + ")");
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw asException();
    }
  }

  ProblemException asException() {
    List<Problem> all = new ArrayList<>(found);
    if (more > 0) {
      all.add(
          new Problem(
              folder.toString(), more + " more of its files are wrong", CONSEQUENCE, REMEDY));
    }
    return new ProblemException(ExitCode.UNREACHABLE, all);
  }
}
