package parcelrecon.spill;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.SourceName;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.model.UnlistedParcel.Paid;
import parcelrecon.model.UnlistedParcel.Screen;

/**
 * The parcels of one partition that are on no list, as {@link UnlistedWriter} wrote them.
 *
 * @param parcels how many are in the bytes
 * @param leftOut how many more there were
 */
public record UnlistedBlock(long parcels, long leftOut, byte[] bytes) {

  private static final int TEXT_BYTES_MAX = 1 << 20;

  /**
   * Hands on the parcels, one in memory at a time.
   *
   * @throws IllegalStateException when the bytes are of another version
   */
  public void forEach(Consumer<UnlistedParcel> parcel) {
    if (bytes[0] != UnlistedWriter.VERSION) {
      throw new IllegalStateException(
          "unlisted parcels of version " + bytes[0] + ", expected " + UnlistedWriter.VERSION);
    }
    Inflater inflater = new Inflater(true);
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(
                new InflaterInputStream(
                    new ByteArrayInputStream(bytes, 1, bytes.length - 1), inflater)))) {
      Walk walk = new Walk(in);
      for (long number = 0; number < parcels; number++) {
        parcel.accept(walk.next());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      inflater.end();
    }
  }

  /** From parcel to parcel: each is written as what differs from the one before. */
  private static final class Walk {

    private static final OutboundState[] STATES = OutboundState.values();
    private static final PaymentTerm[] PAYMENTS = PaymentTerm.values();
    private static final Paid[] PAID = Paid.values();
    private static final Screen[] SCREENS = Screen.values();
    private static final SourceName[] SOURCES = SourceName.values();

    private final DataInputStream in;
    private byte[] lastId = {};
    private long lastSecond;

    private Walk(DataInputStream in) {
      this.in = in;
    }

    private UnlistedParcel next() throws IOException {
      String parcelId = id();
      int scope = in.readUnsignedByte();
      int outbound = in.readUnsignedByte();
      Paid paid = PAID[in.readUnsignedByte()];
      Set<SourceName> sources = sources(in.readUnsignedByte());
      Instant from = null;
      Instant to = null;
      if (in.readBoolean()) {
        lastSecond += number();
        from = Instant.ofEpochSecond(lastSecond);
        to = Instant.ofEpochSecond(lastSecond + number());
      }
      return new UnlistedParcel(
          parcelId,
          (scope & 1) == 1,
          constant(STATES, outbound & 0xF),
          constant(PAYMENTS, outbound >>> 4),
          text(),
          from,
          to,
          paid,
          SCREENS[scope >>> 1],
          sources);
    }

    private String id() throws IOException {
      int shared = in.readUnsignedByte();
      int rest = length(number());
      byte[] id = Arrays.copyOf(lastId, shared + rest);
      in.readFully(id, shared, rest);
      lastId = id;
      return new String(id, StandardCharsets.UTF_8);
    }

    private static <E> E constant(E[] constants, int number) {
      return number == 0 ? null : constants[number - 1];
    }

    private static Set<SourceName> sources(int bits) {
      Set<SourceName> sources = EnumSet.noneOf(SourceName.class);
      for (SourceName source : SOURCES) {
        if ((bits & 1 << source.ordinal()) != 0) {
          sources.add(source);
        }
      }
      return sources;
    }

    /** Null when absent. */
    private String text() throws IOException {
      long count = number();
      if (count < 0) {
        return null;
      }
      byte[] utf8 = new byte[length(count)];
      in.readFully(utf8);
      return new String(utf8, StandardCharsets.UTF_8);
    }

    private static int length(long count) {
      if (count < 0 || count > TEXT_BYTES_MAX) {
        throw new IllegalStateException("unlisted parcels are damaged: a text of " + count);
      }
      return (int) count;
    }

    private long number() throws IOException {
      long left = 0;
      for (int shift = 0; shift < Long.SIZE; shift += 7) {
        int next = in.readUnsignedByte();
        left |= (long) (next & 0x7F) << shift;
        if (next < 0x80) {
          return left >>> 1 ^ -(left & 1);
        }
      }
      throw new EOFException("unlisted parcels are damaged: a number without end");
    }
  }
}
