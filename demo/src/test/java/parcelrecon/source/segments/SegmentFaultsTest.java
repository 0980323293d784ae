package parcelrecon.source.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static parcelrecon.source.segments.DeadBroker.EARLY;
import static parcelrecon.source.segments.DeadBroker.LONG;
import static parcelrecon.source.segments.EventSettings.WINDOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Gap;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.Window;
import parcelrecon.source.Source;

/** Log files that were cut, damaged or lost. */
class SegmentFaultsTest {

  private static final int RECORDS = DeadBroker.RECORDS / 2;
  private static final String ZSTD = "parcel-outbound-zstd";

  private static DeadBroker dead;

  @TempDir Path disk;
  private List<LogFile> segments;

  @BeforeAll
  static void kill() {
    dead = DeadBroker.get();
  }

  @BeforeEach
  void copy() {
    DeadBroker.copyFolder(dead.logs().resolve(LONG + "-0"), disk);
    segments = LogFile.in(disk.resolve(LONG + "-0"));
    assertThat(segments).hasSizeGreaterThanOrEqualTo(3);
  }

  private Reading read() {
    return read(LONG);
  }

  private Reading read(String topic) {
    try (Source source = EventSettings.segments(disk, topic + "-*")) {
      return Reading.of(source, WINDOW, 200_000);
    }
  }

  private static List<Long> offsets(long... ranges) {
    LongStream all = LongStream.empty();
    for (int i = 0; i < ranges.length; i += 2) {
      all = LongStream.concat(all, LongStream.range(ranges[i], ranges[i + 1]));
    }
    return all.boxed().toList();
  }

  private static String name(LogFile file) {
    return LONG + "-0/" + file.path().getFileName();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 60})
  void cutTail_isToldWithItsOffset_andAnOpenEndInTime(int bytes) {
    LogFile last = segments.get(segments.size() - 1);
    LogFile.At batch = last.last();
    List<LogFile.At> before = last.batches();
    last.cut(batch.end() - bytes);

    Reading read = read();
    assertThat(read.offsets()).isEqualTo(offsets(0, batch.first()));
    assertThat(read.lacking()).hasSize(1);
    assertThat(read.lacking().get(0).arguments())
        .containsExactly(LONG, "0", name(last), String.valueOf(batch.first()));
    assertThat(read.lacking().get(0).code()).isEqualTo(Code.SEGMENT_CUT);
    Gap gap = read.lacking().get(0).gap().orElseThrow();
    assertThat(gap.to()).isEqualTo(Window.ALL_TO);
    Instant previous = Instant.ofEpochMilli(before.get(before.size() - 2).latestMillis());
    assertThat(gap.from()).isBetween(previous.minusSeconds(3_700), previous.minusSeconds(3_600));
  }

  @Test
  void cutTail_isTold_whenNotEvenTheHeadIsLeft() {
    LogFile last = segments.get(segments.size() - 1);
    last.cut(last.last().position() + 9);
    assertThat(read().lacking()).extracting(Reason::code).containsExactly(Code.SEGMENT_CUT);
  }

  @Test
  void cutBetweenBatches_isTold_whenTheBrokersNoteKnowsMore() throws IOException {
    LogFile last = segments.get(segments.size() - 1);
    LogFile.At batch = last.last();
    last.cut(batch.position());
    assertThat(read().lacking()).isEmpty();

    Files.writeString(
        disk.resolve("replication-offset-checkpoint"),
        "0\n2\n%s 1 99999\n%s 0 %d\n".formatted(LONG, LONG, RECORDS));
    Reading read = read();
    assertThat(read.lacking())
        .extracting(Reason::code, Reason::arguments)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Code.SEGMENTS_MISSING, List.of(LONG, "0", "" + batch.first(), "" + (RECORDS - 1))));
    assertThat(read.lacking().get(0).gap().orElseThrow().to()).isEqualTo(Window.ALL_TO);
  }

  @Test
  void cutInTheMiddle_isAGapUpToTheNextSegment() {
    LogFile first = segments.get(0);
    LogFile.At batch = first.last();
    first.cut(batch.end() - 1);

    Reading read = read();
    assertThat(read.offsets()).isEqualTo(offsets(0, batch.first(), batch.last() + 1, RECORDS));
    assertThat(read.lacking())
        .extracting(Reason::code, Reason::arguments)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Code.SEGMENT_CUT, List.of(LONG, "0", name(first), "" + batch.first())));
    assertThat(read.lacking().get(0).gap().orElseThrow().to())
        .isBefore(WINDOW.to().plusSeconds(1_000));
  }

  @Test
  void damagedBatch_isToldWithItsOffsets_andAllOthersAreRead() {
    LogFile second = segments.get(1);
    LogFile.At batch = second.middle();
    second.flip(batch.position() + 100, 1);

    Reading read = read();
    assertThat(read.offsets()).isEqualTo(offsets(0, batch.first(), batch.last() + 1, RECORDS));
    assertThat(read.lacking())
        .extracting(Reason::code, Reason::arguments)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Code.SEGMENT_DAMAGED,
                List.of(LONG, "0", name(second), "" + batch.first(), "" + batch.last())));
    assertThat(read.rejects).isEmpty();
  }

  @Test
  void damagedLength_losesTheRestOfTheFile_notTheNextSegments() {
    LogFile second = segments.get(1);
    LogFile.At batch = second.middle();
    second.flip(batch.position() + 8, 0x80);

    Reading read = read();
    long next = segments.get(2).batches().get(0).first();
    assertThat(read.offsets()).isEqualTo(offsets(0, batch.first(), next, RECORDS));
    assertThat(read.lacking().get(0).arguments())
        .containsExactly(LONG, "0", name(second), "" + batch.first(), "" + (next - 1));
  }

  /** The checksum does not cover the first offset. */
  @ParameterizedTest
  @ValueSource(ints = {3, 6, 7})
  void damagedOffset_makesNoRecordStandElsewhere(int at) {
    LogFile second = segments.get(1);
    LogFile.At batch = second.middle();
    second.flip(batch.position() + at, 1 << (batch.first() >> 3 & 1));

    Reading read = read();
    assertThat(read.offsets()).isEqualTo(offsets(0, batch.first(), batch.last() + 1, RECORDS));
    assertThat(read.lacking()).extracting(Reason::code).containsExactly(Code.SEGMENT_DAMAGED);
  }

  @Test
  void lostSegment_isToldWithItsOffsets() throws IOException {
    LogFile second = segments.get(1);
    long from = second.batches().get(0).first();
    long to = second.last().last() + 1;
    Files.delete(second.path());

    Reading read = read();
    assertThat(read.offsets()).isEqualTo(offsets(0, from, to, RECORDS));
    assertThat(read.lacking())
        .extracting(Reason::code, Reason::arguments)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Code.SEGMENTS_MISSING, List.of(LONG, "0", "" + from, "" + (to - 1))));
  }

  @Test
  void emptySegment_isAGap_unlessItIsTheLast() {
    LogFile second = segments.get(1);
    long from = second.batches().get(0).first();
    long to = second.last().last() + 1;
    second.cut(0);
    assertThat(read().lacking())
        .extracting(Reason::code, Reason::arguments)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Code.SEGMENTS_MISSING, List.of(LONG, "0", "" + from, "" + (to - 1))));
  }

  @Test
  void firstSegmentGone_isDeletedHistory() throws IOException {
    Files.delete(segments.get(0).path());
    LogFile.At first = segments.get(1).batches().get(0);
    Reading read = read();
    assertThat(read.offsets()).isEqualTo(offsets(first.first(), RECORDS));
    assertThat(read.lacking()).extracting(Reason::code).containsExactly(Code.HISTORY_DELETED);
    assertThat(read.lacking().get(0).arguments().subList(0, 3))
        .containsExactly(LONG, "0", "2022-04-13T03:00:00Z");
  }

  @Test
  void deletedHistory_isNoGap_whenItWasOlderThanWanted() throws IOException {
    DeadBroker.copyFolder(dead.logs().resolve(EARLY + "-0"), disk);
    LogFile only = LogFile.in(disk.resolve(EARLY + "-0")).get(0);
    byte[] all = Files.readAllBytes(only.path());
    LogFile.At second = only.batches().get(1);
    Files.delete(only.path());
    Files.write(
        only.path().resolveSibling("%020d.log".formatted(second.first())),
        java.util.Arrays.copyOfRange(all, second.position(), all.length));
    Reading read = read(EARLY);
    assertThat(read.lacking()).isEmpty();
    assertThat(read.events).isEqualTo(dead.live(EARLY).events);
  }

  @Test
  void damageBeforeTheWantedTime_isNoGap() {
    DeadBroker.copyFolder(dead.logs().resolve(EARLY + "-0"), disk);
    LogFile only = LogFile.in(disk.resolve(EARLY + "-0")).get(0);
    only.flip(only.batches().get(0).position() + 70, 1);
    Reading read = read(EARLY);
    assertThat(read.lacking()).isEmpty();
    assertThat(read.events).isEqualTo(dead.live(EARLY).events);
  }

  @Test
  void zerosAtTheEnd_areRoomKeptFree_butBytesAfterThemAreDamage() {
    LogFile last = segments.get(segments.size() - 1);
    last.append(new byte[700_000]);
    assertThat(read().lacking()).isEmpty();
    assertThat(read().offsets()).isEqualTo(offsets(0, RECORDS));
    last.append(new byte[] {1});
    assertThat(read().lacking())
        .extracting(Reason::code, reason -> reason.arguments().subList(3, 5))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Code.SEGMENT_DAMAGED, List.of("" + RECORDS, "")));
  }

  @Test
  void fileThatIsNoLog_isDamaged() throws IOException {
    for (LogFile segment : segments) {
      Files.delete(segment.path());
    }
    Files.writeString(
        segments.get(0).path(), "This is no log, whatever its name says.\n".repeat(99));
    Reading read = read();
    assertThat(read.events).isEmpty();
    assertThat(read.lacking())
        .containsExactly(
            new Reason(
                Code.SEGMENT_DAMAGED,
                List.of(LONG, "0", name(segments.get(0)), "0", ""),
                Optional.of(new Gap(Window.ALL_FROM, Window.ALL_TO))));
  }

  /** Whatever bit is wrong: no record is made up, and every one that is lost is told. */
  @Test
  void anyFlippedBit_losesNothingSilently_andInventsNothing() throws IOException {
    Path folder = disk.resolve(ZSTD + "-0");
    DeadBroker.copyFolder(dead.logs().resolve(ZSTD + "-0"), disk);
    LogFile log = LogFile.in(folder).get(0);
    byte[] whole = Files.readAllBytes(log.path());
    List<ParcelEvent> all = dead.live(ZSTD).events;
    LogFile.At middle = log.middle();
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 61 * 8 + 300; i++) {
      int at = i < 61 * 8 ? middle.position() + i / 8 : random.nextInt(whole.length);
      log.flip(at, 1 << i % 8);
      Reading read = read(ZSTD);
      assertThat(all.containsAll(read.events))
          .as("seed %s, bit %s of byte %s makes records up", seed, i % 8, at)
          .isTrue();
      for (ParcelEvent event : all) {
        boolean isTold =
            read.lacking().stream()
                .anyMatch(
                    reason ->
                        reason.gap().isEmpty()
                            || !event.timestamp().isBefore(reason.gap().get().from())
                                && event.timestamp().isBefore(reason.gap().get().to()));
        assertThat(isTold || read.events.contains(event))
            .as("seed %s, bit %s of byte %s loses %s", seed, i % 8, at, event.ref())
            .isTrue();
      }
      log.flip(at, 1 << i % 8);
    }
    assertThat(Files.readAllBytes(log.path())).isEqualTo(whole);
  }
}
