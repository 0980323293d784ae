package parcelrecon.report.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/**
 * A set of output files on its way into a folder. Everything is written and forced to disk under a
 * temporary name; only {@link #publish} gives final names, each by one rename. Closed without
 * having been published it leaves the folder's files as they were.
 */
public final class Staging implements AutoCloseable {

  private static final String FOLDER = ".parts";

  private final Path directory;
  private final Path parts;
  private final List<OutputFile> files = new ArrayList<>();

  private Staging(Path directory) {
    this.directory = directory;
    this.parts = directory.resolve(FOLDER);
  }

  /** When something was last written there under a temporary name; absent where nothing is. */
  public static Optional<Instant> leftAt(Path directory) throws IOException {
    Path parts = directory.resolve(FOLDER);
    if (!Files.isDirectory(parts, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    Instant last = Instant.MIN;
    try (Stream<Path> paths = Files.walk(parts)) {
      for (Path path : paths.toList()) {
        Instant at = Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
        last = at.isAfter(last) ? at : last;
      }
    }
    return Optional.of(last);
  }

  /** Deletes what a process left that was killed before it gave the files their names. */
  public static void deleteLeft(Path directory) throws IOException {
    delete(directory.resolve(FOLDER));
  }

  /** Writes one file and tells how many rows it has. */
  @FunctionalInterface
  public interface Content {
    long write(Path path) throws IOException;
  }

  /**
   * Begins in {@code directory}, which is made when absent. What a killed predecessor left under
   * temporary names is removed.
   */
  public static Staging in(Path directory) {
    Staging staging = new Staging(directory);
    staging.attempt(
        () -> {
          delete(staging.parts);
          Files.createDirectories(staging.parts);
        });
    return staging;
  }

  /**
   * Writes a file.
   *
   * @param name relative to the folder, with slashes
   */
  public OutputFile add(String name, Content content) {
    Path path = parts.resolve(name);
    attempt(
        () -> {
          Files.createDirectories(path.getParent());
          long rows = content.write(path);
          force(path);
          files.add(new OutputFile(name, rows, Sha256.of(path)));
        });
    return files.get(files.size() - 1);
  }

  /** Begins a text that is written beside others; it is added only when a row was written. */
  public TextFile begin(String name, String head) {
    return new TextFile(name, parts.resolve(name), head);
  }

  /** Adds a closed text, unless it has no rows. */
  public void add(TextFile text) {
    if (text.rows() > 0) {
      add(text.name(), path -> text.rows());
    }
  }

  /** Where a file that was added can be read until it is published. */
  public Path path(String name) {
    return parts.resolve(name);
  }

  /** What was added so far, in that order. */
  public List<OutputFile> files() {
    return List.copyOf(files);
  }

  /**
   * Gives all files their final names, the one added last at the very end. Before that its
   * predecessor is taken away, so that where it stands all others are its own.
   *
   * @param ours names of earlier files that go when they were not written again
   */
  public void publish(Predicate<String> ours) {
    attempt(
        () -> {
          OutputFile last = files.get(files.size() - 1);
          Files.deleteIfExists(directory.resolve(last.file()));
          removeOthers(ours);
          for (OutputFile file : files) {
            Path target = directory.resolve(file.file());
            Files.createDirectories(target.getParent());
            if (file.equals(last)) {
              forceDirectories();
            }
            Files.move(parts.resolve(file.file()), target, ATOMIC_MOVE, REPLACE_EXISTING);
          }
          forceDirectories();
        });
  }

  private void removeOthers(Predicate<String> ours) throws IOException {
    Set<String> kept = files.stream().map(OutputFile::file).collect(Collectors.toSet());
    for (Path path : filesBelow(directory)) {
      String name = directory.relativize(path).toString().replace('\\', '/');
      if (!name.startsWith(FOLDER) && ours.test(name) && !kept.contains(name)) {
        Files.delete(path);
      }
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder, 2)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }

  @Override
  public void close() {
    attempt(() -> delete(parts));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Makes the renames last; only POSIX systems can open a folder for it. */
  private void forceDirectories() throws IOException {
    if (!Files.getFileStore(directory).supportsFileAttributeView(PosixFileAttributeView.class)) {
      return;
    }
    try (Stream<Path> folders = Files.walk(directory, 1).filter(Files::isDirectory)) {
      for (Path folder : folders.toList()) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
          channel.force(true);
        }
      }
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private void attempt(Step step) {
    try {
      step.run();
    } catch (IOException | UncheckedIOException e) {
      throw new ProblemException(
          ExitCode.UNREACHABLE,
          new Problem(
              directory.toString(),
              "outputs cannot be written (" + e + ")",
              "No file was left half-written",
              "Make room or set the folder's permissions, then make the outputs again with report"),
          e);
    }
  }
}
