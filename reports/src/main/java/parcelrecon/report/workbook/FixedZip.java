package parcelrecon.report.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A zip file written again with one time for all entries, so that equal content is equal bytes. */
final class FixedZip {

  /** Not the format's first day, for which the JDK adds a time of the machine's zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private FixedZip() {}

  static void copy(Path from, Path to) throws IOException {
    try (ZipFile in = new ZipFile(from.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      List<? extends ZipEntry> entries = in.stream().toList();
      for (ZipEntry each : entries) {
        ZipEntry entry = new ZipEntry(each.getName());
        entry.setTimeLocal(TIME);
        out.putNextEntry(entry);
        try (InputStream bytes = in.getInputStream(each)) {
          bytes.transferTo(out);
        }
        out.closeEntry();
      }
    }
  }
}
