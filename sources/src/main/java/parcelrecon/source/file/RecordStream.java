package parcelrecon.source.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * The records of a stream of bytes, one at a time, each with the line it begins on. Empty lines are
 * passed over. Memory is one buffer, which grows to the longest record up to {@link
 * #RECORD_BYTES_MAX}.
 */
final class RecordStream implements Closeable {

  /** A longer record is not kept whole: of its bytes the first {@link #KEPT_BYTES} are. */
  static final int RECORD_BYTES_MAX = 4 << 20;

  private static final int KEPT_BYTES = 4096;
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final RecordScanner scanner;
  private byte[] buffer = new byte[BUFFER_BYTES];
  private int start;
  private int end;
  private int limit;
  private long line;
  private long linesOfRecord;
  private boolean terminated;
  private boolean tooLong;

  RecordStream(InputStream in, RecordScanner scanner, long firstLine) {
    this.in = in;
    this.scanner = scanner;
    this.line = firstLine;
  }

  /** Goes on to the next record; false when there is none. */
  boolean next() throws IOException {
    boolean found = advance();
    while (found && length() == 0) {
      found = advance();
    }
    return found;
  }

  private boolean advance() throws IOException {
    line += linesOfRecord;
    start = end;
    tooLong = false;
    int from = start;
    int found = scanner.end(buffer, from, limit);
    boolean more = true;
    while (found == RecordScanner.GOES_ON && more) {
      makeRoom();
      from = limit;
      int read = in.read(buffer, limit, buffer.length - limit);
      more = read >= 0;
      limit += Math.max(0, read);
      found = scanner.end(buffer, from, limit);
    }
    end = found == RecordScanner.GOES_ON ? limit : found;
    terminated = found != RecordScanner.GOES_ON || scanner.endsHere();
    linesOfRecord = scanner.takeLines();
    return start < end;
  }

  private void makeRoom() {
    if (limit < buffer.length) {
      return;
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      limit -= start;
      start = 0;
    } else if (buffer.length < RECORD_BYTES_MAX) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    } else {
      tooLong = true;
      limit = KEPT_BYTES;
    }
  }

  /** The line the record begins on; after the last record the line behind it. */
  long line() {
    return line;
  }

  /** Whether the record has its line end. */
  boolean isTerminated() {
    return terminated;
  }

  boolean isTooLong() {
    return tooLong;
  }

  boolean isQuoteOpen() {
    return scanner.isQuoteOpen();
  }

  /** The record without its line end; of one too long, its beginning. */
  String text(Charset charset) {
    return new String(buffer, start, tooLong ? KEPT_BYTES : length(), charset);
  }

  private int length() {
    int length = end - start;
    if (length > 0 && buffer[start + length - 1] == '\n') {
      length--;
    }
    if (length > 0 && buffer[start + length - 1] == '\r') {
      length--;
    }
    return length;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
