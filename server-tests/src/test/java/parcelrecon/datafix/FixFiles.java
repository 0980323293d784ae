package parcelrecon.datafix;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import parcelrecon.report.datafix.change.Change;
import parcelrecon.report.datafix.change.ChangesFile;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.datafix.script.Rendering;
import parcelrecon.report.datafix.script.Script;
import parcelrecon.report.datafix.script.Scripts;
import parcelrecon.report.text.Texts;

/** The changes files of a package with all scripts, made by the product. */
record FixFiles(Path folder, List<String> names) {

  static Rendering rendering(DatafixSettings settings, ScriptForm form, Instant expiresAt) {
    return new Rendering(settings, Texts.of("en"), form, Optional.ofNullable(expiresAt));
  }

  static FixFiles write(List<Change> changes, Rendering rendering, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> names = new ArrayList<>();
    for (Suggestion suggestion :
        List.of(Suggestion.REVERT_OUTBOUND, Suggestion.COMPLETE_OUTBOUND)) {
      List<String> lines =
          changes.stream()
              .filter(change -> change.suggestion() == suggestion)
              .map(ChangesFile::line)
              .toList();
      if (!lines.isEmpty()) {
        names.add(Scripts.name(suggestion));
        Path file = folder.resolve(Scripts.name(suggestion) + ChangesFile.SUFFIX);
        Files.writeString(file, String.join("", lines));
        for (Script script : Scripts.of(ChangesFile.open(file), rendering)) {
          write(script, folder.resolve(script.file()));
        }
      }
    }
    return new FixFiles(folder, names);
  }

  private static void write(Script script, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      script.content().write(out);
    }
  }

  List<Path> fixes() {
    return names.stream().map(name -> folder.resolve(name + ".sql")).toList();
  }

  /** Files of a ticket that only ask. */
  List<Path> each(String suffix) {
    return names.stream().map(name -> folder.resolve(name + "." + suffix + ".sql")).toList();
  }

  /** In the order in which they are run: the last script is taken back first. */
  List<Path> rollbacks() {
    List<Path> rollbacks = new ArrayList<>();
    names.forEach(name -> rollbacks.add(folder.resolve(name + ".rollback.sql")));
    Collections.reverse(rollbacks);
    return rollbacks;
  }
}
