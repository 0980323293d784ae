package parcelrecon.results;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jdbi.v3.core.Handle;
import parcelrecon.outcome.Outcome;
import parcelrecon.rule.News;
import parcelrecon.rule.Standing;

/**
 * The parcels that were affected in the run that first found an incident, each beside what a later
 * run says of it: a merge of both, in the order of their keys.
 */
final class FollowedParcels implements Iterator<Followed> {

  private final RunSide first;
  private final RunSide later;
  private final EarlierSuggestions suggestions;
  private final PairedParcels pairs;
  private PairedParcels.Pair next;

  FollowedParcels(Handle handle, RunSide first, RunSide later, EarlierSuggestions suggestions) {
    this.first = first;
    this.later = later;
    this.suggestions = suggestions;
    this.pairs =
        new PairedParcels(
            MergedParcels.withMismatch(handle, first.run()),
            MergedParcels.all(handle, later.run()));
  }

  @Override
  public boolean hasNext() {
    while (next == null && pairs.hasNext()) {
      PairedParcels.Pair pair = pairs.next();
      next =
          pair.then().filter(then -> then.standing() == Standing.AFFECTED).isPresent()
              ? pair
              : null;
    }
    return next != null;
  }

  @Override
  public Followed next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    PairedParcels.Pair pair = next;
    next = null;
    return followed(
        pair.then().orElseThrow().row(),
        pair.now()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "run "
                            + later.run()
                            + " does not follow all parcels of run "
                            + first.run()))
            .row());
  }

  private Followed followed(ParcelRow then, ParcelRow now) {
    News news = News.between(then.evidence(), now.evidence());
    Outcome outcome = Outcome.of(first.seen(then), later.seen(now), news);
    return new Followed(then, now, outcome, news, suggestions.of(then, now, outcome));
  }
}
