package parcelrecon.results;

import java.util.Iterator;
import java.util.List;
import parcelrecon.rule.Judgement;

/** Keeps what matching each partition found. */
public final class PartitionStore {

  private final ResultsDatabase database;

  public PartitionStore(ResultsDatabase database) {
    this.database = database;
  }

  /**
   * Marks a partition as matched, in one transaction, in place of an earlier match of it.
   *
   * @param withMismatches parcels in scope with at least one mismatch, in any order
   */
  public void finish(
      long run, int partition, Iterator<Judgement> withMismatches, PartitionTotals totals) {
    throw new UnsupportedOperationException(database.toString());
  }

  /** The finished partitions, in order. */
  public List<PartitionRow> rows(long run) {
    throw new UnsupportedOperationException(database.toString());
  }
}
