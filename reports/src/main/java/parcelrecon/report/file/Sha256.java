package parcelrecon.report.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hex. */
public final class Sha256 {

  private Sha256() {}

  public static String of(Path file) throws IOException {
    MessageDigest digest = digest();
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  public static String of(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes bytes that are hashed and kept nowhere. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  public static String of(Content content) throws IOException {
    MessageDigest digest = digest();
    try (OutputStream out =
        new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
      content.write(out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Hands on bytes that are hashed as they are read.
   *
   * @return the hash of what was read
   */
  public static String ofRead(InputStream bytes, Reader reader) throws IOException {
    MessageDigest digest = digest();
    reader.read(new DigestInputStream(bytes, digest));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Reads bytes to their end. */
  @FunctionalInterface
  public interface Reader {
    void read(InputStream bytes) throws IOException;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
