package parcelrecon.report.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for texts: equal texts give equal names. */
public final class Digest {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Digest() {}

  /**
   * @param characters at most 64
   */
  public static String of(int characters, String... parts) {
    byte[] text = String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HEX.formatHex(digest).substring(0, characters);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
