package parcelrecon.report.workbook;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import org.apache.poi.xssf.streaming.SheetDataWriter;

/**
 * Where the rows of a sheet are written until all are there. POI writes most characters one by one;
 * the JDK's writers take a lock for each, which took a seventh of a workbook's time.
 */
final class SheetStream extends SheetDataWriter {

  SheetStream() throws IOException {
    super();
  }

  /** POI wants others to give it a writer before; but then it cannot remove the file. */
  @Override
  @SuppressWarnings("deprecation")
  public Writer createWriter(File file) throws IOException {
    return new Utf8(Files.newOutputStream(file.toPath()));
  }

  /** Used by one thread. */
  private static final class Utf8 extends Writer {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int CHARACTER_BYTES_MAX = 4;

    private final OutputStream out;
    private final byte[] bytes = new byte[BUFFER_BYTES];
    private int length;
    private char high;

    Utf8(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int character) throws IOException {
      if (length > BUFFER_BYTES - CHARACTER_BYTES_MAX) {
        send();
      }
      if (character < 0x80 && high == 0) {
        bytes[length++] = (byte) character;
      } else {
        encode((char) character);
      }
    }

    /** A surrogate without its other half becomes a question mark, as the JDK has it. */
    private void encode(char each) {
      if (high != 0 && Character.isLowSurrogate(each)) {
        int point = Character.toCodePoint(high, each);
        bytes[length++] = (byte) (0xF0 | point >> 18);
        bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
        bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | point & 0x3F);
        high = 0;
        return;
      }
      if (high != 0) {
        bytes[length++] = '?';
        high = 0;
      }
      if (Character.isHighSurrogate(each)) {
        high = each;
      } else if (each < 0x80) {
        bytes[length++] = (byte) each;
      } else if (each < 0x800) {
        bytes[length++] = (byte) (0xC0 | each >> 6);
        bytes[length++] = (byte) (0x80 | each & 0x3F);
      } else if (Character.isLowSurrogate(each)) {
        bytes[length++] = '?';
      } else {
        bytes[length++] = (byte) (0xE0 | each >> 12);
        bytes[length++] = (byte) (0x80 | each >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | each & 0x3F);
      }
    }

    @Override
    public void write(String text, int offset, int count) throws IOException {
      for (int i = offset; i < offset + count; i++) {
        write(text.charAt(i));
      }
    }

    @Override
    public void write(char[] text, int offset, int count) throws IOException {
      for (int i = offset; i < offset + count; i++) {
        write(text[i]);
      }
    }

    private void send() throws IOException {
      out.write(bytes, 0, length);
      length = 0;
    }

    @Override
    public void flush() throws IOException {
      send();
      out.flush();
    }

    @Override
    public void close() throws IOException {
      send();
      if (high != 0) {
        out.write('?');
        high = 0;
      }
      out.close();
    }
  }
}
