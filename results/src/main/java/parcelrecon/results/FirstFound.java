package parcelrecon.results;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import parcelrecon.outcome.Outcome;

/** A run held against the one that first found its incident; what is counted is counted once. */
final class FirstFound {

  private final ResultsDatabase database;
  private final RunRow run;
  private final OptionalLong first;
  private FollowedCounts counts;

  FirstFound(ResultsDatabase database, long run) {
    this.database = database;
    this.run = new RunStore(database).find(run).orElseThrow(() -> RunStore.noRun(run));
    this.first = new RunStore(database).findFirstFound(run);
  }

  /** The first run, where anything differs since. */
  Optional<Long> shown() {
    return first.isPresent() && counts().differs()
        ? Optional.of(first.getAsLong())
        : Optional.empty();
  }

  /** In the order of the outcomes; none where nothing differs. */
  Map<Outcome, Totals.Outcomes> outcomes() {
    return shown().isPresent() ? counts().outcomes() : Map.of();
  }

  /** 0 where nothing differs. */
  long stillAffected() {
    return shown().isPresent() ? counts().stillAffected() : 0;
  }

  /** As kept; else counted in one pass over both runs. */
  private synchronized FollowedCounts counts() {
    if (counts == null) {
      counts =
          database
              .jdbi()
              .withHandle(handle -> FollowedCounts.find(handle, run.run()))
              .orElseGet(this::count);
    }
    return counts;
  }

  private FollowedCounts count() {
    FollowedCounts followed =
        database
            .jdbi()
            .withHandle(
                handle -> FollowedCounts.of(followed(handle, new EarlierSuggestions(List.of()))));
    return new FollowedCounts(
        followed.differs() || dayTotalDiffers() || affectedDiffer(),
        followed.stillAffected(),
        followed.outcomes());
  }

  /**
   * Keeps the counts, so that nobody counts again. A run that has ended does not change any more;
   * one that goes on must be this process's, and have come to its outputs.
   */
  void keep() {
    if (first.isEmpty()) {
      return;
    }
    FollowedCounts all = counts();
    if (run.state().hasResults()) {
      database.inTurn(
          handle -> {
            all.keep(handle, run.run());
            return null;
          });
    } else {
      database.write(run.run(), handle -> all.keep(handle, run.run()));
    }
  }

  void forEach(Consumer<Followed> parcel) {
    if (shown().isPresent()) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  followed(handle, new EarlierSuggestions(earlier(handle)))
                      .forEachRemaining(parcel));
    }
  }

  private boolean dayTotalDiffers() {
    return !new RunStore(database)
        .find(first.getAsLong())
        .orElseThrow()
        .dayTotal()
        .equals(run.dayTotal());
  }

  /** While no followed parcel differs, more or less are affected only by others. */
  private boolean affectedDiffer() {
    return affected(first.getAsLong()) != affected(run.run());
  }

  private long affected(long number) {
    return database.jdbi().withHandle(handle -> new ParcelCounts(handle, number).affected());
  }

  private Iterator<Followed> followed(Handle handle, EarlierSuggestions suggestions) {
    return new FollowedParcels(
        handle,
        RunSide.of(database, first.getAsLong()),
        RunSide.of(database, run.run()),
        suggestions);
  }

  private List<EarlierSuggestions.Earlier> earlier(Handle handle) {
    RunStore runs = new RunStore(database);
    return RunStore.finished(handle, run.incident(), run.run()).stream()
        .sorted(Collections.reverseOrder())
        .map(
            number ->
                new EarlierSuggestions.Earlier(
                    runs.find(number).orElseThrow().asOf(), new ParcelLookup(database, number)))
        .toList();
  }
}
