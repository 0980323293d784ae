package parcelrecon.source.segments;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Puts a partition's batches together to splits, as they are taken. */
final class Extents {

  /** The most offsets of one split. */
  static final long OFFSETS_MAX = 200_000;

  /** The most batches of transactions in one split, so that it can name those taken back. */
  private static final int TRANSACTIONAL_BATCHES_MAX = 5_000;

  private final PartitionLog log;
  private final long splitBytes;
  private final List<Extent> done = new ArrayList<>();
  private InHand inHand;

  Extents(PartitionLog log, long splitBytes) {
    this.log = log;
    this.splitBytes = splitBytes;
  }

  void add(Step.Take take) {
    if (inHand != null && inHand.takes(take)) {
      inHand.add(take);
      return;
    }
    finish();
    inHand = new InHand(take);
  }

  private void finish() {
    if (inHand != null) {
      done.add(inHand.extent());
      inHand = null;
    }
  }

  /**
   * What of them has offsets {@code [from, to)}, with the transactions taken back that touch each.
   */
  List<Extent> within(long from, long to, List<AbortedRange> aborted) {
    finish();
    List<List<AbortedRange>> touching = new ArrayList<>();
    done.forEach(extent -> touching.add(new ArrayList<>()));
    for (AbortedRange range : aborted) {
      for (int i = firstEndingAfter(range.first());
          i < done.size() && done.get(i).from() <= range.last();
          i++) {
        touching.get(i).add(range);
      }
    }
    List<Extent> extents = new ArrayList<>();
    for (int i = 0; i < done.size(); i++) {
      Extent extent = done.get(i).within(from, to).with(touching.get(i));
      if (extent.from() < extent.to()) {
        extents.add(extent);
      }
    }
    return extents;
  }

  /** Extents are in the order of their offsets. */
  private int firstEndingAfter(long offset) {
    int low = 0;
    int high = done.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (done.get(middle).to() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** An extent that may still grow. */
  private final class InHand {
    private final Segment segment;
    private final long start;
    private final long from;
    private final CRC32C checksum = new CRC32C();
    private long lastPosition;
    private long end;
    private long to;
    private int transactionalBatches;

    InHand(Step.Take take) {
      this.segment = take.segment();
      this.start = take.position();
      this.from = take.from();
      append(take);
    }

    boolean takes(Step.Take take) {
      if (!take.segment().equals(segment) || take.to() - from > OFFSETS_MAX) {
        return false;
      }
      boolean isSameBatch = take.position() == lastPosition;
      boolean isNextBatch =
          take.position() == end
              && end - start < splitBytes
              && transactionalBatches < TRANSACTIONAL_BATCHES_MAX;
      return isSameBatch || isNextBatch;
    }

    void add(Step.Take take) {
      if (take.position() == lastPosition) {
        to = take.to();
      } else {
        append(take);
      }
    }

    private void append(Step.Take take) {
      lastPosition = take.position();
      end = take.position() + take.batch().bytes().length;
      to = take.to();
      checksum.update(take.batch().bytes());
      transactionalBatches += take.batch().isTransactional() ? 1 : 0;
    }

    Extent extent() {
      return new Extent(
          log.topic(),
          log.partition(),
          segment.file().name(),
          segment.size(),
          start,
          end,
          from,
          to,
          checksum.getValue(),
          false,
          List.of());
    }
  }
}
