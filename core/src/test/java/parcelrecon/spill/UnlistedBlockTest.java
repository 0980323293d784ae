package parcelrecon.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.SourceName;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.model.UnlistedParcel.Paid;
import parcelrecon.model.UnlistedParcel.Screen;

class UnlistedBlockTest {

  @Test
  void parcels_comeBackAsTheyWere_whateverTheirOrder() {
    for (long seed = 1; seed <= 20; seed++) {
      List<UnlistedParcel> parcels = random(new Random(seed), 500);
      UnlistedBlock block = written(parcels, UnlistedWriter.BYTES_MAX);
      assertThat(block.parcels()).isEqualTo(500);
      assertThat(block.leftOut()).isZero();
      assertThat(read(block)).as("seed %s", seed).isEqualTo(parcels);
    }
  }

  @Test
  void blockOfAnOrdinaryDay_takesSomeTenBytesAParcel() {
    Random random = new Random(1);
    List<UnlistedParcel> parcels = new ArrayList<>();
    for (int number = 0; number < 10_000; number++) {
      Instant from = Instant.parse("2022-04-13T00:00:00Z").plusSeconds(random.nextInt(80_000));
      parcels.add(
          new UnlistedParcel(
              "CP%09d".formatted(number * 16 + random.nextInt(16)),
              false,
              OutboundState.COMPLETED,
              PaymentTerm.COD,
              "%06d".formatted(random.nextInt(2_400)),
              from,
              from.plusSeconds(random.nextInt(3)),
              Paid.IN_FULL,
              Screen.NOT_SEEN,
              Set.of(SourceName.OUTBOUND, SourceName.PAYMENTS)));
    }
    assertThat(written(parcels, UnlistedWriter.BYTES_MAX).bytes().length).isLessThan(120_000);
  }

  @Test
  void parcelsBeyondTheLimit_areCountedOnly() {
    List<UnlistedParcel> parcels = random(new Random(7), 20_000);
    UnlistedBlock block = written(parcels, 50_000);
    assertThat(block.leftOut()).isPositive();
    assertThat(block.parcels() + block.leftOut()).isEqualTo(20_000);
    assertThat(read(block)).isEqualTo(parcels.subList(0, (int) block.parcels()));
  }

  @Test
  void blockOfAnotherVersion_isADefect() {
    assertThatIllegalStateException()
        .isThrownBy(() -> read(new UnlistedBlock(1, 0, new byte[] {99, 0})))
        .withMessageContaining("version 99");
  }

  private static UnlistedBlock written(List<UnlistedParcel> parcels, int bytesMax) {
    UnlistedWriter writer = new UnlistedWriter(bytesMax);
    parcels.forEach(writer::add);
    return writer.finish();
  }

  private static List<UnlistedParcel> read(UnlistedBlock block) {
    List<UnlistedParcel> parcels = new ArrayList<>();
    block.forEach(parcels::add);
    return parcels;
  }

  private static List<UnlistedParcel> random(Random random, int count) {
    List<UnlistedParcel> parcels = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      boolean hasTime = random.nextInt(9) > 0;
      Instant from = Instant.ofEpochSecond(random.nextLong(-1L << 40, 1L << 40));
      parcels.add(
          new UnlistedParcel(
              "x".repeat(random.nextInt(400)) + random.nextInt(1_000) + "門",
              random.nextBoolean(),
              any(random, OutboundState.values()),
              any(random, PaymentTerm.values()),
              random.nextBoolean() ? null : "店" + random.nextInt(),
              hasTime ? from : null,
              hasTime ? from.plusSeconds(random.nextInt(100_000)) : null,
              Paid.values()[random.nextInt(Paid.values().length)],
              Screen.values()[random.nextInt(Screen.values().length)],
              sources(random)));
    }
    return parcels;
  }

  private static <E> E any(Random random, E[] constants) {
    int number = random.nextInt(constants.length + 1);
    return number == constants.length ? null : constants[number];
  }

  private static Set<SourceName> sources(Random random) {
    Set<SourceName> sources = EnumSet.noneOf(SourceName.class);
    for (SourceName source : SourceName.values()) {
      if (random.nextBoolean()) {
        sources.add(source);
      }
    }
    return sources;
  }
}
