package parcelrecon.report.listed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/** The text of a list: UTF-8, or UTF-16 with the mark that spreadsheets write. */
final class ListText {

  static final int BYTES_MAX = 16 << 20;

  private ListText() {}

  /**
   * @param where what the list is called in messages
   * @throws ProblemException USAGE when it is no text, or too long
   */
  static String read(InputStream in, String where) throws IOException {
    byte[] bytes = in.readNBytes(BYTES_MAX + 1);
    if (bytes.length > BYTES_MAX) {
      throw bad(where, "has more than " + BYTES_MAX + " bytes", "Give it in parts");
    }
    if (startsWith(bytes, 'P', 'K', 3, 4)) {
      throw bad(where, "is a workbook, expected a text", "Save its sheet as CSV (UTF-8)");
    }
    try {
      return decode(bytes);
    } catch (CharacterCodingException e) {
      throw bad(where, "is not a text in UTF-8", "Save it as CSV (UTF-8)");
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decode(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decode(bytes, 2, StandardCharsets.UTF_16BE);
    }
    return decode(bytes, startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0, StandardCharsets.UTF_8);
  }

  private static String decode(byte[] bytes, int from, Charset charset)
      throws CharacterCodingException {
    String text =
        charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from)).toString();
    if (text.indexOf('\0') >= 0) {
      throw new CharacterCodingException();
    }
    return text;
  }

  private static boolean startsWith(byte[] bytes, int... head) {
    if (bytes.length < head.length) {
      return false;
    }
    for (int i = 0; i < head.length; i++) {
      if (bytes[i] != (byte) head[i]) {
        return false;
      }
    }
    return true;
  }

  static ProblemException bad(String where, String what, String remedy) {
    return new ProblemException(
        ExitCode.USAGE, new Problem(where, what, "Nothing was looked up", remedy));
  }
}
