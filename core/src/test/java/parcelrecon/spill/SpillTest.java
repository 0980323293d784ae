package parcelrecon.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.model.SourceRecord;

class SpillTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1, 1, 16777216", "2, 16, 16777216", "3, 1024, 16777216", "4, 16, 5000"})
  void reader_bringsEveryRecordBackOnce_whateverThePartitionsAndPasses(
      long seed, int count, long passBytes) throws IOException {
    Partitions partitions = new Partitions(count);
    RandomRecords random = new RandomRecords(seed, 500);
    List<SourceRecord> first = random.list(10_000);
    List<SourceRecord> second = random.list(3_000);
    write(folder.resolve("a"), partitions, first);
    write(folder.resolve("b"), partitions, second);

    List<SourceRecord> all = new ArrayList<>();
    List<String> parcels = new ArrayList<>();
    try (SpillSet set =
        new SpillSet(List.of(folder.resolve("a"), folder.resolve("b")), partitions)) {
      EvidenceReader reader = new EvidenceReader(set, passBytes);
      for (int partition = 0; partition < count; partition++) {
        reader.read(
            partition,
            new EvidenceReader.Expected(List.of(), 0),
            pass ->
                pass.forEach(
                    parcel -> {
                      parcels.add(parcel.parcelId());
                      all.addAll(parcel.records());
                    }));
      }
    }

    first.addAll(second);
    assertThat(all).containsExactlyInAnyOrderElementsOf(first);
    assertThat(parcels).as("each parcel whole, in one pass").doesNotHaveDuplicates();
  }

  @Test
  void spillFile_isNotThisOne_whenCutOrChangedOrGone() throws IOException {
    Path file = folder.resolve("a");
    SpillFile written = write(file, new Partitions(16), new RandomRecords(5, 10).list(100));
    assertThat(written.isAt(file)).isTrue();

    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(written.isAt(file)).as("a bit flipped").isFalse();
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    assertThat(written.isAt(file)).as("a byte short").isFalse();
    Files.delete(file);
    assertThat(written.isAt(file)).as("deleted").isFalse();
  }

  @Test
  void writer_leavesNothing_whenNotFinished() throws IOException {
    try (PartitionWriter writer = new PartitionWriter(folder.resolve("a"), new Partitions(4))) {
      writer.add(new RandomRecords(6, 1).next());
    }
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void sameRecords_giveTheSameBytes() throws IOException {
    SpillFile first =
        write(folder.resolve("a"), new Partitions(16), new RandomRecords(8, 50).list(2_000));
    SpillFile second =
        write(folder.resolve("b"), new Partitions(16), new RandomRecords(8, 50).list(2_000));
    assertThat(second).isEqualTo(first);
  }

  @Test
  void recordFile_keepsItsRecords() throws IOException {
    List<SourceRecord> rows = new RandomRecords(9, 5).list(50);
    RecordFile.write(folder.resolve("second-look"), rows);
    List<SourceRecord> read = new ArrayList<>();
    RecordFile.read(folder.resolve("second-look"), read::add);
    assertThat(read).isEqualTo(rows);
  }

  @Test
  void partitions_areBetween16And1024_byPlannedBytes() {
    assertThat(Partitions.forBytes(0).count()).isEqualTo(16);
    assertThat(Partitions.forBytes(100L << 20).count()).isEqualTo(26);
    assertThat(Partitions.forBytes(1L << 40).count()).isEqualTo(1024);
  }

  @Test
  void partitions_spreadSimilarIdsEvenly() {
    Partitions partitions = new Partitions(16);
    var sizes =
        java.util.stream.IntStream.range(0, 16_000)
            .mapToObj(i -> partitions.of(String.format("TW%010d", i)))
            .collect(Collectors.groupingBy(p -> p, Collectors.counting()));
    assertThat(sizes.values()).hasSize(16).allMatch(size -> size > 800 && size < 1200);
  }

  @Test
  void evidence_ofAnotherVersion_isRefused() {
    assertThatThrownBy(() -> EvidenceCodec.decode(new byte[] {99, 0, 0, 0, 0}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("version 99");
  }

  private static SpillFile write(Path file, Partitions partitions, List<SourceRecord> rows)
      throws IOException {
    try (PartitionWriter writer = new PartitionWriter(file, partitions)) {
      for (SourceRecord row : rows) {
        writer.add(row);
      }
      return writer.finish();
    }
  }
}
