package parcelrecon.source.segments;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The batches of a segment file, one after the other, from a position to another. Opens the file
 * for reading only. Memory: a batch.
 */
final class BatchReader implements Closeable {

  /** What comes next in the file. */
  enum Found {
    BATCH,
    /** Something with a length that leads on, but no batch. */
    DAMAGED,
    /** Nothing with a length to go on by; the rest of the file cannot be read. */
    LOST,
    /** The beginning of a batch of which the file does not hold the rest. */
    CUT,
    /** The end, or nothing but zeros: a file is given its full length ahead of its content. */
    END
  }

  private static final int BUFFER_BYTES = 1 << 18;

  /** First offset, length, leader's epoch (old formats: checksum), format. */
  private static final int HEAD_BYTES = 17;

  private static final int LENGTH_AT = 8;
  private static final int FORMAT_AT = 16;

  /** How many bytes come before those that the length counts. */
  private static final int OVERHEAD_BYTES = 12;

  /** No batch of any format has a smaller length. */
  private static final int LENGTH_MIN = 14;

  private static final int FORMAT_MAX = 2;

  private final InputStream in;
  private final long end;
  private long position;
  private long batchPosition;
  private LogBatch batch;
  private ByteBuffer head = ByteBuffer.allocate(0);

  BatchReader(Path path, long start, long end) throws IOException {
    this.in =
        new BufferedInputStream(
            Channels.newInputStream(FileChannel.open(path).position(start)), BUFFER_BYTES);
    this.end = end;
    this.position = start;
  }

  /** The batch found. */
  LogBatch batch() {
    return batch;
  }

  /** Where what was found begins. */
  long batchPosition() {
    return batchPosition;
  }

  /** Where what was found ends. */
  long position() {
    return position;
  }

  /** The offset that a batch of which only the beginning is there has; absent when it has none. */
  Optional<Long> cutOffset() {
    boolean hasFormat = head.limit() == HEAD_BYTES && isFormat();
    return hasFormat ? Optional.of(head.getLong(0)) : Optional.empty();
  }

  Found next() throws IOException {
    batch = null;
    batchPosition = position;
    long left = end - position;
    head = ByteBuffer.wrap(in.readNBytes((int) Math.min(HEAD_BYTES, left)));
    if (isZero(head)) {
      return isRestZero() ? Found.END : Found.LOST;
    }
    if (head.limit() < HEAD_BYTES) {
      return Found.CUT;
    }
    int length = head.getInt(LENGTH_AT);
    if (length < LENGTH_MIN) {
      return Found.LOST;
    }
    return next(OVERHEAD_BYTES + (long) length, left);
  }

  private Found next(long size, long left) throws IOException {
    if (size > left) {
      return size > LogBatch.BYTES_MAX ? Found.LOST : Found.CUT;
    }
    position += size;
    if (size > LogBatch.BYTES_MAX || !isFormat()) {
      in.skipNBytes(size - HEAD_BYTES);
      return Found.DAMAGED;
    }
    byte[] bytes = new byte[(int) size];
    head.get(0, bytes, 0, HEAD_BYTES);
    int read = in.readNBytes(bytes, HEAD_BYTES, bytes.length - HEAD_BYTES);
    batch = read == size - HEAD_BYTES ? LogBatch.of(bytes).orElse(null) : null;
    return batch == null ? Found.DAMAGED : Found.BATCH;
  }

  private boolean isFormat() {
    return head.get(FORMAT_AT) >= 0 && head.get(FORMAT_AT) <= FORMAT_MAX;
  }

  private static boolean isZero(ByteBuffer bytes) {
    for (int at = 0; at < bytes.limit(); at++) {
      if (bytes.get(at) != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isRestZero() throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long left = end - position - head.limit();
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0 || !isZero(ByteBuffer.wrap(buffer, 0, read))) {
        return false;
      }
      left -= read;
    }
    return true;
  }

  /** The first bytes of what comes next, without going on; empty where too few are left. */
  Optional<Long> peekOffset() throws IOException {
    if (end - position < HEAD_BYTES) {
      return Optional.empty();
    }
    in.mark(HEAD_BYTES);
    ByteBuffer next = ByteBuffer.wrap(in.readNBytes(HEAD_BYTES));
    in.reset();
    return next.limit() < HEAD_BYTES || next.getInt(LENGTH_AT) < LENGTH_MIN
        ? Optional.empty()
        : Optional.of(next.getLong(0));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
