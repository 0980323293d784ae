package parcelrecon.source.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** What a gzip stream holds; a stream cut short ends where it is cut, and says so. */
final class UnzippedStream extends InputStream {

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream zipped;
  private GZIPInputStream unzipped;
  private boolean truncated;

  UnzippedStream(InputStream zipped) {
    this.zipped = zipped;
  }

  static boolean isGzip(byte[] head) {
    return head.length >= 2 && head[0] == 0x1F && head[1] == (byte) 0x8B;
  }

  boolean isTruncated() {
    return truncated;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (truncated) {
      return -1;
    }
    try {
      if (unzipped == null) {
        unzipped = new GZIPInputStream(zipped, BUFFER_BYTES);
      }
      return unzipped.read(bytes, offset, length);
    } catch (EOFException e) {
      truncated = true;
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    if (unzipped == null) {
      zipped.close();
    } else {
      unzipped.close();
    }
  }
}
