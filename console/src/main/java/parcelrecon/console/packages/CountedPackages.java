package parcelrecon.console.packages;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.stereotype.Component;
import parcelrecon.results.packages.Candidates;
import parcelrecon.results.packages.PackageMoment;
import parcelrecon.results.packages.PackageRow;
import parcelrecon.results.packages.PackageStore;
import parcelrecon.results.packages.Sum;

/**
 * What was counted over all mismatches of packages, for as long as nothing changed that it depends
 * on. Of the incidents looked at last; acts on packages never rely on it.
 */
@Component
class CountedPackages {

  static final int KEPT_MAX = 50;

  private final PackageStore store;
  private final Map<String, Counts> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Counts> eldest) {
          return size() > KEPT_MAX;
        }
      };

  CountedPackages(PackageStore store) {
    this.store = store;
  }

  /**
   * What the next package would hold.
   *
   * @param ready mismatches
   */
  record Next(long ready, SortedMap<String, Sum> sums, long held, boolean isMore) {

    private static Next of(Candidates candidates) {
      return new Next(
          candidates.ready().size(), candidates.sums(), candidates.held(), candidates.isMore());
    }
  }

  /** What holds at a moment. */
  Counts at(String incident, PackageMoment moment) {
    synchronized (kept) {
      return kept.compute(
          incident,
          (any, known) ->
              known != null && known.moment.equals(moment) ? known : new Counts(moment));
    }
  }

  /** Who asks while somebody else has something counted waits for that. */
  final class Counts {

    private final PackageMoment moment;
    private final Map<Long, Boolean> stands = new HashMap<>();
    private Next next;

    private Counts(PackageMoment moment) {
      this.moment = moment;
    }

    /** Of the incident's latest run. */
    synchronized Next next() {
      if (next == null) {
        next = Next.of(store.candidates(moment.latestRun()));
      }
      return next;
    }

    /** Whether a package stands on what is confirmed. */
    synchronized boolean stands(PackageRow row) {
      return stands.computeIfAbsent(row.number(), none -> store.fallen(row, 1).isEmpty());
    }
  }
}
