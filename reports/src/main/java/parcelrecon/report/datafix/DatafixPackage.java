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
import parcelrecon.results.FoundParcels;
import parcelrecon.results.RunRow;

/**
 * A folder of scripts with their rollbacks, replay lines, tasks and the manifest. Scripts and
 * replays without a row are not written; tasks.csv and manifest.json always are.
 */
public final class DatafixPackage {

  /** The one of a run: all that it suggests. */
  public static final String OF_RUN = "datafix/";

  private final Optional<DatafixSettings> site;
  private final Optional<EventShape> events;
  private final Texts texts;
  private final ScriptForm form;

  /**
   * @param site absent when not configured: what would be a statement becomes a task
   * @param events how the site's topic writes events; absent when that is not known
   */
  public DatafixPackage(
      Optional<DatafixSettings> site, Optional<EventShape> events, Texts texts, ScriptForm form) {
    this.site = site;
    this.events = events;
    this.texts = texts;
    this.form = form;
  }

  /**
   * Adds the package's files, the manifest last.
   *
   * @param folder with a slash; empty where that is the staging's own
   * @return the manifest
   */
  public Manifest add(FoundParcels results, String folder, Staging staging) {
    int before = staging.files().size();
    Sums sums = new Sums();
    ChangeFiles changes = new ChangeFiles(folder, staging);
    Optional<String> topic =
        site.flatMap(DatafixSettings::replay).map(DatafixSettings.Replay::topic);
    ReplayFiles replays = new ReplayFiles(results, folder, topic, events, staging);
    staging.add(
        folder + "tasks.csv",
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
    replays.addTo(staging, folder, texts);
    List<OutputFile> files =
        staging.files().stream().skip(before).map(file -> within(folder, file)).toList();
    return addManifest(manifest(results.run(), sums, files), folder, staging);
  }

  private Manifest manifest(RunRow run, Sums sums, List<OutputFile> files) {
    List<OutputFile> inOrder =
        files.stream()
            .sorted(Comparator.comparing(OutputFile::file, Utf8Order.COMPARATOR))
            .toList();
    return new Manifest(
        run.incident().id(),
        run.asOf(),
        origin(run.configuration()),
        sums.amounts(),
        inOrder,
        Optional.empty());
  }

  private Manifest.Origin origin(RunRow.Configuration configuration) {
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

  private static Manifest addManifest(Manifest manifest, String folder, Staging staging) {
    staging.add(
        folder + Manifest.NAME,
        path -> {
          Files.writeString(path, manifest.text());
          return manifest.files().size();
        });
    return manifest;
  }

  private static OutputFile within(String folder, OutputFile file) {
    return new OutputFile(file.file().substring(folder.length()), file.rows(), file.sha256());
  }
}
