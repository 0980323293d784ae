package parcelrecon.source.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static parcelrecon.source.segments.DeadBroker.LONG;
import static parcelrecon.source.segments.DeadBroker.ODD;
import static parcelrecon.source.segments.EventSettings.WINDOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.Source;

/** Which folders are read, and what becomes of files that are not what they were. */
class FoldersTest {

  private static DeadBroker dead;

  @TempDir Path disk;

  @BeforeAll
  static void kill() {
    dead = DeadBroker.get();
  }

  @BeforeEach
  void copy() {
    dead.copy(ODD, disk);
  }

  private Reading read(String... directories) {
    try (Source source = EventSettings.segments(disk, directories)) {
      return Reading.of(source, WINDOW, 1 << 20);
    }
  }

  private ProblemException problem(String... directories) {
    return catchThrowableOfType(ProblemException.class, () -> read(directories));
  }

  private Path rename(String name) throws IOException {
    return Files.move(disk.resolve(ODD + "-0"), disk.resolve(name));
  }

  @Test
  void partitionsWithoutAFolder_areTold_upToTheGreatestThereIs() throws IOException {
    rename(ODD + "-3");
    Files.createDirectory(disk.resolve(ODD + "-1"));
    Reading read = read(ODD + "-*");
    assertThat(read.plan.reasons().subList(0, 4))
        .containsExactly(
            Reason.of(Code.READ_TO_FROZEN_ENDS, ODD, 1, 6),
            Reason.of(Code.PARTITION_NOT_THERE, ODD, 0),
            Reason.of(Code.PARTITION_NOT_THERE, ODD, 1),
            Reason.of(Code.PARTITION_NOT_THERE, ODD, 2));
    assertThat(read.events.get(0).ref().text()).isEqualTo("events:" + ODD + ":3:0");
  }

  @Test
  void tooManyPartitions_areRefused() throws IOException {
    rename(ODD + "-10000");
    ProblemException problem = problem(ODD + "-*");
    assertThat(problem.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(problem).hasMessageContaining("with 10001 partitions, at most 10000");
  }

  @Test
  void foldersOnTheirWayOut_andFilesThatAreNoSegments_areLeftAlone() throws IOException {
    Path folder = disk.resolve(ODD + "-0");
    for (String suffix : List.of("delete", "future", "stray")) {
      Path other = disk.resolve(ODD + "-1.0123456789abcdef0123456789abcdef-" + suffix);
      Files.createDirectory(other);
      Files.copy(
          folder.resolve("00000000000000000000.log"), other.resolve("00000000000000000000.log"));
    }
    for (String name : List.of(".log.deleted", ".log.cleaned", ".log.swap", ".index", "x.log")) {
      Files.writeString(folder.resolve("00000000000000000099" + name), "not ours");
    }
    Files.delete(folder.resolve("00000000000000000000.index"));
    Reading read = read(ODD + "-*");
    assertThat(read.events).isEqualTo(dead.live(ODD).events);
    assertThat(read.lacking()).isEmpty();
  }

  @Test
  void folderReachedTwice_isReadOnce() throws IOException {
    Files.createDirectory(disk.resolve("links"));
    Files.createSymbolicLink(disk.resolve("links/" + ODD + "-0"), disk.resolve(ODD + "-0"));
    Reading read = read(ODD + "-0", ODD + "-*", "links/*");
    assertThat(read.events).isEqualTo(dead.live(ODD).events);
    assertThat(read.plan.splits()).hasSize(1);
  }

  @Test
  void topicNames_mayHaveHyphensAndDigits() {
    assertThat(FolderName.of("a-1-22")).contains(new FolderName("a-1", 22));
    assertThat(FolderName.of("a.b_c-0")).contains(new FolderName("a.b_c", 0));
    assertThat(FolderName.of("a-0.0123-delete")).isEmpty();
    assertThat(FolderName.of("__consumer_offsets-49")).isPresent();
    assertThat(FolderName.of("0")).isEmpty();
  }

  @Test
  void patternThatMatchesNoPartition_isUnreachable() {
    for (String pattern : List.of("elsewhere/*", "parcel-inbound-*", ".")) {
      ProblemException problem = problem(ODD + "-*", pattern);
      assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(problem)
          .hasMessageStartingWith(pattern + ": no folder of a partition is there, expected names");
    }
  }

  @Test
  void segmentThatCannotBeRead_isUnreachable() throws IOException {
    Path log = disk.resolve(ODD + "-0/00000000000000000000.log");
    Files.delete(log);
    Files.createSymbolicLink(log, disk.resolve("gone"));
    ProblemException problem = problem(ODD + "-0");
    assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(problem)
        .hasMessageContaining(ODD + "-0/00000000000000000000.log: file is not there");
  }

  @Test
  void copiesOfTwoTopicsOfOneName_areAProblemOfTheConfiguration() throws IOException {
    Path other = Files.createDirectory(disk.resolve("other"));
    dead.copy(ODD, other);
    Path metadata = other.resolve(ODD + "-0/partition.metadata");
    Files.writeString(metadata, "version: 0\ntopic_id: AAAAAAAAAAAAAAAAAAAAAA");
    ProblemException problem = problem("*" + ODD + "-0", "other/*");
    assertThat(problem.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(problem)
        .hasMessageContaining("folders of topic " + ODD + " are of 2 topics of that name");
    Files.delete(metadata);
    assertThat(read("*" + ODD + "-0", "other/*").lacking()).isEmpty();
  }

  @Test
  void whatIsAppendedAfterThePlan_isNotRead() {
    LogFile log = LogFile.in(disk.resolve(ODD + "-0")).get(0);
    try (Source source = EventSettings.segments(disk, ODD + "-0")) {
      Reading reading = Reading.of(source, WINDOW, 1 << 20);
      log.append(new byte[] {1, 2, 3});
      reading.events.clear();
      reading.read(source);
      assertThat(reading.events).isEqualTo(dead.live(ODD).events);
    }
  }

  @Test
  void fileThatChangedAfterThePlan_isUnreachable() {
    dead.copy(LONG, disk);
    LogFile log = LogFile.in(disk.resolve(LONG + "-0")).get(0);
    long size = log.last().end();
    for (Runnable change :
        List.<Runnable>of(
            () -> log.flip(log.middle().position() + 15, 1),
            () -> log.flip(log.middle().position() + 200, 1),
            () -> log.cut(size - 1))) {
      try (Source source = EventSettings.segments(disk, LONG + "-0")) {
        Reading reading = Reading.of(source, WINDOW, 1 << 20);
        change.run();
        ProblemException problem =
            catchThrowableOfType(ProblemException.class, () -> reading.read(source));
        assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(problem).hasMessageContaining("file is not the one this run was planned with");
      }
    }
  }
}
