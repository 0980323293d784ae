package parcelrecon.datafix;

import java.time.Instant;
import java.util.List;
import parcelrecon.rule.Judgement;

/** Decides, from verdict and mismatches, what would put a parcel right. */
public final class DatafixPlanner {

  private final Instant asOf;
  private final boolean outboundsInTable;
  private final boolean eventsComplete;

  /**
   * @param outboundsInTable whether there is a table a statement could change
   * @param eventsComplete whether an event not seen is provably missing
   */
  public DatafixPlanner(Instant asOf, boolean outboundsInTable, boolean eventsComplete) {
    this.asOf = asOf;
    this.outboundsInTable = outboundsInTable;
    this.eventsComplete = eventsComplete;
  }

  /** The parcel's suggestions, ordered by suggestion, then by the mismatch each stands on. */
  public List<Datafix> plan(Judgement judgement) {
    throw new UnsupportedOperationException(
        asOf.toString() + outboundsInTable + eventsComplete + judgement);
  }
}
