package parcelrecon.source.segments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.AbstractLegacyRecordBatch;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.DefaultRecord;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.utils.BufferSupplier;
import org.apache.kafka.common.utils.Utils;

/**
 * A whole batch of a log, as a broker wrote it, its checksum proven. The only class that knows
 * kafka-clients' reading of batches, which is public but not promised to stay.
 *
 * <p>Neither the first offset nor the leader's epoch is covered by the checksum: whoever reads
 * batches in a row must see that their offsets go up.
 */
final class LogBatch {

  /**
   * The most bytes a batch may have, as it is kept and unpacked; a larger one counts as damaged.
   */
  static final int BYTES_MAX = 64 << 20;

  /** What the control record at the end of a transaction says. */
  enum Marker {
    COMMIT,
    ABORT,
    /** Not about a transaction. */
    OTHER
  }

  private final MutableRecordBatch batch;
  private final byte[] bytes;
  private final long first;

  private LogBatch(MutableRecordBatch batch, byte[] bytes) {
    this.batch = batch;
    this.bytes = bytes;
    this.first = batch.baseOffset();
  }

  /**
   * @param bytes as many as the batch's length says
   * @return empty when the checksum is not that of the bytes, or they are no batch at all
   */
  static Optional<LogBatch> of(byte[] bytes) {
    try {
      MutableRecordBatch batch =
          MemoryRecords.readableRecords(ByteBuffer.wrap(bytes)).batchIterator().next();
      return batch.isValid() && isUnpackable(batch)
          ? Optional.of(new LogBatch(batch, bytes)).filter(found -> found.first <= found.last())
          : Optional.empty();
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** A packed batch of an old format must be unpacked to know even its first offset. */
  private static boolean isUnpackable(MutableRecordBatch batch) throws IOException {
    if (batch instanceof AbstractLegacyRecordBatch old && batch.isCompressed()) {
      try (InputStream unpacked =
          Compression.of(batch.compressionType())
              .build()
              .wrapForInput(old.value(), batch.magic(), BufferSupplier.NO_CACHING)) {
        return unpacked.skip(BYTES_MAX + 1L) <= BYTES_MAX;
      }
    }
    return true;
  }

  long first() {
    return first;
  }

  long last() {
    return batch.lastOffset();
  }

  byte[] bytes() {
    return bytes;
  }

  /** In milliseconds; negative where the records carry none. */
  long latestMillis() {
    return batch.maxTimestamp();
  }

  /** As {@link #latestMillis()}; of old formats, which tell one time, the same. */
  long earliestMillis() {
    return batch instanceof DefaultRecordBatch whole
        ? Math.min(whole.baseTimestamp(), latestMillis())
        : latestMillis();
  }

  int leaderEpoch() {
    return batch.partitionLeaderEpoch();
  }

  boolean isControl() {
    return batch.isControlBatch();
  }

  boolean isTransactional() {
    return batch.isTransactional() && !isControl();
  }

  long producer() {
    return batch.producerId();
  }

  /** Whether records were taken out of it later, as compaction does. */
  boolean isThinned() {
    Integer count = batch.countOrNull();
    return count != null && count < last() - first + 1;
  }

  boolean isSameAs(LogBatch other) {
    return first == other.first
        && last() == other.last()
        && bytes.length == other.bytes.length
        && batch.checksum() == other.batch.checksum();
  }

  /** Of a control batch. One that cannot be read decides nothing: its transaction stays open. */
  Marker marker() {
    try {
      ControlRecordType type = ControlRecordType.parse(batch.iterator().next().key());
      return switch (type) {
        case COMMIT -> Marker.COMMIT;
        case ABORT -> Marker.ABORT;
        default -> Marker.OTHER;
      };
    } catch (RuntimeException unknown) {
      return Marker.OTHER;
    }
  }

  /** All its records, control records too; empty when they cannot be unpacked. */
  Optional<List<ConsumerRecord<byte[], byte[]>>> records(String topic, int partition) {
    try {
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      for (Record kept : unpacked()) {
        if (kept.offset() < first || kept.offset() > last()) {
          return Optional.empty();
        }
        records.add(record(kept, topic, partition));
      }
      return Optional.of(records);
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private Iterable<? extends Record> unpacked() throws IOException {
    if (!(batch instanceof DefaultRecordBatch whole)) {
      return batch;
    }
    ByteBuffer unpacked = unpackedBytes(whole);
    Long appendedAt =
        batch.timestampType() == TimestampType.LOG_APPEND_TIME ? batch.maxTimestamp() : null;
    List<Record> records = new ArrayList<>();
    for (int left = whole.countOrNull(); left > 0; left--) {
      records.add(
          DefaultRecord.readFrom(
              unpacked, first, whole.baseTimestamp(), whole.baseSequence(), appendedAt));
    }
    if (unpacked.hasRemaining()) {
      throw new InvalidRecordException("more bytes than records");
    }
    return records;
  }

  /** Unpacked at once, so that no length inside can ask for more memory than there are bytes. */
  private ByteBuffer unpackedBytes(DefaultRecordBatch whole) throws IOException {
    if (!whole.isCompressed()) {
      int overhead = DefaultRecordBatch.RECORD_BATCH_OVERHEAD;
      return ByteBuffer.wrap(bytes, overhead, bytes.length - overhead);
    }
    try (InputStream in = whole.recordInputStream(BufferSupplier.NO_CACHING)) {
      byte[] unpacked = in.readNBytes(BYTES_MAX + 1);
      if (unpacked.length > BYTES_MAX) {
        throw new InvalidRecordException("more than " + BYTES_MAX + " bytes");
      }
      return ByteBuffer.wrap(unpacked);
    }
  }

  private ConsumerRecord<byte[], byte[]> record(Record kept, String topic, int partition) {
    return new ConsumerRecord<>(
        topic,
        partition,
        kept.offset(),
        kept.timestamp(),
        batch.timestampType(),
        kept.keySize(),
        kept.valueSize(),
        Utils.toNullableArray(kept.key()),
        Utils.toNullableArray(kept.value()),
        new RecordHeaders(kept.headers()),
        Optional.of(batch.partitionLeaderEpoch()));
  }
}
