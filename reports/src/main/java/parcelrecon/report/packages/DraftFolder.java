package parcelrecon.report.packages;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/** A folder under a temporary name until it is given its place; closed without, it goes. */
final class DraftFolder implements AutoCloseable {

  private static final String CONSEQUENCE = "Nothing was made";
  private static final String REMEDY = "Make room or set the folder's permissions, then try again";

  private final Path root;
  private final Path folder;

  private DraftFolder(Path root) {
    this.root = root;
    this.folder = root.resolve("package");
  }

  /**
   * @param beside which it is made, in the same file system
   */
  static DraftFolder in(Path beside) {
    try {
      Files.createDirectories(beside);
      return new DraftFolder(Files.createTempDirectory(beside, ".draft-"));
    } catch (IOException e) {
      throw failure(beside, e);
    }
  }

  /** Not there yet. */
  Path folder() {
    return folder;
  }

  /** Moves it, in place of what somebody who did not come to an end has left there. */
  void moveTo(Path place) {
    try {
      remove(place);
      Files.move(folder, place, ATOMIC_MOVE);
    } catch (IOException e) {
      throw failure(place, e);
    }
  }

  /** Follows no link. */
  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> paths = Files.walk(folder)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  @Override
  public void close() {
    try {
      remove(root);
    } catch (IOException e) {
      throw failure(root, e);
    }
  }

  private static ProblemException failure(Path where, IOException e) {
    return new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(where.toString(), "cannot be written (" + e + ")", CONSEQUENCE, REMEDY),
        e);
  }
}
