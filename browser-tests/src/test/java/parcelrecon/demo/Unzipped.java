package parcelrecon.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A downloaded archive, as its user unpacks it. */
final class Unzipped {

  private Unzipped() {}

  /**
   * @return the folder with the archive's files: the one within it where it has one
   */
  static Path into(Path folder, Path zip) throws IOException {
    Path inside = folder;
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(in)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new AssertionError("leads out of its folder: " + entry.getName());
        }
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.copy(entries, file);
          inside = file.getParent();
        }
      }
    }
    return inside;
  }
}
