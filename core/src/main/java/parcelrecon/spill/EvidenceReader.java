package parcelrecon.spill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.Utf8Order;

/**
 * Brings the records of a partition together by parcel. A partition too large for memory is read in
 * several passes, each with its own share of the parcels.
 */
public final class EvidenceReader {

  /** The most spilled bytes one pass brings into memory. */
  public static final long PASS_BYTES = 16L << 20;

  /** All records of one parcel, in no order, as often as they were read. */
  public record ParcelRecords(String parcelId, List<SourceRecord> records) {}

  private final SpillSet spill;
  private final long passBytes;

  public EvidenceReader(SpillSet spill) {
    this(spill, PASS_BYTES);
  }

  EvidenceReader(SpillSet spill, long passBytes) {
    this.spill = spill;
    this.passBytes = passBytes;
  }

  /**
   * Parcels of a partition that are handed on even without any record.
   *
   * @param bytes about how much memory is needed for what else is known of them
   */
  public record Expected(Collection<String> parcelIds, long bytes) {}

  /** Hands on the parcels of a partition, pass by pass; within a pass ordered by parcel id. */
  public void read(int partition, Expected expected, Consumer<Collection<ParcelRecords>> pass)
      throws IOException {
    int passes = Math.toIntExact((spill.bytesOf(partition) + expected.bytes()) / passBytes + 1);
    for (int number = 0; number < passes; number++) {
      pass.accept(readPass(partition, expected.parcelIds(), number, passes));
    }
  }

  private Collection<ParcelRecords> readPass(
      int partition, Collection<String> expected, int number, int passes) throws IOException {
    TreeMap<String, ParcelRecords> parcels = new TreeMap<>(Utf8Order.COMPARATOR);
    for (String id : expected) {
      if (Partitions.pass(id, passes) == number) {
        parcels.put(id, new ParcelRecords(id, new ArrayList<>()));
      }
    }
    spill.read(
        partition,
        row -> {
          if (passes == 1 || Partitions.pass(row.parcelId(), passes) == number) {
            parcels
                .computeIfAbsent(row.parcelId(), id -> new ParcelRecords(id, new ArrayList<>()))
                .records()
                .add(row);
          }
        });
    return parcels.values();
  }
}
