package parcelrecon.spill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import parcelrecon.model.SourceRecord;

/**
 * A list of records kept as a spill file of one partition: what a second look found, for example.
 */
public final class RecordFile {

  private static final Partitions ONE = new Partitions(1);

  private RecordFile() {}

  /** Writes the file whole, forced and under its name, or not at all. */
  public static SpillFile write(Path file, List<SourceRecord> records) throws IOException {
    try (PartitionWriter writer = new PartitionWriter(file, ONE)) {
      for (SourceRecord row : records) {
        writer.add(row);
      }
      return writer.finish();
    }
  }

  public static void read(Path file, Consumer<SourceRecord> consumer) throws IOException {
    try (SpillSet set = new SpillSet(List.of(file), ONE)) {
      set.read(0, consumer);
    }
  }
}
