package parcelrecon.report.packages;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/** A folder under a temporary name until it is given its place; closed without, it goes. */
final class DraftFolder implements AutoCloseable {

  private static final String CONSEQUENCE = "Nothing was made";
  private static final String REMEDY = "Make room or set the folder's permissions, then try again";

  private static final String NAME = ".draft-";

  /** No draft is without its hold for so long. */
  private static final Duration LEFT_BEHIND = Duration.ofDays(1);

  private final Path folder;
  private final DraftHold hold;

  private DraftFolder(Path root) throws IOException {
    this.folder = root.resolve("package");
    this.hold = DraftHold.take(root);
  }

  /**
   * Makes one, and removes those that processes left behind which did not come to an end.
   *
   * @param beside which it is made, in the same file system
   */
  static DraftFolder in(Path beside) {
    try {
      Files.createDirectories(beside);
      removeLeft(beside);
      return new DraftFolder(Files.createTempDirectory(beside, NAME));
    } catch (IOException e) {
      throw failure(beside, e);
    }
  }

  private static void removeLeft(Path beside) throws IOException {
    Instant before = Instant.now().minus(LEFT_BEHIND);
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(beside, NAME + "*")) {
      for (Path draft : drafts) {
        Optional<DraftHold> left = DraftHold.takeLeft(draft, before);
        if (left.isPresent()) {
          try (DraftHold hold = left.get()) {
            remove(hold.draft());
          }
        }
      }
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
    try (hold) {
      remove(hold.draft());
    } catch (IOException e) {
      throw failure(hold.draft(), e);
    }
  }

  private static ProblemException failure(Path where, IOException e) {
    return new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(where.toString(), "cannot be written (" + e + ")", CONSEQUENCE, REMEDY),
        e);
  }
}
