package parcelrecon.source.segments;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Batches of several copies that show the same offsets and are not the same. Every offset is taken
 * from a copy that has a record there. Where the records differ, that of the latest leader counts,
 * as it would for the brokers; of one leader's, that of the first folder by name. Memory: what the
 * batches unpack to.
 */
final class DifferingBatches {

  private final PartitionLog log;
  private final List<CopyScan> copies;
  private final long from;
  private final long to;
  private final SortedMap<Long, Map<CopyScan, Content>> contents = new TreeMap<>();

  /**
   * @param parts all that a record holds
   */
  private record Content(List<Object> parts, long millis) {}

  DifferingBatches(PartitionLog log, List<CopyScan> copies, long from, long to) {
    this.log = log;
    this.copies = copies;
    this.from = from;
    this.to = to;
    copies.forEach(this::collect);
  }

  private void collect(CopyScan copy) {
    for (ConsumerRecord<byte[], byte[]> kept :
        copy.batch().records(log.topic(), log.partition()).orElse(List.of())) {
      if (kept.offset() >= from && kept.offset() < to) {
        contents
            .computeIfAbsent(kept.offset(), offset -> new HashMap<>())
            .put(copy, content(copy.batch(), kept));
      }
    }
  }

  private static Content content(LogBatch batch, ConsumerRecord<byte[], byte[]> kept) {
    List<Object> parts = new ArrayList<>();
    parts.add(batch.isControl());
    parts.add(batch.isTransactional() ? batch.producer() : -1);
    parts.add(kept.timestamp());
    parts.add(bytes(kept.key()));
    parts.add(bytes(kept.value()));
    kept.headers()
        .forEach(
            header -> {
              parts.add(header.key());
              parts.add(bytes(header.value()));
            });
    return new Content(parts, kept.timestamp());
  }

  private static ByteBuffer bytes(byte[] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }

  /** What is to be taken, without a gap, and then what differs. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    CopyScan taken = copies.get(0);
    long runFrom = from;
    boolean isFirst = true;
    for (Map.Entry<Long, Map<CopyScan, Content>> at : contents.entrySet()) {
      CopyScan chosen = chosen(at.getValue(), taken);
      if (chosen != taken && !isFirst) {
        steps.add(take(taken, runFrom, at.getKey()));
        runFrom = at.getKey();
      }
      taken = chosen;
      isFirst = false;
    }
    steps.add(take(taken, runFrom, to));
    tellDiffering(steps);
    return steps;
  }

  private static Step take(CopyScan copy, long from, long to) {
    return new Step.Take(copy.segment(), copy.position(), copy.batch(), from, to);
  }

  private CopyScan chosen(Map<CopyScan, Content> there, CopyScan before) {
    if (isAlike(there) && there.containsKey(before)) {
      return before;
    }
    CopyScan chosen = null;
    for (CopyScan copy : copies) {
      boolean isLater = chosen == null || copy.batch().leaderEpoch() > chosen.batch().leaderEpoch();
      if (there.containsKey(copy) && isLater) {
        chosen = copy;
      }
    }
    return chosen;
  }

  private static boolean isAlike(Map<CopyScan, Content> there) {
    return there.values().stream().distinct().count() <= 1;
  }

  private void tellDiffering(List<Step> steps) {
    List<Long> offsets =
        contents.entrySet().stream()
            .filter(at -> !isAlike(at.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (!offsets.isEmpty()) {
      long[] millis =
          offsets.stream()
              .flatMap(offset -> contents.get(offset).values().stream())
              .mapToLong(Content::millis)
              .sorted()
              .toArray();
      steps.add(
          new Step.Differing(offsets.get(0), offsets.size(), millis[0], millis[millis.length - 1]));
    }
  }
}
