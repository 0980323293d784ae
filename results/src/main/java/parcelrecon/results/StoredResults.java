package parcelrecon.results;

import java.util.List;
import java.util.function.Consumer;
import parcelrecon.model.Reject;
import parcelrecon.model.Store;
import parcelrecon.rule.JudgingContext;

/** The results of one run, read from the database. */
public final class StoredResults implements RunResults {

  private final ResultsDatabase database;
  private final long run;

  /**
   * @param run a run that is there
   */
  public StoredResults(ResultsDatabase database, long run) {
    this.database = database;
    this.run = run;
  }

  @Override
  public RunRow run() {
    throw new UnsupportedOperationException(database.toString() + run);
  }

  @Override
  public JudgingContext context() {
    throw new UnsupportedOperationException(database.toString());
  }

  @Override
  public List<SourceRow> sources() {
    throw new UnsupportedOperationException(database.toString());
  }

  @Override
  public Totals totals() {
    throw new UnsupportedOperationException(database.toString());
  }

  @Override
  public List<Totals.Minute> minutes() {
    throw new UnsupportedOperationException(database.toString());
  }

  @Override
  public List<Totals.StoreTotals> stores() {
    throw new UnsupportedOperationException(database.toString());
  }

  @Override
  public List<Store> storeList() {
    throw new UnsupportedOperationException(database.toString());
  }

  @Override
  public List<Totals.Stage> stages() {
    throw new UnsupportedOperationException(database.toString());
  }

  @Override
  public Totals.Receipts receipts() {
    throw new UnsupportedOperationException(database.toString());
  }

  @Override
  public void forEachParcel(Consumer<ParcelRow> parcel) {
    throw new UnsupportedOperationException(database.toString());
  }

  @Override
  public void forEachReject(Consumer<Reject> reject) {
    throw new UnsupportedOperationException(database.toString());
  }
}
