package parcelrecon.report.datafix;

import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Utf8Order;
import parcelrecon.report.file.OutputFile;
import parcelrecon.report.file.Staging;
import parcelrecon.report.text.Texts;
import parcelrecon.results.RunResults;

/**
 * The folder {@code datafix/} of a run: scripts with their rollbacks, replay lines, tasks and the
 * manifest. Scripts and replays without a row are not written; tasks.csv and manifest.json always
 * are.
 */
public final class DatafixPackage {

  static final String FOLDER = "datafix/";

  private DatafixPackage() {}

  /**
   * Adds the package's files to the run's.
   *
   * @param site absent when not configured: what would be a statement becomes a task
   */
  public static void add(
      RunResults results, Optional<DatafixSettings> site, Texts texts, Staging staging) {
    int before = staging.files().size();
    Sums sums = new Sums();
    Scripts scripts = new Scripts(site, texts, staging);
    Replays replays = new Replays(results, site.flatMap(DatafixSettings::replayTopic), staging);
    staging.add(
        FOLDER + "tasks.csv",
        path -> {
          try (TaskList tasks = new TaskList(path, texts, sums);
              scripts;
              replays) {
            Router router =
                new Router(new Change.Planner(site, results.run().asOf()), scripts, replays, tasks);
            results.forEachParcel(router::route);
            router.finish(results);
            return tasks.rows();
          }
        });
    scripts.addTo(staging);
    replays.addTo(staging);
    addManifest(results, sums, staging, before);
  }

  private static void addManifest(RunResults results, Sums sums, Staging staging, int before) {
    List<OutputFile> files =
        staging.files().stream()
            .skip(before)
            .map(DatafixPackage::withinFolder)
            .sorted(Comparator.comparing(OutputFile::file, Utf8Order.COMPARATOR))
            .toList();
    staging.add(
        FOLDER + "manifest.json",
        path -> {
          Files.writeString(path, Manifest.of(results, files, sums));
          return files.size();
        });
  }

  private static OutputFile withinFolder(OutputFile file) {
    return new OutputFile(file.file().substring(FOLDER.length()), file.rows(), file.sha256());
  }
}
