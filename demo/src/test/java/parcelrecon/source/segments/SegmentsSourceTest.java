package parcelrecon.source.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static parcelrecon.source.segments.DeadBroker.LONG;
import static parcelrecon.source.segments.DeadBroker.ODD;
import static parcelrecon.source.segments.DeadBroker.OPEN;
import static parcelrecon.source.segments.DeadBroker.TRANSACTIONS;
import static parcelrecon.source.segments.EventSettings.NOON;
import static parcelrecon.source.segments.EventSettings.WINDOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Gap;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.Window;
import parcelrecon.source.Source;

/** What a broker that was killed left on its disk, held against what it said while it lived. */
class SegmentsSourceTest {

  private static DeadBroker dead;

  @BeforeAll
  static void kill() {
    dead = DeadBroker.get();
  }

  private static Reading read(String topic) {
    return read(topic, WINDOW, 1 << 20);
  }

  private static Reading read(String topic, Window window, long splitBytes) {
    try (Source source = EventSettings.segments(dead.logs(), topic + "-?")) {
      return Reading.of(source, window, splitBytes);
    }
  }

  @Test
  void records_areThoseOfTheLiveReader_ofEveryTopic() {
    for (String topic : dead.topics()) {
      Reading live = dead.live(topic);
      Reading read = read(topic);
      assertThat(read.events).as(topic).isNotEmpty().isEqualTo(live.events);
      assertThat(read.rejects).as(topic).isEqualTo(live.rejects);
    }
  }

  @Test
  void codecs_areAllThere() throws IOException {
    for (String codec : DeadBroker.CODECS) {
      Path log = dead.logs().resolve("parcel-outbound-" + codec + "-0/00000000000000000000.log");
      int attributes = Files.readAllBytes(log)[22] & 7;
      assertThat(attributes).as(codec).isEqualTo(DeadBroker.CODECS.indexOf(codec));
      assertThat(read("parcel-outbound-" + codec).events).hasSize(500);
    }
  }

  @Test
  void reasons_tellWhatWasRead_andThatGroupsAreNotSeen() {
    Reading read = read(LONG);
    assertThat(read.plan.reasons())
        .containsExactly(
            Reason.of(Code.READ_TO_FROZEN_ENDS, LONG, 2, DeadBroker.RECORDS),
            Reason.of(Code.PARTITION_READ, LONG, 0, 0, DeadBroker.RECORDS / 2),
            Reason.of(Code.PARTITION_READ, LONG, 1, 0, DeadBroker.RECORDS / 2),
            Reason.of(Code.GROUPS_NOT_SEEN));
    assertThat(read.learnt).isEmpty();
  }

  @Test
  void splits_giveEveryRecordOnce_howeverSmallTheyAre() {
    List<ParcelEvent> whole = read(LONG).events;
    assertThat(whole).hasSize(DeadBroker.RECORDS);
    Reading small = read(LONG, WINDOW, 100_000);
    assertThat(small.plan.splits()).hasSizeGreaterThan(40);
    assertThat(small.events).isEqualTo(whole);
    assertThat(IntStream.range(0, small.plan.splits().size()).boxed().toList())
        .isEqualTo(small.plan.splits().stream().map(split -> split.ordinal()).toList());
  }

  @Test
  void transactions_takenBack_areNoRecords_inAnySplit() {
    Reading read = read(TRANSACTIONS, WINDOW, 1);
    List<String> expected = new ArrayList<>();
    for (int round = 0; round < 6; round++) {
      for (int i = 0; i < 3; i++) {
        if (round % 2 == 0) {
          expected.add("A-" + round + "-" + i);
        }
        if (round % 3 == 0) {
          expected.add("B-" + round + "-" + i);
        }
      }
    }
    IntStream.range(0, 5).forEach(i -> expected.add("P" + i));
    assertThat(read.parcels()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(read.lacking()).isEmpty();
    assertThat(
            read.reasons(Code.OFFSETS_WITHOUT_RECORD).stream()
                .mapToInt(reason -> Integer.parseInt(reason.arguments().get(2)))
                .sum())
        .isEqualTo(6 * 2 * 3 - 15 + 12);
  }

  @Test
  void openTransaction_isTold_andWhatItHidesIsNotRead() {
    Reading read = read(OPEN);
    assertThat(read.parcels()).hasSize(10).doesNotContain("hidden", "P10");
    assertThat(read.lacking())
        .containsExactly(
            new Reason(
                Code.OPEN_TRANSACTION,
                List.of(OPEN, "0", "7"),
                Optional.of(new Gap(NOON.plusSeconds(500 - 3600), Window.ALL_TO))));
    assertThat(read.reasons(Code.PARTITION_READ))
        .containsExactly(Reason.of(Code.PARTITION_READ, OPEN, 0, 0, 10));
  }

  @Test
  void refs_areThoseOfALiveTopic() {
    assertThat(read(ODD).events.get(0).ref().text()).isEqualTo("events:" + ODD + ":0:0");
  }

  @Test
  void look_tellsWhatThePlanTells_andTheLatestRecord() {
    try (Source source = EventSettings.segments(dead.logs(), ODD + "-0")) {
      var look = source.look(WINDOW);
      assertThat(look.parts()).containsExactly(ODD);
      assertThat(look.reasons()).isEqualTo(Reading.of(source, WINDOW, 1 << 20).plan.reasons());
      assertThat(look.reaches()).contains(NOON.plusSeconds(86_400));
    }
  }

  @Test
  void reading_changesNothingOnDisk() throws IOException, NoSuchAlgorithmException {
    Map<String, String> before = state();
    for (String topic : dead.topics()) {
      read(topic);
    }
    assertThat(before).hasSizeGreaterThan(40);
    assertThat(state()).isEqualTo(before);
  }

  /** Content and time of change of every file and folder. */
  private static Map<String, String> state() throws IOException, NoSuchAlgorithmException {
    Map<String, String> state = new TreeMap<>();
    try (Stream<Path> all = Files.walk(dead.logs())) {
      for (Path path : (Iterable<Path>) all::iterator) {
        FileTime changed = Files.getLastModifiedTime(path);
        String hash =
            Files.isRegularFile(path)
                ? HexFormat.of()
                    .formatHex(
                        MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path)))
                : "folder";
        state.put(path.toString(), changed + " " + hash);
      }
    }
    return state;
  }
}
