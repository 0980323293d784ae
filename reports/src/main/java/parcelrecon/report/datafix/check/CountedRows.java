package parcelrecon.report.datafix.check;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import parcelrecon.report.datafix.Manifest;
import parcelrecon.report.file.OutputFile;

/** How many rows a file of a package has, counted as it was written. */
final class CountedRows {

  private static final String CHANGES = ".changes.jsonl";

  private CountedRows() {}

  /** Of a script those of the changes it was rendered from; of a file that has none, as told. */
  static long of(OutputFile file, Manifest manifest, Path path) throws IOException {
    String name = file.file();
    if (name.endsWith(".jsonl")) {
      return lines(path);
    }
    if (name.endsWith(".csv")) {
      return records(path);
    }
    String changes = name.replaceFirst("[.].*", "") + CHANGES;
    return manifest.files().stream()
        .filter(each -> each.file().equals(changes))
        .mapToLong(OutputFile::rows)
        .findFirst()
        .orElse(file.rows());
  }

  private static long lines(Path path) throws IOException {
    long lines = 0;
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path))) {
      byte[] part = new byte[1 << 16];
      for (int read = bytes.read(part); read >= 0; read = bytes.read(part)) {
        for (int i = 0; i < read; i++) {
          lines += part[i] == '\n' ? 1 : 0;
        }
      }
    }
    return lines;
  }

  /** Without the header. */
  private static long records(Path path) throws IOException {
    try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(path)) {
      return records.stream().count() - 1;
    } catch (CsvParseException | UncheckedIOException e) {
      throw new IOException(e);
    }
  }
}
