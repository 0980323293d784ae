package parcelrecon.results;

import java.util.List;
import parcelrecon.spill.UnlistedBlock;

/**
 * A partition as a run left it.
 *
 * @param parcels those of which it kept the records, ordered by the UTF-8 bytes of their ids
 * @param unlisted those about which it found nothing, followed ones among them
 */
public record KeptPartition(
    List<KeptParcel> parcels, UnlistedBlock unlisted, PartitionTotals totals) {
  public KeptPartition {
    parcels = List.copyOf(parcels);
  }
}
