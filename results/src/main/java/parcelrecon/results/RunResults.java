package parcelrecon.results;

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

/**
 * Everything one finished run found, read from the results database. All outputs come from here
 * only.
 */
public interface RunResults extends FoundParcels {

  /** In the order of their names. */
  List<SourceRow> sources();

  Totals totals();

  /**
   * The minutes of the window; of one longer than a day from the first to the last with a count.
   * Put together so that there are at most so many points.
   */
  Totals.Minutes minutes(int pointsMax);

  /** Ordered by store id. */
  List<Totals.StoreTotals> stores();

  /** The site's store list, ordered by store id; empty when not configured. */
  List<Store> storeList();

  /** In the order in which the run first came to them. */
  List<Totals.Stage> stages();

  /** What the databases of sources call the snapshots they were read in, in the sources' order. */
  SortedMap<SourceName, String> snapshots();

  Totals.Receipts receipts();

  /** What a comparison counts. */
  Totals.Found found();

  /** The results to compare with; absent when none were asked for. They may have none of theirs. */
  Optional<RunResults> control();

  /**
   * The results of the run that first found this incident, to be shown beside this run's: its list,
   * its counts and its day total stay what the incident is about. Absent of the first run itself,
   * and where nothing differs since: a run of the same facts is shown as the first one was. A day
   * total that differs, or is known in one of the two only, is a difference, as is a parcel that is
   * affected only now.
   */
  Optional<RunResults> firstFound();

  /**
   * What became of the parcels that were affected in {@link #firstFound}, in the order of the
   * outcomes; an outcome without any parcel is absent, and all are where that is absent.
   */
  Map<Outcome, Totals.Outcomes> outcomes();

  /**
   * How many of those parcels are affected in this run, too; 0 where {@link #firstFound} is absent.
   */
  long stillAffected();

  /**
   * Every parcel that was affected in {@link #firstFound}, ordered by parcel id (UTF-8 bytes), one
   * in memory at a time; none where that is absent.
   */
  void forEachFollowed(Consumer<Followed> parcel);

  /**
   * What was open in the finished runs of the same incident and window that had ended when this one
   * began, oldest first, and last what is open in this one.
   */
  List<OpenAt> openSeries();

  /**
   * The money of COD pick-ups by currency; absent where no payments are configured, and in a run of
   * a version that did not keep it.
   */
  Optional<SortedMap<String, TieOut>> tieOut();

  /** How far other sources' clocks are from the pick-up records'; a pair never met is absent. */
  Map<ClockPair, ClockOffset> clocks();

  /** Ordered by source, then ref (UTF-8 bytes). */
  void forEachReject(Consumer<Reject> reject);
}
