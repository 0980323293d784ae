package parcelrecon.report.datafix;

import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parcelrecon.datafix.EventShape;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.model.Utf8Order;
import parcelrecon.report.datafix.change.ChangePlanner;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.datafix.replay.ReplayFiles;
import parcelrecon.report.datafix.script.Rendering;
import parcelrecon.report.file.Json;
import parcelrecon.report.file.OutputFile;
import parcelrecon.report.file.Sha256;
import parcelrecon.report.file.Staging;
import parcelrecon.report.text.Texts;
import parcelrecon.results.RunResults;
import parcelrecon.results.RunRow;

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
   * @param events how the site's topic writes events; absent when that is not known
   */
  public static void add(
      RunResults results,
      Optional<DatafixSettings> site,
      Optional<EventShape> events,
      Texts texts,
      ScriptForm form,
      Staging staging) {
    int before = staging.files().size();
    Sums sums = new Sums();
    ChangeFiles changes = new ChangeFiles(staging);
    Optional<String> topic =
        site.flatMap(DatafixSettings::replay).map(DatafixSettings.Replay::topic);
    ReplayFiles replays = new ReplayFiles(results, FOLDER, topic, events, staging);
    staging.add(
        FOLDER + "tasks.csv",
        path -> {
          try (TaskList tasks = new TaskList(path, texts, sums);
              changes;
              replays) {
            Router router =
                new Router(new ChangePlanner(site, results.run().asOf()), changes, replays, tasks);
            results.forEachParcel(router::route);
            router.finish(results);
            return tasks.rows();
          }
        });
    site.map(settings -> new Rendering(settings, texts, form, Optional.empty()))
        .ifPresent(rendering -> changes.addTo(staging, rendering));
    replays.addTo(staging, FOLDER, texts);
    Manifest.Origin origin = origin(results.run().configuration(), site, texts, form);
    addManifest(results.run(), origin, sums, staging, before);
  }

  private static Manifest.Origin origin(
      RunRow.Configuration configuration,
      Optional<DatafixSettings> site,
      Texts texts,
      ScriptForm form) {
    return new Manifest.Origin(
        configuration.sha256(),
        site.map(DatafixPackage::sha256),
        configuration.version(),
        texts.language(),
        site.map(settings -> settings.dialect().name().toLowerCase(Locale.ROOT)),
        form.text());
  }

  /** Of everything the section says: a package made with another one has other scripts. */
  public static String sha256(DatafixSettings site) {
    return Sha256.of(Json.record(site));
  }

  private static void addManifest(
      RunRow run, Manifest.Origin origin, Sums sums, Staging staging, int before) {
    List<OutputFile> files =
        staging.files().stream()
            .skip(before)
            .map(DatafixPackage::withinFolder)
            .sorted(Comparator.comparing(OutputFile::file, Utf8Order.COMPARATOR))
            .toList();
    staging.add(
        FOLDER + Manifest.NAME,
        path -> {
          Manifest manifest =
              new Manifest(
                  run.incident().id(), run.asOf(), origin, sums.amounts(), files, Optional.empty());
          Files.writeString(path, manifest.text());
          return files.size();
        });
  }

  private static OutputFile withinFolder(OutputFile file) {
    return new OutputFile(file.file().substring(FOLDER.length()), file.rows(), file.sha256());
  }
}
