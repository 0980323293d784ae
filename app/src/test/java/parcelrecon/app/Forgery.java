package parcelrecon.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import parcelrecon.report.datafix.Manifest;
import parcelrecon.report.datafix.check.CheckedPackage;
import parcelrecon.report.file.OutputFile;
import parcelrecon.report.file.Sha256;

/** A package in which somebody changed a file, and wrote the manifest anew for it. */
final class Forgery {

  private Forgery() {}

  static void of(Path folder, String file, String seen, String by) throws IOException {
    Manifest before = CheckedPackage.read(folder).manifest();
    String text = Files.readString(folder.resolve(file)).replace(seen, by);
    Files.writeString(folder.resolve(file), text);
    List<OutputFile> files =
        before.files().stream()
            .map(
                each ->
                    each.file().equals(file)
                        ? new OutputFile(file, each.rows(), Sha256.of(text))
                        : each)
            .toList();
    Manifest forged =
        new Manifest(
            before.incident(),
            before.asOf(),
            before.origin(),
            before.sums(),
            files,
            before.approval());
    Files.writeString(folder.resolve(Manifest.NAME), forged.text());
  }
}
