package parcelrecon.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import parcelrecon.job.RunFolder;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;

/**
 * Work folders that killed or interrupted processes left. A run that is gone on with reads again
 * what it finds no spill of, so no result is lost with them.
 */
final class LeftSpill {

  private final Path work;
  private final RunStore runs;

  LeftSpill(Path work, ResultsDatabase database) {
    this.work = work;
    this.runs = new RunStore(database);
  }

  /** Whether a run has a folder in which nothing was written since a time. */
  boolean isLeft(long run, Instant before) throws IOException {
    Path folder = RunFolder.of(work, run).path();
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && writtenAt(folder).isBefore(before);
  }

  private static Instant writtenAt(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      Instant latest = Instant.MIN;
      for (Path path : all.toList()) {
        Instant at = Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
        latest = at.isAfter(latest) ? at : latest;
      }
      return latest;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * @return false where somebody works on the run
   */
  boolean delete(long run) throws IOException {
    if (!runs.takeFree(run)) {
      return false;
    }
    try {
      if (runs.find(run).orElseThrow().state() == RunState.RUNNING) {
        return false;
      }
      RunFolder.of(work, run).delete();
      return true;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      runs.release(run);
    }
  }
}
