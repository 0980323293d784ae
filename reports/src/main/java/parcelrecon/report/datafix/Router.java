package parcelrecon.report.datafix;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parcelrecon.datafix.Datafix;
import parcelrecon.model.Utf8Order;
import parcelrecon.report.datafix.change.ChangePlanner;
import parcelrecon.report.datafix.change.Obstacle;
import parcelrecon.report.datafix.replay.ReplayFiles;
import parcelrecon.results.FoundParcels;
import parcelrecon.results.ParcelRow;

/**
 * Sends each suggestion of each parcel to the file in which it is carried out: a script, a replay,
 * or the list of tasks. What stands on the call list is in the workbook only.
 */
final class Router {

  private final ChangePlanner planner;
  private final ChangeFiles changes;
  private final ReplayFiles replays;
  private final TaskList tasks;
  private final Map<String, Long> parcelsByGroup = new TreeMap<>(Utf8Order.COMPARATOR);

  Router(ChangePlanner planner, ChangeFiles changes, ReplayFiles replays, TaskList tasks) {
    this.planner = planner;
    this.changes = changes;
    this.replays = replays;
    this.tasks = tasks;
  }

  void route(ParcelRow parcel) {
    parcel.datafixes().forEach(datafix -> route(parcel, datafix));
  }

  private void route(ParcelRow parcel, Datafix datafix) {
    switch (datafix.form()) {
      case SQL -> script(parcel, datafix);
      case REPLAY -> replay(parcel, datafix);
      case FINANCE_TASK -> tasks.add(parcel, datafix);
      case OPS_TASK -> opsTask(parcel, datafix);
      case CALL, NOTE -> {
        // The workbook's call list carries these.
      }
    }
  }

  private void opsTask(ParcelRow parcel, Datafix datafix) {
    switch (datafix.suggestion()) {
      case RESUME_CONSUMER -> parcelsByGroup.merge(datafix.group(), 1L, Long::sum);
      case REVERT_OUTBOUND, COMPLETE_OUTBOUND -> tasks.add(parcel, datafix, Obstacle.NO_TABLE);
      default -> tasks.add(parcel, datafix);
    }
  }

  private void script(ParcelRow parcel, Datafix datafix) {
    Optional<Obstacle> obstacle = planner.obstacle(parcel, datafix);
    if (obstacle.isPresent()) {
      tasks.add(parcel, datafix, obstacle.get());
      return;
    }
    changes.add(planner.change(parcel, datafix));
  }

  private void replay(ParcelRow parcel, Datafix datafix) {
    replays
        .add(parcel, datafix.suggestion())
        .ifPresent(why -> tasks.add(parcel, datafix, why.obstacle(), why.column()));
  }

  /** Adds what is one task for many parcels. */
  void finish(FoundParcels results) {
    parcelsByGroup.forEach((group, parcels) -> tasks.addGroup(results, group, parcels));
  }
}
