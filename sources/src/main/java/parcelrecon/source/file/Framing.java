package parcelrecon.source.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * How the bytes of a source's files are cut into records.
 *
 * @param charset the files'
 * @param splittable whether records can be found on the bytes themselves; files of other charsets
 *     (UTF-16, say) are turned into UTF-8 first, and are one split each
 */
public record Framing(Charset charset, boolean splittable, Supplier<RecordScanner> scanners) {

  private static final Pattern SINGLE_BYTES =
      Pattern.compile("US-ASCII|ISO-8859-\\d+|windows-125\\d", Pattern.CASE_INSENSITIVE);

  /** Their second bytes begin at 0x30, and at 0x40 with the exception of GB18030's digits. */
  private static final Pattern DOUBLE_BYTES =
      Pattern.compile(
          "GBK|GB2312|GB18030|Big5.*|x-windows-950|x-MS950.*|EUC-.*|Shift_JIS|windows-31j",
          Pattern.CASE_INSENSITIVE);

  private static final char SECOND_BYTES_FROM = '0';

  /** JSON lines: always UTF-8. */
  public static Framing lines() {
    return new Framing(StandardCharsets.UTF_8, true, LineScanner::new);
  }

  /**
   * CSV.
   *
   * @throws IllegalArgumentException when the delimiter is not of ASCII, a quote or a line break
   */
  public static Framing quoted(Charset charset, char delimiter) {
    if (delimiter >= 0x80 || "\"\r\n".indexOf(delimiter) >= 0) {
      throw new IllegalArgumentException("delimiter " + (int) delimiter);
    }
    boolean splittable =
        charset.equals(StandardCharsets.UTF_8)
            || SINGLE_BYTES.matcher(charset.name()).matches()
            || DOUBLE_BYTES.matcher(charset.name()).matches() && delimiter < SECOND_BYTES_FROM;
    return new Framing(charset, splittable, () -> new QuotedScanner((byte) delimiter));
  }

  /** The charset of the records' bytes, once they are read. */
  public Charset recordCharset() {
    return splittable ? charset : StandardCharsets.UTF_8;
  }
}
