package parcelrecon.source.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/** How files that cannot be read are told. */
public final class FileProblems {

  private FileProblems() {}

  static ProblemException notThere(String file) {
    return unreachable(
        file, "file is not there", "Nothing was read from it", "Correct the path, or wait for it");
  }

  static ProblemException folderNotThere(String pattern, String folder) {
    return unreachable(
        pattern,
        "folder " + folder + " is not there",
        "Nothing was read from it",
        "Correct the path, or mount the folder");
  }

  /** UNREACHABLE: why, in the words of the failure. */
  public static ProblemException unreadable(String file, IOException e) {
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      return notThere(file);
    }
    String why = e instanceof AccessDeniedException ? "access denied" : e.getMessage();
    ProblemException problem =
        unreachable(
            file,
            "file cannot be read (" + (why == null ? e.getClass().getSimpleName() : why) + ")",
            "Nothing of it counts",
            "Make it readable, or fetch it again");
    problem.initCause(e);
    return problem;
  }

  public static ProblemException changed(String file) {
    return unreachable(
        file,
        "file is not the one this run was planned with",
        "Nothing of it counts",
        "Put the file back and resume, or start a new run");
  }

  private static ProblemException unreachable(
      String where, String what, String consequence, String remedy) {
    return new ProblemException(
        ExitCode.UNREACHABLE, new Problem(where, what, consequence, remedy));
  }
}
