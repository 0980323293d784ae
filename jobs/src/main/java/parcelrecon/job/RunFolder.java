package parcelrecon.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import parcelrecon.model.SourceName;

/** The folder of a run's spill files; gone when the run has ended. */
public record RunFolder(Path path) {

  public static RunFolder of(Path work, long run) {
    return new RunFolder(work.resolve(String.format(Locale.ROOT, "run-%03d", run)));
  }

  Path split(SourceName source, int ordinal) {
    return path.resolve("extract").resolve(source.text() + "-" + ordinal + ".spill");
  }

  Path secondLook(int partition, int pass) {
    return secondLook().resolve(partition + "-" + pass + ".spill");
  }

  /** A first look made again calls for another second look. */
  void forgetSecondLook() {
    delete(secondLook());
  }

  public void delete() {
    delete(path);
  }

  private Path secondLook() {
    return path.resolve("second-look");
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
