package parcelrecon.spill;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * A finished spill file, as recorded when it was written.
 *
 * @param checksum CRC-32C of all its bytes, in hexadecimal
 */
public record SpillFile(long bytes, String checksum) {

  /** Whether the file at {@code path} is still this one: there, of this length and checksum. */
  public boolean isAt(Path path) {
    try {
      return Files.isRegularFile(path)
          && Files.size(path) == bytes
          && checksumOf(path).equals(checksum);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(CRC32C crc) {
    return String.format("%08x", crc.getValue());
  }

  private static String checksumOf(Path path) throws IOException {
    CRC32C crc = new CRC32C();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(path), crc)) {
      byte[] buffer = new byte[1 << 16];
      while (in.read(buffer) >= 0) {
        continue;
      }
    }
    return text(crc);
  }
}
