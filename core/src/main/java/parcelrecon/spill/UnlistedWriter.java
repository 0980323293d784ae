package parcelrecon.spill;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import parcelrecon.model.SourceName;
import parcelrecon.model.UnlistedParcel;

/**
 * Writes the parcels of one partition that are on no list into one compact block, some ten bytes
 * each. Memory: the block as it grows.
 *
 * <p>The block is deflated. Of each parcel: how many bytes its id shares with the one before, the
 * rest of it, scope and screen, outbound, money and sources as numbers, the times as differences,
 * the store. The numbers of the constants are part of the format: {@link #VERSION} changes with
 * them.
 */
public final class UnlistedWriter {

  /** The most bytes of one block; parcels beyond are counted only. */
  public static final int BYTES_MAX = 8 << 20;

  static final int VERSION = 1;

  private static final int BUFFER_BYTES = 8 << 10;

  private final int bytesMax;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private final DataOutputStream out;
  private byte[] lastId = {};
  private long lastSecond;
  private long parcels;
  private long leftOut;

  public UnlistedWriter() {
    this(BYTES_MAX);
  }

  UnlistedWriter(int bytesMax) {
    this.bytesMax = bytesMax;
    bytes.write(VERSION);
    out =
        new DataOutputStream(
            new BufferedOutputStream(
                new DeflaterOutputStream(bytes, deflater, BUFFER_BYTES), BUFFER_BYTES));
  }

  /**
   * Best in the order of the ids; any order is right.
   *
   * @throws IllegalStateException after {@link #finish}
   */
  public void add(UnlistedParcel parcel) {
    if (bytes.size() >= bytesMax) {
      leftOut++;
      return;
    }
    try {
      write(parcel);
      parcels++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts parcels that cannot be added. */
  public void leaveOut(long more) {
    leftOut += more;
  }

  /** Ends the block. */
  public UnlistedBlock finish() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return new UnlistedBlock(parcels, leftOut, bytes.toByteArray());
  }

  private void write(UnlistedParcel parcel) throws IOException {
    writeId(parcel.parcelId().getBytes(StandardCharsets.UTF_8));
    out.writeByte((parcel.inScope() ? 1 : 0) | parcel.screen().ordinal() << 1);
    out.writeByte(number(parcel.state()) | number(parcel.payment()) << 4);
    out.writeByte(parcel.paid().ordinal());
    out.writeByte(sources(parcel));
    out.writeBoolean(parcel.from() != null);
    if (parcel.from() != null) {
      long from = parcel.from().getEpochSecond();
      writeNumber(from - lastSecond);
      writeNumber(parcel.to().getEpochSecond() - from);
      lastSecond = from;
    }
    writeText(parcel.storeId());
  }

  private void writeId(byte[] id) throws IOException {
    int shared = 0;
    int sharedMax = Math.min(Math.min(id.length, lastId.length), 255);
    while (shared < sharedMax && id[shared] == lastId[shared]) {
      shared++;
    }
    out.writeByte(shared);
    writeNumber(id.length - shared);
    out.write(id, shared, id.length - shared);
    lastId = id;
  }

  /** 0 for null. */
  private static int number(Enum<?> constant) {
    return constant == null ? 0 : constant.ordinal() + 1;
  }

  private static int sources(UnlistedParcel parcel) {
    int bits = 0;
    for (SourceName source : parcel.sources()) {
      bits |= 1 << source.ordinal();
    }
    return bits;
  }

  private void writeText(String text) throws IOException {
    if (text == null) {
      writeNumber(-1);
      return;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    writeNumber(utf8.length);
    out.write(utf8);
  }

  /** Seven bits a byte, the least first; negative ones interleaved. */
  private void writeNumber(long number) throws IOException {
    long left = number << 1 ^ number >> 63;
    while ((left & ~0x7FL) != 0) {
      out.writeByte((int) (left & 0x7F | 0x80));
      left >>>= 7;
    }
    out.writeByte((int) left);
  }
}
