package parcelrecon.report.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;

/**
 * The folder for all temporary files of a workbook, beside it: there is room for it, and it goes
 * with the staging folder when the process is killed. POI's own files of this thread are in it too;
 * they would be in the machine's temporary folder, which may be memory.
 */
final class WorkFolder implements AutoCloseable {

  private final Path path;

  WorkFolder(Path file) throws IOException {
    path = file.resolveSibling(file.getFileName() + ".work");
    delete();
    Files.createDirectories(path);
    TempFile.setThreadLocalTempFileCreationStrategy(
        new DefaultTempFileCreationStrategy(path.toFile()));
  }

  Path path() {
    return path;
  }

  /** Removes the folder and all that is in it. */
  @Override
  public void close() throws IOException {
    TempFile.setThreadLocalTempFileCreationStrategy(null);
    delete();
  }

  private void delete() throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.delete(file);
        }
      }
    }
  }
}
