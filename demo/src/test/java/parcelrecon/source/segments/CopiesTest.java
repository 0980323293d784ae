package parcelrecon.source.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static parcelrecon.source.segments.DeadBroker.LONG;
import static parcelrecon.source.segments.DeadBroker.TRANSACTIONS;
import static parcelrecon.source.segments.EventSettings.NOON;
import static parcelrecon.source.segments.EventSettings.WINDOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.common.compress.Compression;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Gap;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.source.Source;

/** Several brokers' copies of one partition. */
class CopiesTest {

  private static DeadBroker dead;

  @TempDir Path disk;

  @BeforeAll
  static void kill() {
    dead = DeadBroker.get();
  }

  private Path copy(String broker, String topic) {
    dead.copy(topic, disk.resolve(broker));
    return disk.resolve(broker + "/" + topic + "-0");
  }

  private Reading read(String topic) {
    try (Source source = EventSettings.segments(disk, "*/" + topic + "-*")) {
      return Reading.of(source, WINDOW, 500_000);
    }
  }

  @Test
  void copiesThatAgree_areReadAsOne() {
    copy("a", TRANSACTIONS);
    copy("b", TRANSACTIONS);
    copy("c", TRANSACTIONS);
    Reading read = read(TRANSACTIONS);
    assertThat(read.events).isEqualTo(dead.live(TRANSACTIONS).events);
    assertThat(read.lacking()).isEmpty();
  }

  /** Seeded: batches of either copy damaged, none of both; one segment lost of each; one cut. */
  @Test
  void whatOneCopyLacks_isTakenFromTheOther_andIsNoGap() throws IOException {
    List<LogFile> a = LogFile.in(copy("a", LONG));
    List<LogFile> b = LogFile.in(copy("b", LONG));
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int segment = 0; segment < a.size(); segment++) {
      List<LogFile.At> batches = new ArrayList<>(a.get(segment).batches());
      Collections.shuffle(batches, random);
      for (int i = 0; i < 20 && i < batches.size(); i++) {
        LogFile.At batch = batches.get(i);
        (i % 2 == 0 ? a : b)
            .get(segment)
            .flip(
                batch.position() + 17 + random.nextInt(batch.size() - 17), 1 << random.nextInt(8));
      }
    }
    Reading read = read(LONG);
    assertThat(read.events).as("seed %s", seed).isEqualTo(dead.live(LONG).events);
    assertThat(read.lacking()).as("seed %s", seed).isEmpty();
  }

  @Test
  void lostOrCutSegments_areTakenFromTheOther_andAreNoGap() throws IOException {
    List<LogFile> a = LogFile.in(copy("a", LONG));
    List<LogFile> b = LogFile.in(copy("b", LONG));
    Files.delete(a.get(0).path());
    Files.delete(b.get(1).path());
    LogFile last = a.get(a.size() - 1);
    last.cut(last.last().end() - 5);
    Reading read = read(LONG);
    assertThat(read.events).isEqualTo(dead.live(LONG).events);
    assertThat(read.lacking()).isEmpty();
  }

  @Test
  void damageInAllCopies_isToldOfEach() {
    LogFile a = LogFile.in(copy("a", LONG)).get(0);
    LogFile b = LogFile.in(copy("b", LONG)).get(0);
    LogFile.At batch = a.middle();
    a.flip(batch.position() + 70, 1);
    b.flip(batch.position() + 80, 4);
    Reading read = read(LONG);
    assertThat(read.lacking())
        .extracting(Reason::code, reason -> reason.arguments().get(2))
        .containsExactly(
            tuple(Code.SEGMENT_DAMAGED, "a/" + LONG + "-0/" + a.path().getFileName()),
            tuple(Code.SEGMENT_DAMAGED, "b/" + LONG + "-0/" + b.path().getFileName()));
  }

  /** A copy that breaks off may have held more than a shorter, sound one. */
  @Test
  void brokenTail_isNoGap_onlyWhenAnotherCopyGoesOnAsFar() {
    LogFile a = LogFile.in(copy("a", LONG)).get(0);
    List<LogFile> b = LogFile.in(copy("b", LONG));
    for (LogFile segment : LogFile.in(disk.resolve("a/" + LONG + "-0"))) {
      if (!segment.equals(a)) {
        segment.path().toFile().delete();
      }
    }
    List<LogFile.At> batches = a.batches();
    LogFile.At broken = batches.get(batches.size() - 6);
    a.flip(broken.position() + 8, 0x80);
    assertThat(read(LONG).lacking()).isEmpty();

    for (LogFile segment : b.subList(1, b.size())) {
      segment.path().toFile().delete();
    }
    b.get(0).cut(batches.get(batches.size() - 3).position());
    assertThat(read(LONG).lacking())
        .filteredOn(reason -> reason.arguments().get(1).equals("0"))
        .extracting(Reason::code, reason -> reason.arguments().subList(3, 5))
        .containsExactly(
            tuple(Code.SEGMENT_DAMAGED, List.of("" + batches.get(batches.size() - 3).first(), "")));
  }

  @Test
  void recordsThatDiffer_areToldOnce_andThoseOfTheLaterLeaderCount() {
    new WrittenLog(disk.resolve("a/t-0"))
        .epoch(4)
        .batch(NOON, "P0", "P1")
        .batch(NOON.plusSeconds(2), "old2", "old3", "P4")
        .batch(NOON.plusSeconds(9), "only-old");
    new WrittenLog(disk.resolve("b/t-0"))
        .epoch(4)
        .batch(NOON, "P0", "P1")
        .epoch(5)
        .batch(NOON.plusSeconds(2), "new2")
        .batch(NOON.plusSeconds(3), "new3", "P4");
    Reading read = read("t");
    assertThat(read.parcels()).containsExactly("P0", "P1", "new2", "new3", "P4", "only-old");
    assertThat(read.lacking())
        .containsExactly(
            new Reason(
                Code.COPIES_DISAGREE,
                List.of("t", "0", "2", "2"),
                Optional.of(new Gap(NOON.plusSeconds(2 - 3_600), NOON.plusSeconds(3 + 3_600)))));
    assertThat(read.reasons(Code.LEADER_CHANGED)).isNotEmpty();
  }

  @Test
  void recordsThatDifferUnderOneLeader_areThoseOfTheFirstFolder() {
    new WrittenLog(disk.resolve("b/t-0")).batch(NOON, "of b", "same");
    new WrittenLog(disk.resolve("a/t-0")).batch(NOON, "of a", "same");
    Reading read = read("t");
    assertThat(read.parcels()).containsExactly("of a", "same");
    assertThat(read.lacking()).extracting(Reason::code).containsExactly(Code.COPIES_DISAGREE);
  }

  @Test
  void copiesPackedOrCompactedDifferently_doNotDiffer() {
    new WrittenLog(disk.resolve("a/t-0"))
        .batch(NOON, "A", null, "C")
        .batch(NOON.plusSeconds(3), "D");
    new WrittenLog(disk.resolve("b/t-0"))
        .format(2, Compression.gzip().build())
        .batch(NOON, "A", "B", null)
        .batch(NOON.plusSeconds(3), "D");
    Reading read = read("t");
    assertThat(read.parcels()).containsExactly("A", "B", "C", "D");
    assertThat(read.lacking()).containsExactly(Reason.of(Code.COMPACTED, "t"));
  }
}
