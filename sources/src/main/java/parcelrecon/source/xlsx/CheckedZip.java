package parcelrecon.source.xlsx;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipEntrySource;

/**
 * The parts of a workbook, each checked against the checksum the zip keeps of it, which neither POI
 * nor its zip reader does: a flipped bit would be another amount. Limits are this workbook's own;
 * POI's are the process's.
 */
final class CheckedZip implements ZipEntrySource {

  static final int PARTS_MAX = 1_000;

  /** A part that is built up in memory. */
  static final long WHOLE_BYTES_MAX = 4L << 20;

  /** A part that is streamed: a million rows of some forty columns. */
  static final long STREAMED_BYTES_MAX = 2L << 30;

  private final ZipFile zip;
  private boolean isStreaming;
  private boolean closed;

  CheckedZip(Path file) throws IOException {
    this.zip = ZipFile.builder().setPath(file).get();
    if (Collections.list(zip.getEntries()).size() > PARTS_MAX) {
      zip.close();
      throw new IOException("it has more than " + PARTS_MAX + " parts");
    }
  }

  /** From now on parts are not kept in memory, and may be large. */
  void startStreaming() {
    isStreaming = true;
  }

  @Override
  public Enumeration<? extends ZipArchiveEntry> getEntries() {
    return zip.getEntries();
  }

  @Override
  public ZipArchiveEntry getEntry(String path) {
    return zip.getEntry(path);
  }

  @Override
  public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
    if (isStreaming) {
      return new Part(entry, zip.getInputStream(entry), STREAMED_BYTES_MAX);
    }
    try (InputStream part = new Part(entry, zip.getInputStream(entry), WHOLE_BYTES_MAX)) {
      return new ByteArrayInputStream(part.readAllBytes());
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    zip.close();
  }

  /** A part while it is read. */
  private static final class Part extends FilterInputStream {
    private final ZipArchiveEntry entry;
    private final long bytesMax;
    private final CRC32 checksum = new CRC32();
    private long bytes;

    Part(ZipArchiveEntry entry, InputStream in, long bytesMax) {
      super(in);
      this.entry = entry;
      this.bytesMax = bytesMax;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = in.read(target, offset, length);
      if (read < 0) {
        checkWhole();
      } else {
        checksum.update(target, offset, read);
        bytes += read;
        checkSize();
      }
      return read;
    }

    private void checkSize() throws IOException {
      if (bytes > bytesMax) {
        throw new IOException(
            "its part " + entry.getName() + " has more than " + bytesMax + " bytes unzipped");
      }
    }

    private void checkWhole() throws IOException {
      if (bytes != entry.getSize() || checksum.getValue() != entry.getCrc()) {
        throw new IOException("its part " + entry.getName() + " is damaged");
      }
    }

    @Override
    public long skip(long count) throws IOException {
      return Math.max(0, read(new byte[(int) Math.min(8192, count)]));
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
