package parcelrecon.report.datafix;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import parcelrecon.datafix.Suggestion;
import parcelrecon.report.datafix.change.Change;
import parcelrecon.report.datafix.change.ChangesFile;
import parcelrecon.report.datafix.script.Rendering;
import parcelrecon.report.datafix.script.Script;
import parcelrecon.report.datafix.script.Scripts;
import parcelrecon.report.file.Staging;
import parcelrecon.report.file.TextFile;

/** The changes of a package by suggestion, and then the scripts that carry them out. */
final class ChangeFiles implements AutoCloseable {

  private final Map<Suggestion, TextFile> files = new EnumMap<>(Suggestion.class);

  private final String folder;

  /**
   * @param folder of the package, with a slash; empty where that is the staging's own
   */
  ChangeFiles(String folder, Staging staging) {
    this.folder = folder;
    for (Suggestion suggestion :
        List.of(Suggestion.REVERT_OUTBOUND, Suggestion.COMPLETE_OUTBOUND)) {
      files.put(suggestion, staging.begin(file(suggestion), ""));
    }
  }

  private String file(Suggestion suggestion) {
    return folder + Scripts.name(suggestion) + ChangesFile.SUFFIX;
  }

  void add(Change change) {
    files.get(change.suggestion()).row(ChangesFile.line(change));
  }

  @Override
  public void close() {
    files.values().forEach(TextFile::close);
  }

  /** Adds the files that have a change, each with its scripts; asked once all are closed. */
  void addTo(Staging staging, Rendering rendering) {
    files.forEach(
        (suggestion, file) -> {
          if (file.rows() > 0) {
            staging.add(file);
            ChangesFile changes = ChangesFile.open(staging.path(file(suggestion)));
            Scripts.of(changes, rendering).forEach(script -> add(script, staging));
          }
        });
  }

  private void add(Script script, Staging staging) {
    staging.add(
        folder + script.file(),
        path -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            script.content().write(out);
          }
          return script.rows();
        });
  }
}
