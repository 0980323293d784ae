package parcelrecon.source.segments;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import parcelrecon.source.Split;

/**
 * A split: batches that stand side by side in one segment file, and which of their records count.
 *
 * @param file relative to the configuration's folder
 * @param size of the file when it was planned
 * @param start the first batch's first byte
 * @param end exclusive
 * @param from the first offset that counts
 * @param to exclusive
 * @param checksum CRC-32C of the bytes
 * @param compacted whether the topic keeps only the latest record of a key
 * @param aborted transactions taken back that touch it
 */
record Extent(
    String topic,
    int partition,
    String file,
    long size,
    long start,
    long end,
    long from,
    long to,
    long checksum,
    boolean compacted,
    List<AbortedRange> aborted) {

  /** As of a live topic. */
  private static final long BYTES_PER_OFFSET = 200;

  Extent {
    aborted = List.copyOf(aborted);
  }

  /** A guess of what its records take, packed or not. */
  long plannedBytes() {
    return Math.max(end - start, (to - from) * BYTES_PER_OFFSET);
  }

  /** The part of it in {@code [newFrom, newTo)}; no records when {@code from >= to}. */
  Extent within(long newFrom, long newTo) {
    return new Extent(
        topic,
        partition,
        file,
        size,
        start,
        end,
        Math.max(from, newFrom),
        Math.min(to, newTo),
        checksum,
        compacted,
        aborted);
  }

  Extent with(List<AbortedRange> ranges) {
    return new Extent(
        topic, partition, file, size, start, end, from, to, checksum, compacted, ranges);
  }

  Extent ofCompacted() {
    return new Extent(topic, partition, file, size, start, end, from, to, checksum, true, aborted);
  }

  SortedMap<String, String> asSplit() {
    SortedMap<String, String> at = new TreeMap<>();
    at.put("topic", topic);
    at.put("partition", String.valueOf(partition));
    at.put("file", file);
    at.put("size", String.valueOf(size));
    at.put("start", String.valueOf(start));
    at.put("end", String.valueOf(end));
    at.put("from", String.valueOf(from));
    at.put("to", String.valueOf(to));
    at.put("checksum", Long.toHexString(checksum));
    at.put("compacted", String.valueOf(compacted));
    at.put("aborted", AbortedRange.text(aborted));
    return at;
  }

  static Extent of(Split split) {
    SortedMap<String, String> at = split.at();
    return new Extent(
        at.get("topic"),
        Integer.parseInt(at.get("partition")),
        at.get("file"),
        Long.parseLong(at.get("size")),
        Long.parseLong(at.get("start")),
        Long.parseLong(at.get("end")),
        Long.parseLong(at.get("from")),
        Long.parseLong(at.get("to")),
        Long.parseLong(at.get("checksum"), 16),
        Boolean.parseBoolean(at.get("compacted")),
        AbortedRange.ofText(at.get("aborted")));
  }
}
