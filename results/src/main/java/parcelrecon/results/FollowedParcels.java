package parcelrecon.results;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import parcelrecon.model.SourceName;
import parcelrecon.outcome.Outcome;
import parcelrecon.outcome.Seen;
import parcelrecon.rule.News;
import parcelrecon.rule.Standing;

/**
 * The parcels that were affected in the run that first found an incident, each beside what a later
 * run says of it: a merge of both, in the order of their keys.
 */
final class FollowedParcels implements Iterator<Followed> {

  /**
   * One of the two runs.
   *
   * @param sources those it was configured with
   * @param retryWindow its setting
   */
  record Side(long run, Set<SourceName> sources, Duration retryWindow) {}

  private final Side first;
  private final Side later;
  private final EarlierSuggestions suggestions;
  private final Iterator<StoredParcel> firstFound;
  private final Iterator<StoredParcel> known;
  private StoredParcel then;

  FollowedParcels(Handle handle, Side first, Side later, EarlierSuggestions suggestions) {
    this.first = first;
    this.later = later;
    this.suggestions = suggestions;
    this.firstFound = MergedParcels.withMismatch(handle, first.run());
    this.known = MergedParcels.all(handle, later.run());
  }

  @Override
  public boolean hasNext() {
    while (then == null && firstFound.hasNext()) {
      StoredParcel parcel = firstFound.next();
      then = parcel.standing() == Standing.AFFECTED ? parcel : null;
    }
    return then != null;
  }

  @Override
  public Followed next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    StoredParcel found = then;
    then = null;
    while (known.hasNext()) {
      StoredParcel now = known.next();
      if (Arrays.equals(now.key(), found.key())) {
        return followed(found.row(), now.row());
      }
    }
    throw new IllegalStateException(
        "run " + later.run() + " does not follow all parcels of run " + first.run());
  }

  private Followed followed(ParcelRow then, ParcelRow now) {
    News news = News.between(then.evidence(), now.evidence());
    Outcome outcome = Outcome.of(seen(then, first), seen(now, later), news);
    return new Followed(then, now, outcome, news, suggestions.of(then, now, outcome));
  }

  private static Seen seen(ParcelRow parcel, Side side) {
    return new Seen(
        parcel.evidence(),
        parcel.verdict(),
        parcel.mismatches().stream().map(MismatchRow::mismatch).toList(),
        parcel.datafixes(),
        side.sources(),
        side.retryWindow());
  }
}
