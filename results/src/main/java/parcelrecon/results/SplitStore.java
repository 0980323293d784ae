package parcelrecon.results;

import java.util.Iterator;
import java.util.List;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;

/** Keeps what reading each split gave, and the rows it could not read. */
public final class SplitStore {

  private final ResultsDatabase database;

  public SplitStore(ResultsDatabase database) {
    this.database = database;
  }

  /** Marks a split as read, in one transaction, in place of an earlier reading of it. */
  public void finish(
      long run, SourceName source, int ordinal, SplitResult result, Iterator<Reject> rejects) {
    throw new UnsupportedOperationException(database.toString());
  }

  /** All splits of the plan, ordered by source, then ordinal. */
  public List<SplitRow> rows(long run) {
    throw new UnsupportedOperationException(database.toString());
  }

  /** Forgets every reading of a source, so that all its splits are read again in one snapshot. */
  public void reopen(long run, SourceName source) {
    throw new UnsupportedOperationException(database.toString());
  }
}
