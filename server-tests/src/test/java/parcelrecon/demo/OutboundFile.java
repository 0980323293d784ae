package parcelrecon.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The outbound system's table as a CSV export of it. */
final class OutboundFile {

  private OutboundFile() {}

  static void write(Path file, SiteRows rows) {
    try {
      Files.createDirectories(file.getParent());
      try (CsvWriter csv = CsvWriter.builder().build(file)) {
        csv.writeRecord(rows.columns());
        rows.values()
            .forEach(
                row ->
                    csv.writeRecord(
                        Arrays.stream(row)
                            .map(value -> value == null ? "" : value.toString())
                            .toList()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
