package parcelrecon.report.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip file with one time for all entries, so that equal content is equal bytes. */
public final class FixedZip implements AutoCloseable {

  /** Not the format's first day, for which the JDK adds a time of the machine's zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final ZipArchiveOutputStream out;

  private FixedZip(ZipArchiveOutputStream out) {
    this.out = out;
  }

  /** Begins an empty one. */
  public static FixedZip create(Path file) throws IOException {
    return new FixedZip(new ZipArchiveOutputStream(file));
  }

  /** Packs what a stream holds; the stream is left open. */
  public void add(String name, InputStream content) throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setTimeLocal(TIME);
    out.putArchiveEntry(entry);
    content.transferTo(out);
    out.closeArchiveEntry();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /**
   * Writes a zip file again. What is packed stays packed. All sizes are known here, so that each
   * entry says its own at its beginning, and only one beyond 4 GiB is written as such files demand.
   */
  public static void copy(Path from, Path to) throws IOException {
    try (ZipFile in = ZipFile.builder().setPath(from).get();
        ZipArchiveOutputStream out = new ZipArchiveOutputStream(to)) {
      Enumeration<ZipArchiveEntry> entries = in.getEntriesInPhysicalOrder();
      while (entries.hasMoreElements()) {
        ZipArchiveEntry each = entries.nextElement();
        try (InputStream packed = in.getRawInputStream(each)) {
          out.addRawArchiveEntry(fixed(each), packed);
        }
      }
    }
  }

  private static ZipArchiveEntry fixed(ZipArchiveEntry each) {
    ZipArchiveEntry entry = new ZipArchiveEntry(each.getName());
    entry.setMethod(each.getMethod());
    entry.setSize(each.getSize());
    entry.setCompressedSize(each.getCompressedSize());
    entry.setCrc(each.getCrc());
    entry.setTimeLocal(TIME);
    return entry;
  }
}
