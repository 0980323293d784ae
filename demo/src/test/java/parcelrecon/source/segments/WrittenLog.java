package parcelrecon.source.segments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.zip.CRC32C;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MemoryRecordsBuilder;

/**
 * A partition's folder written batch by batch with Kafka's own builder: what a live broker of today
 * does not write on demand.
 */
final class WrittenLog {

  /** In place of a parcel: a record without a value. */
  static final String TOMBSTONE = "";

  private static final int CRC_AT = 17;
  private static final int CRC_FROM = 21;

  private final Path folder;
  private Path segment;
  private long next;
  private byte magic = 2;
  private int epoch;
  private String note = "";
  private Compression compression = Compression.NONE;

  WrittenLog(Path folder) {
    this.folder = folder;
    segment(0);
  }

  WrittenLog segment(long baseOffset) {
    try {
      segment = Files.createDirectories(folder).resolve("%020d.log".formatted(baseOffset));
      next = baseOffset;
      Files.write(segment, new byte[0]);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  WrittenLog format(int magic, Compression compression) {
    this.magic = (byte) magic;
    this.compression = compression;
    return this;
  }

  WrittenLog epoch(int epoch) {
    this.epoch = epoch;
    return this;
  }

  /** What every record holds besides. */
  WrittenLog note(String note) {
    this.note = note;
    return this;
  }

  /** Goes on at a later offset, as after compaction. */
  WrittenLog skipTo(long offset) {
    next = offset;
    return this;
  }

  /** A batch of records, a second apart; a null leaves an offset out. */
  WrittenLog batch(Instant at, String... parcels) {
    MemoryRecordsBuilder builder =
        MemoryRecords.builder(
            ByteBuffer.allocate(1 << 16),
            magic,
            compression,
            TimestampType.CREATE_TIME,
            next,
            0,
            -1,
            (short) -1,
            -1,
            false,
            epoch);
    for (int i = 0; i < parcels.length; i++) {
      if (parcels[i] != null) {
        builder.appendWithOffset(
            next + i,
            magic == 0 ? -1 : at.plusSeconds(i).toEpochMilli(),
            null,
            parcels[i].equals(TOMBSTONE)
                ? null
                : ("{\"parcel_id\":\"" + parcels[i] + "\",\"note\":\"" + note + "\"}")
                    .getBytes(StandardCharsets.UTF_8));
      }
    }
    next += parcels.length;
    append(builder.build().buffer());
    return this;
  }

  /** Any bytes as a batch's packed records, with a checksum that is right. */
  WrittenLog packed(Instant at, byte[] packed, int codec, int records) {
    ByteBuffer batch = ByteBuffer.allocate(61 + packed.length);
    batch.putLong(next).putInt(49 + packed.length).putInt(epoch).put((byte) 2).putInt(0);
    batch.putShort((short) codec).putInt(records - 1);
    batch.putLong(at.toEpochMilli()).putLong(at.toEpochMilli());
    batch.putLong(-1).putShort((short) -1).putInt(-1).putInt(records).put(packed);
    CRC32C checksum = new CRC32C();
    checksum.update(batch.array(), CRC_FROM, batch.capacity() - CRC_FROM);
    batch.putInt(CRC_AT, (int) checksum.getValue());
    next += records;
    append(batch.rewind());
    return this;
  }

  private void append(ByteBuffer bytes) {
    try {
      byte[] all = new byte[bytes.remaining()];
      bytes.get(all);
      Files.write(segment, all, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
