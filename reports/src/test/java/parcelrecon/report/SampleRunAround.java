package parcelrecon.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import parcelrecon.clock.ClockOffset;
import parcelrecon.clock.ClockPair;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.model.Store;
import parcelrecon.outcome.Outcome;
import parcelrecon.results.Followed;
import parcelrecon.results.OpenAt;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.RunResults;
import parcelrecon.results.RunRow;
import parcelrecon.results.SourceRow;
import parcelrecon.results.TieOut;
import parcelrecon.results.Totals;
import parcelrecon.rule.JudgingContext;

/** A run that is another one but for what a test changes. */
public abstract class SampleRunAround implements RunResults {

  protected final RunResults run;

  protected SampleRunAround(RunResults run) {
    this.run = run;
  }

  @Override
  public RunRow run() {
    return run.run();
  }

  @Override
  public JudgingContext context() {
    return run.context();
  }

  @Override
  public List<SourceRow> sources() {
    return run.sources();
  }

  @Override
  public Totals totals() {
    return run.totals();
  }

  @Override
  public Totals.Minutes minutes(int pointsMax) {
    return run.minutes(pointsMax);
  }

  @Override
  public List<Totals.StoreTotals> stores() {
    return run.stores();
  }

  @Override
  public List<Store> storeList() {
    return run.storeList();
  }

  @Override
  public List<Totals.Stage> stages() {
    return run.stages();
  }

  @Override
  public SortedMap<SourceName, String> snapshots() {
    return run.snapshots();
  }

  @Override
  public Totals.Receipts receipts() {
    return run.receipts();
  }

  @Override
  public Totals.Found found() {
    return run.found();
  }

  @Override
  public Optional<RunResults> control() {
    return run.control();
  }

  @Override
  public Optional<RunResults> firstFound() {
    return run.firstFound();
  }

  @Override
  public List<OpenAt> openSeries() {
    return run.openSeries();
  }

  @Override
  public Map<Outcome, Totals.Outcomes> outcomes() {
    return run.outcomes();
  }

  @Override
  public long stillAffected() {
    return run.stillAffected();
  }

  @Override
  public void forEachFollowed(Consumer<Followed> parcel) {
    run.forEachFollowed(parcel);
  }

  @Override
  public Optional<SortedMap<String, TieOut>> tieOut() {
    return run.tieOut();
  }

  @Override
  public Map<ClockPair, ClockOffset> clocks() {
    return run.clocks();
  }

  @Override
  public void forEachParcel(Consumer<ParcelRow> parcel) {
    run.forEachParcel(parcel);
  }

  @Override
  public void forEachReject(Consumer<Reject> reject) {
    run.forEachReject(reject);
  }
}
