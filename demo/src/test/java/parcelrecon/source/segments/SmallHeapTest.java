package parcelrecon.source.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static parcelrecon.source.segments.EventSettings.NOON;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.kafka.common.compress.Compression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs larger than the memory there is. The properties are for docs/figures.md. */
class SmallHeapTest {

  private static final int BATCH = 200;

  @TempDir Path disk;

  @Test
  void segments_areRead_whenTheyAreLargerThanTheHeap() {
    int records = Integer.getInteger("small-heap.segments-records", 150_000);
    int copies = Integer.getInteger("small-heap.segments-copies", 2);
    String heap = System.getProperty("small-heap.heap", "24m");
    for (int copy = 0; copy < copies; copy++) {
      write(disk.resolve("broker-" + copy + "/t-0"), records);
    }
    assertThat(SegmentsInSmallHeap.read(heap, disk, "*/t-0")).isEqualTo(records + " accepted");
  }

  private static void write(Path folder, int records) {
    WrittenLog log = new WrittenLog(folder).note("x".repeat(200));
    if (Boolean.getBoolean("small-heap.segments-lz4")) {
      log.format(2, Compression.lz4().build());
    }
    for (int first = 0; first < records; first += BATCH) {
      int from = first;
      log.batch(
          NOON.plusMillis(first),
          IntStream.range(0, BATCH).mapToObj(i -> "P" + (from + i)).toArray(String[]::new));
    }
  }
}
