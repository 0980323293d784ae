package parcelrecon.report.answers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import parcelrecon.report.answers.Unreadable.Why;

/**
 * Counts what packed parts unpack to, before anything is made of them: what their directory says of
 * their sizes is not trusted. POI's own limits are of the whole process, which may be reading a
 * site's workbooks at the same time.
 */
final class UnpackedBytes {

  private static final int BUFFER_BYTES = 1 << 16;

  private final long max;
  private final Why why;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private long bytes;

  /**
   * @param why what is wrong when there are more than {@code max}
   */
  UnpackedBytes(long max, Why why) {
    this.max = max;
    this.why = why;
  }

  void add(Path zip) throws IOException, Unreadable.Ended {
    try (ZipFile parts = new ZipFile(zip.toFile())) {
      for (Enumeration<? extends ZipEntry> each = parts.entries(); each.hasMoreElements(); ) {
        try (InputStream part = parts.getInputStream(each.nextElement())) {
          add(part);
        }
      }
    }
  }

  void add(InputStream part) throws IOException, Unreadable.Ended {
    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
      bytes += read;
      if (bytes > max) {
        throw new Unreadable.Ended(why, max);
      }
    }
  }
}
