package parcelrecon.source.segments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A transaction that was taken back: what the producer wrote in it with offsets {@code [first,
 * last]} is no record.
 */
record AbortedRange(long producer, long first, long last) {

  boolean holds(LogBatch batch) {
    return batch.isTransactional()
        && batch.producer() == producer
        && batch.first() >= first
        && batch.first() <= last;
  }

  static String text(List<AbortedRange> ranges) {
    return ranges.stream()
        .map(range -> range.producer + ":" + range.first + ":" + range.last)
        .collect(Collectors.joining(" "));
  }

  static List<AbortedRange> ofText(String text) {
    return Arrays.stream(text.split(" "))
        .filter(range -> !range.isEmpty())
        .map(range -> range.split(":"))
        .map(
            parts ->
                new AbortedRange(
                    Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])))
        .toList();
  }
}
