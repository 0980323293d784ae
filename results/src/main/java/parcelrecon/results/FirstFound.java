package parcelrecon.results;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import parcelrecon.outcome.Outcome;

/** A run held against the one that first found its incident; what is counted is counted once. */
final class FirstFound {

  private final ResultsDatabase database;
  private final RunRow run;
  private final OptionalLong first;
  private Optional<Long> shown;
  private Map<Outcome, Totals.Outcomes> outcomes;

  FirstFound(ResultsDatabase database, long run) {
    this.database = database;
    this.run = new RunStore(database).find(run).orElseThrow(() -> RunStore.noRun(run));
    this.first = new RunStore(database).findFirstFound(run);
  }

  /** The first run, where anything differs since. Reads no further than to the first difference. */
  synchronized Optional<Long> shown() {
    if (shown == null) {
      shown =
          first.isPresent()
                  && (dayTotalDiffers() || affectedDiffer() || read(FirstFound::anyDiffers))
              ? Optional.of(first.getAsLong())
              : Optional.empty();
    }
    return shown;
  }

  /** In the order of the outcomes. */
  synchronized Map<Outcome, Totals.Outcomes> outcomes() {
    if (outcomes == null) {
      Map<Outcome, Totals.Outcomes> counted = new EnumMap<>(Outcome.class);
      forEach(
          parcel ->
              counted.merge(
                  parcel.outcome(),
                  new Totals.Outcomes(1, parcel.left().isEmpty() ? 0 : 1),
                  FirstFound::sum));
      outcomes = Collections.unmodifiableMap(counted);
    }
    return outcomes;
  }

  void forEach(Consumer<Followed> parcel) {
    if (shown().isPresent()) {
      read(
          followed -> {
            followed.forEachRemaining(parcel);
            return null;
          });
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
    return database
        .jdbi()
        .withHandle(handle -> new ParcelCounts(handle, number).read().parcels().affected());
  }

  private static boolean anyDiffers(Iterator<Followed> parcels) {
    while (parcels.hasNext()) {
      if (parcels.next().differs()) {
        return true;
      }
    }
    return false;
  }

  private static Totals.Outcomes sum(Totals.Outcomes left, Totals.Outcomes right) {
    return new Totals.Outcomes(
        left.parcels() + right.parcels(), left.withLeft() + right.withLeft());
  }

  private <T> T read(Function<Iterator<Followed>, T> reader) {
    return database.jdbi().withHandle(handle -> reader.apply(followed(handle)));
  }

  private Iterator<Followed> followed(Handle handle) {
    return new FollowedParcels(
        handle,
        RunSide.of(database, first.getAsLong()),
        RunSide.of(database, run.run()),
        new EarlierSuggestions(earlier(handle)));
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
