package parcelrecon.console.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.job.Site;
import parcelrecon.report.RunOutputs;
import parcelrecon.results.RunResults;
import parcelrecon.results.RunRow;

/**
 * Files of runs for downloading, made from the results database as {@code report --lang} makes
 * them. Those a run left where it ran are not handed out: somebody may have filled them in.
 */
@Component
class MadeFiles {

  /** Of more runs and languages than these the files not asked for longest go. */
  static final int SETS_MAX = 12;

  private record Wanted(long run, String language) {}

  private final ConsoleSite site;
  private final Map<Wanted, Path> made = new LinkedHashMap<>(16, 0.75f, true);
  private Path folder;

  MadeFiles(ConsoleSite site) {
    this.site = site;
  }

  /** A file of a finished run; made first where it is not there. One set is made at a time. */
  synchronized Path file(RunResults results, String language, RunFile file) {
    RunRow row = results.run();
    Wanted wanted = new Wanted(row.run(), language);
    Path set = made.get(wanted);
    if (set == null) {
      set = make(results, row, language);
      made.put(wanted, set);
      forgetOldest();
    }
    return set.resolve(file.id());
  }

  private Path make(RunResults results, RunRow row, String language) {
    Site of = site.site(row.incident());
    Path set = folder(of.work()).resolve("run-%03d-%s".formatted(row.run(), language));
    RunRow.Options kept = row.options();
    RunRow.Options options =
        new RunRow.Options(
            kept.out(), language, kept.callers(), kept.form(), kept.failOnMismatch());
    new RunOutputs(of.reportSettings(options)).write(results, set);
    return set;
  }

  /** Nobody but this process's user may look into it; what an earlier process left is gone. */
  private Path folder(Path work) {
    if (folder == null) {
      Path downloads = work.resolve("downloads");
      try {
        delete(downloads);
        Files.createDirectories(work);
        folder =
            Files.createDirectory(
                downloads,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folder;
  }

  private void forgetOldest() {
    if (made.size() > SETS_MAX) {
      Wanted oldest = made.keySet().iterator().next();
      delete(made.remove(oldest));
    }
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
