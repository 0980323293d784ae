package parcelrecon.results;

import java.util.List;
import parcelrecon.datafix.Datafix;
import parcelrecon.rule.Standing;

/** What was decided for a parcel once receipts were settled. */
public record PlannedParcel(String parcelId, Standing standing, List<Datafix> datafixes) {
  public PlannedParcel {
    datafixes = List.copyOf(datafixes);
  }
}
