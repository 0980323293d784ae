package parcelrecon.results;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import parcelrecon.rule.Judgement;

/**
 * Settles what spans partitions, then keeps what is decided for each parcel. Every method can be
 * repeated.
 */
public final class SettleStore {

  private final ResultsDatabase database;

  public SettleStore(ResultsDatabase database) {
    this.database = database;
  }

  /**
   * Parcels with UNCOLLECTED, SHORT_PAID, OVER_PAID or PAID_TWICE as matched, whose pick-up names a
   * checkout. Those of one checkout and currency come one after another, ordered by parcel id; a
   * parcel dropped before still comes.
   */
  public void forEachCandidate(long run, Consumer<ReceiptCandidate> candidate) {
    throw new UnsupportedOperationException(database.toString());
  }

  /**
   * Takes UNCOLLECTED, SHORT_PAID, OVER_PAID and PAID_TWICE from parcels of receipts that are
   * settled, in one transaction.
   *
   * @param settled replaces the counts of an earlier call
   */
  public void drop(long run, List<ReceiptCandidate> parcels, Totals.Receipts settled) {
    throw new UnsupportedOperationException(database.toString());
  }

  /**
   * Parcels of a partition that still have a mismatch, ordered by parcel id (UTF-8 bytes), a page
   * in memory.
   */
  public void forEachParcel(long run, int partition, Consumer<Judgement> parcel) {
    throw new UnsupportedOperationException(database.toString());
  }

  /**
   * Keeps what is decided for the parcels of a partition, in one transaction, in place of what was
   * decided before. A parcel not named has no mismatch left and counts as clean.
   */
  public void savePlanned(long run, int partition, Iterator<PlannedParcel> parcels) {
    throw new UnsupportedOperationException(database.toString());
  }
}
