package parcelrecon.source.segments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Gap;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.source.file.FileProblems;
import parcelrecon.source.segments.BatchReader.Found;
import parcelrecon.source.topic.TopicRows;
import parcelrecon.source.topic.WantedTime;

/** Reads an extent, and accounts for each of its offsets: a record, or none. */
final class ExtentReader {

  private final Extent extent;
  private final TopicRows rows;
  private final CRC32C checksum = new CRC32C();
  private final List<Reason> learnt = new ArrayList<>();
  private long records;
  private long unread;

  ExtentReader(Extent extent, TopicRows rows) {
    this.extent = extent;
    this.rows = rows;
  }

  /**
   * @throws parcelrecon.problem.ProblemException UNREACHABLE when the bytes are not those planned
   */
  List<Reason> read(Path file) {
    try {
      if (Files.size(file) < extent.size()) {
        throw FileProblems.changed(extent.file());
      }
      try (BatchReader batches = new BatchReader(file, extent.start(), extent.end())) {
        while (batches.position() < extent.end()) {
          if (batches.next() != Found.BATCH) {
            throw FileProblems.changed(extent.file());
          }
          read(batches.batch());
        }
      }
    } catch (IOException e) {
      throw FileProblems.unreadable(extent.file(), e);
    }
    if (checksum.getValue() != extent.checksum()) {
      throw FileProblems.changed(extent.file());
    }
    tellOffsetsWithoutRecord();
    return learnt;
  }

  private void read(LogBatch batch) {
    checksum.update(batch.bytes());
    boolean isAborted = extent.aborted().stream().anyMatch(range -> range.holds(batch));
    if (batch.isControl() || isAborted) {
      return;
    }
    Optional<List<ConsumerRecord<byte[], byte[]>>> unpacked =
        batch.records(extent.topic(), extent.partition());
    if (unpacked.isEmpty()) {
      tellDamaged(batch);
      return;
    }
    for (ConsumerRecord<byte[], byte[]> kept : unpacked.get()) {
      boolean isTombstone = extent.compacted() && kept.value() == null;
      if (kept.offset() >= extent.from() && kept.offset() < extent.to() && !isTombstone) {
        rows.hand(kept);
        records++;
      }
    }
  }

  /** Its checksum is right, so it was written like this: no copy has it otherwise. */
  private void tellDamaged(LogBatch batch) {
    long first = Math.max(extent.from(), batch.first());
    long last = Math.min(extent.to() - 1, batch.last());
    unread += last - first + 1;
    learnt.add(
        new Reason(
            Code.SEGMENT_DAMAGED,
            List.of(
                extent.topic(),
                String.valueOf(extent.partition()),
                extent.file(),
                String.valueOf(first),
                String.valueOf(last)),
            gap(batch)));
  }

  private static Optional<Gap> gap(LogBatch batch) {
    if (batch.earliestMillis() < 0) {
      return Optional.empty();
    }
    Instant earliest = Instant.ofEpochMilli(batch.earliestMillis());
    Instant latest = Instant.ofEpochMilli(batch.latestMillis());
    return Optional.of(
        new Gap(earliest.minus(WantedTime.CLOCK_MARGIN), latest.plus(WantedTime.CLOCK_MARGIN)));
  }

  private void tellOffsetsWithoutRecord() {
    long without = extent.to() - extent.from() - records - unread;
    if (without > 0) {
      learnt.add(
          Reason.of(Code.OFFSETS_WITHOUT_RECORD, extent.topic(), extent.partition(), without));
    }
  }
}
