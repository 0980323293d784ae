package parcelrecon.spill;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Bytes being written: a buffer that grows, big-endian, with a mark for what is absent. */
final class RecordBytes {

  /** The seconds of an absent instant, which no clock shows. */
  static final long NO_TIME = Long.MIN_VALUE;

  /** The length of an absent text. */
  static final int NO_TEXT = -1;

  private byte[] bytes;
  private int length;

  RecordBytes(int capacityBytes) {
    bytes = new byte[capacityBytes];
  }

  int length() {
    return length;
  }

  byte[] array() {
    return bytes;
  }

  byte[] copy() {
    return Arrays.copyOf(bytes, length);
  }

  void clear() {
    length = 0;
  }

  void putByte(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
  }

  void putInt(int value) {
    reserve(4);
    putIntAt(length, value);
    length += 4;
  }

  void putIntAt(int at, int value) {
    bytes[at] = (byte) (value >>> 24);
    bytes[at + 1] = (byte) (value >>> 16);
    bytes[at + 2] = (byte) (value >>> 8);
    bytes[at + 3] = (byte) value;
  }

  void putLong(long value) {
    putInt((int) (value >>> 32));
    putInt((int) value);
  }

  void putTime(Instant time) {
    putLong(time == null ? NO_TIME : time.getEpochSecond());
    putInt(time == null ? 0 : time.getNano());
  }

  void putOptionalLong(Long value) {
    putByte(value == null ? 0 : 1);
    putLong(value == null ? 0 : value);
  }

  void putText(String text) {
    if (text == null) {
      putInt(NO_TEXT);
      return;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    putInt(utf8.length);
    putBytes(utf8, 0, utf8.length);
  }

  void putBytes(byte[] source, int offset, int count) {
    reserve(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
  }

  private void reserve(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, count)));
    }
  }
}
