package parcelrecon.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A text of another charset as UTF-8. Bytes that are none of the charset become U+FFFD. */
final class Utf8Stream extends InputStream {

  private static final int BUFFER_CHARACTERS = 1 << 13;

  private final Reader reader;
  private final char[] characters = new char[BUFFER_CHARACTERS + 1];
  private byte[] bytes = new byte[0];
  private int next;

  Utf8Stream(InputStream in, Charset charset) {
    this.reader = new InputStreamReader(in, charset);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[next++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - next);
    System.arraycopy(bytes, next, target, offset, count);
    next += count;
    return count;
  }

  private boolean fill() throws IOException {
    if (next < bytes.length) {
      return true;
    }
    int count = reader.read(characters, 0, BUFFER_CHARACTERS);
    if (count < 0) {
      return false;
    }
    if (Character.isHighSurrogate(characters[count - 1])) {
      int low = reader.read();
      characters[count] = (char) low;
      count += low < 0 ? 0 : 1;
    }
    bytes = new String(characters, 0, count).getBytes(StandardCharsets.UTF_8);
    next = 0;
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
