package parcelrecon.source.segments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Up to where a broker last noted that all replicas had a partition's records: in {@code
 * replication-offset-checkpoint}, beside the partitions' folders. A log that ends before it has
 * lost records, even when its last batch is whole.
 */
final class HighWatermark {

  private static final String FILE = "replication-offset-checkpoint";
  private static final int VERSION_AND_COUNT = 2;

  private HighWatermark() {}

  /** 0 where the broker's note is not there, or not of a form known. */
  static long of(Path folder, FolderName name) throws IOException {
    Path file = folder.resolveSibling(FILE);
    if (!Files.isRegularFile(file)) {
      return 0;
    }
    List<String> lines =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    boolean isKnown = lines.size() > VERSION_AND_COUNT && lines.get(0).equals("0");
    String entry = name.topic() + " " + name.partition() + " ";
    return isKnown
        ? lines.stream()
            .filter(line -> line.startsWith(entry))
            .map(line -> line.substring(entry.length()))
            .filter(offset -> offset.matches("\\d{1,18}"))
            .mapToLong(Long::parseLong)
            .max()
            .orElse(0)
        : 0;
  }
}
