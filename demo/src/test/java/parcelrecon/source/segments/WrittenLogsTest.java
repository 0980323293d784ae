package parcelrecon.source.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static parcelrecon.source.segments.EventSettings.NOON;
import static parcelrecon.source.segments.EventSettings.WINDOW;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.common.compress.Compression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Gap;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.ParcelEvent.TimestampType;
import parcelrecon.model.Window;
import parcelrecon.source.Source;

/** Logs of old formats, compacted ones, and batches that nobody should write. */
class WrittenLogsTest {

  @TempDir Path disk;

  private WrittenLog log() {
    return new WrittenLog(disk.resolve("t-0"));
  }

  private Reading read() {
    try (Source source = EventSettings.segments(disk, "t-0")) {
      return Reading.of(source, WINDOW, 1 << 20);
    }
  }

  @Test
  void oldFormats_areRead_packedOrNot() {
    log()
        .format(0, Compression.NONE)
        .batch(NOON, "A")
        .format(0, Compression.gzip().build())
        .batch(NOON, "B", "C")
        .format(1, Compression.NONE)
        .batch(NOON, "D")
        .format(1, Compression.snappy().build())
        .batch(NOON, "E", "F")
        .format(1, Compression.lz4().build())
        .batch(NOON, "G")
        .format(2, Compression.NONE)
        .batch(NOON, "H");
    Reading read = read();
    assertThat(read.parcels()).containsExactly("A", "B", "C", "D", "E", "F", "G", "H");
    assertThat(read.offsets()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(read.events)
        .extracting(event -> event.timestampType())
        .containsSequence(TimestampType.NONE, TimestampType.CREATE_TIME);
    assertThat(read.lacking()).isEmpty();
  }

  @Test
  void damageBesideRecordsWithoutTimes_isAGapOfAnyTime() {
    log().format(0, Compression.NONE).batch(NOON, "A").batch(NOON, "B").batch(NOON, "C");
    LogFile file = LogFile.in(disk.resolve("t-0")).get(0);
    file.flip(file.middle().position() + 30, 1);
    Reading read = read();
    assertThat(read.parcels()).containsExactly("A", "C");
    assertThat(read.lacking()).extracting(Reason::gap).containsExactly(Optional.empty());
  }

  @Test
  void compactedLog_isTold_andItsRecordsAreRead() {
    log().batch(NOON, "A", null, "C").skipTo(10).batch(NOON, "K").skipTo(20).batch(NOON, "U", "V");
    Reading read = read();
    assertThat(read.offsets()).containsExactly(0L, 2L, 10L, 20L, 21L);
    assertThat(read.lacking()).containsExactly(Reason.of(Code.COMPACTED, "t"));
  }

  /** As of a live topic, whose settings say that it is compacted. */
  @Test
  void tombstones_areRejected_onlyWhereNothingWasCompacted() {
    log().batch(NOON, "A", WrittenLog.TOMBSTONE, "C");
    assertThat(read().rejects).hasSize(1);
    log().batch(NOON, "A", WrittenLog.TOMBSTONE, null, "D");
    Reading read = read();
    assertThat(read.rejects).isEmpty();
    assertThat(read.learnt).containsExactly(Reason.of(Code.OFFSETS_WITHOUT_RECORD, "t", 0, 2));
  }

  @Test
  void offsetLeftOutBeforeTheVeryLastBatch_isNotBelieved_whenNothingElseIsLeftOut() {
    log().batch(NOON, "A").skipTo(10).batch(NOON, "K");
    Reading read = read();
    assertThat(read.parcels()).containsExactly("A");
    assertThat(read.lacking()).extracting(Reason::code).containsExactly(Code.SEGMENT_DAMAGED);
  }

  @Test
  void fastClockBeforeTheCut_doesNotMoveTheGap() {
    log()
        .batch(NOON, "A")
        .batch(NOON.plusSeconds(86_400), "fast")
        .batch(NOON.plusSeconds(1), "cut");
    LogFile file = LogFile.in(disk.resolve("t-0")).get(0);
    file.cut(file.last().end() - 1);
    assertThat(read().lacking())
        .extracting(Reason::code, Reason::gap)
        .containsExactly(
            tuple(Code.SEGMENT_CUT, Optional.of(new Gap(NOON.minusSeconds(3_600), Window.ALL_TO))));
  }

  @Test
  void batchThatUnpacksToMoreThanAllowed_isDamaged_andTheRestIsRead() throws IOException {
    log()
        .batch(NOON, "A")
        .format(2, Compression.gzip().build())
        .note("x".repeat(LogBatch.BYTES_MAX))
        .batch(NOON, "too large", "of", "three")
        .note("")
        .packed(NOON, gzip(new byte[] {(byte) 0xFE, (byte) 0xFF, -1, -1, 0x0F, 0}), 1, 1)
        .packed(NOON, "no gzip at all".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 1, 2)
        .packed(NOON, new byte[0], 7, 1)
        .batch(NOON, "B");
    Reading read = read();
    assertThat(read.parcels()).containsExactly("A", "B");
    assertThat(read.learnt)
        .extracting(Reason::code, reason -> reason.arguments().subList(3, 5))
        .containsExactly(
            tuple(Code.SEGMENT_DAMAGED, List.of("1", "3")),
            tuple(Code.SEGMENT_DAMAGED, List.of("4", "4")),
            tuple(Code.SEGMENT_DAMAGED, List.of("5", "6")),
            tuple(Code.SEGMENT_DAMAGED, List.of("7", "7")));
    assertThat(read.learnt.get(0).gap())
        .contains(new Gap(NOON.minusSeconds(3_600), NOON.plusSeconds(2 + 3_600)));
  }

  @Test
  void placesTold_areLimited_andNothingIsLeftOut() {
    WrittenLog log = log();
    for (int i = 0; i < 2 * Holes.TOLD_MAX + 50; i++) {
      log.batch(NOON, "P" + i);
    }
    LogFile file = LogFile.in(disk.resolve("t-0")).get(0);
    List<LogFile.At> batches = file.batches();
    for (int i = 1; i < batches.size() - 1; i += 2) {
      file.flip(batches.get(i).position() + 61, 1);
    }
    Reading read = read();
    assertThat(read.events).hasSize(Holes.TOLD_MAX + 26);
    List<Reason> told = read.reasons(Code.SEGMENT_DAMAGED);
    assertThat(told.get(0).arguments().subList(3, 5)).containsExactly("1", "1");
    assertThat(read.lacking()).hasSizeLessThan(Holes.TOLD_MAX + 3);
    assertThat(read.lacking().get(read.lacking().size() - 1).arguments())
        .endsWith(String.valueOf(2 * Holes.TOLD_MAX + 47));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
