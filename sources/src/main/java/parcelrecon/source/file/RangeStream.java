package parcelrecon.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** The bytes of a file from an offset to another, with their checksum. */
final class RangeStream extends InputStream {

  private final FileChannel channel;
  private final CRC32C checksum = new CRC32C();
  private final long end;
  private long position;

  RangeStream(Path path, long start, long end) throws IOException {
    this.channel = FileChannel.open(path);
    this.position = start;
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (position >= end) {
      return -1;
    }
    int wanted = (int) Math.min(length, end - position);
    int read = channel.read(ByteBuffer.wrap(bytes, offset, wanted), position);
    if (read > 0) {
      position += read;
      checksum.update(bytes, offset, read);
    }
    return read;
  }

  /** What is left of the range: a gzip reader asks whether another member may follow. */
  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, end - position);
  }

  /** The checksum of the whole range; reads what nobody has read yet. */
  long checksumOfAll() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    return checksum.getValue();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
