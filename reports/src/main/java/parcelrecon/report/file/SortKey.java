package parcelrecon.report.file;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * What a row is sorted by, told field by field, as bytes whose unsigned order is the order of the
 * fields: numbers and times by value, texts by their UTF-8 bytes.
 */
public final class SortKey implements Comparable<SortKey> {

  /** Ends a text. A U+0000 or U+0001 within is written as two bytes, the first of them a 1. */
  private static final int END = 0;

  private static final int ESCAPE = 1;

  /** ISO 4217 has no currency with more. */
  private static final int DECIMALS_MAX = 4;

  private static final int AMOUNT_BYTES = 12;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);

  public SortKey by(long number) {
    long unsigned = number ^ Long.MIN_VALUE;
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes.write((int) (unsigned >>> shift));
    }
    return this;
  }

  public SortKey by(Instant instant) {
    return by(instant.getEpochSecond()).by(instant.getNano());
  }

  public SortKey by(String text) {
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      if (each == END || each == ESCAPE) {
        bytes.write(ESCAPE);
        bytes.write(each + 1);
      } else {
        bytes.write(each);
      }
    }
    bytes.write(END);
    return this;
  }

  /**
   * The greatest first.
   *
   * @param major an amount in major units
   */
  public SortKey byDescending(BigDecimal major) {
    BigInteger ascending = major.setScale(DECIMALS_MAX).unscaledValue().negate();
    byte[] shortest = ascending.toByteArray();
    byte[] whole = new byte[AMOUNT_BYTES];
    Arrays.fill(whole, ascending.signum() < 0 ? (byte) -1 : 0);
    System.arraycopy(shortest, 0, whole, AMOUNT_BYTES - shortest.length, shortest.length);
    whole[0] ^= Byte.MIN_VALUE;
    bytes.writeBytes(whole);
    return this;
  }

  @Override
  public int compareTo(SortKey other) {
    return Arrays.compareUnsigned(toBytes(), other.toBytes());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SortKey key && compareTo(key) == 0;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toBytes());
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
