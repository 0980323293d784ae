package parcelrecon.job;

import parcelrecon.results.AnswerStore;
import parcelrecon.results.ContextStore;
import parcelrecon.results.OpenStore;
import parcelrecon.results.PartitionStore;
import parcelrecon.results.PlanStore;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunStore;
import parcelrecon.results.SettleStore;
import parcelrecon.results.SplitStore;
import parcelrecon.results.StageStore;
import parcelrecon.results.listing.Listing;

/** What a run is written through. */
record ResultStores(
    RunStore runs,
    PlanStore plans,
    SplitStore splits,
    ContextStore contexts,
    PartitionStore partitions,
    SettleStore settle,
    AnswerStore answers,
    StageStore stages,
    Listing listing,
    OpenStore open) {

  static ResultStores of(ResultsDatabase database) {
    return new ResultStores(
        new RunStore(database),
        new PlanStore(database),
        new SplitStore(database),
        new ContextStore(database),
        new PartitionStore(database),
        new SettleStore(database),
        new AnswerStore(database),
        new StageStore(database),
        new Listing(database),
        new OpenStore(database));
  }
}
