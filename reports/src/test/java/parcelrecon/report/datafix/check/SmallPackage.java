package parcelrecon.report.datafix.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.model.Utf8Order;
import parcelrecon.report.datafix.Manifest;
import parcelrecon.report.datafix.Manifest.Amounts;
import parcelrecon.report.file.OutputFile;
import parcelrecon.report.file.Sha256;

/** A package of a few bytes, written file by file as a test wants it. */
final class SmallPackage {

  private final Path folder;
  private final List<OutputFile> files = new ArrayList<>();

  SmallPackage(Path folder) {
    this.folder = folder;
  }

  /** Three files and their manifest. */
  static SmallPackage whole(Path folder) throws IOException {
    return new SmallPackage(folder)
        .with("001-revert-outbound.changes.jsonl", 1, "{\"outbound_id\":\"O1\"}\n")
        .with("001-revert-outbound.sql", 1, "-- 還原\nupdate t set s = 'A';\n")
        .with("tasks.csv", 1, "owner,sentence\nops,\"two\nlines\"\n")
        .manifest();
  }

  SmallPackage with(String file, long rows, String text) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(file), text);
    return named(file, rows, text);
  }

  /** In the manifest, and nowhere else. */
  SmallPackage named(String file, long rows, String text) {
    files.add(new OutputFile(file, rows, Sha256.of(text)));
    return this;
  }

  SmallPackage manifest() throws IOException {
    files.sort(Comparator.comparing(OutputFile::file, Utf8Order.COMPARATOR));
    return manifestAsNamed();
  }

  SmallPackage manifestAsNamed() throws IOException {
    Files.writeString(folder.resolve(Manifest.NAME), content().text());
    return this;
  }

  private Manifest content() {
    return new Manifest(
        "2022-04-13-kafka",
        Instant.parse("2022-04-14T04:00:00Z"),
        new Manifest.Origin(
            "ab".repeat(32), Optional.empty(), "0.1.0", "zh-TW", Optional.of("h2"), "script"),
        Map.of("TWD", new Amounts(1200, 0), "JPY", new Amounts(0, 7)),
        files,
        Optional.of(
            new Manifest.Approval(
                "王小明",
                Instant.parse("2022-04-14T05:00:00Z"),
                Instant.parse("2022-04-15T05:00:00Z"),
                "cd".repeat(32))));
  }

  Path folder() {
    return folder;
  }

  Path path(String file) {
    return folder.resolve(file);
  }

  /** Rewrites a file with one text in it replaced. */
  SmallPackage replacing(String file, String seen, String by) throws IOException {
    String text = Files.readString(path(file), StandardCharsets.UTF_8);
    if (!text.contains(seen)) {
      throw new IllegalArgumentException(seen + " is not in " + text);
    }
    Files.writeString(path(file), text.replace(seen, by));
    return this;
  }
}
