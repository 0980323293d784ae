package parcelrecon.report.comparison;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.results.RunResults;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.Totals;
import parcelrecon.rule.MismatchKind;

/**
 * What a run found, beside what its control found: per kind how many parcels, at which rate, and
 * how many more than usual. What one of the two could not show whole is not known, and never an
 * excess.
 *
 * @param window of the control, in the incident's zone
 * @param obstacle absent when the state is COMPLETE
 * @param lacking the sources that could not show all, in the run or in its control
 * @param pickUps completed outbounds in the run's scope
 * @param pickUpsThen the same of the control; absent when it has no results
 * @param kinds every kind has an entry
 */
public record Comparison(
    Window window,
    Instant asOf,
    State state,
    Optional<Obstacle> obstacle,
    Set<SourceName> lacking,
    long pickUps,
    OptionalLong pickUpsThen,
    Map<MismatchKind, Compared> kinds) {

  /** Of a run with more pick-ups than so many times its control's, the control tells nothing. */
  private static final long PICK_UPS_TIMES_MAX = 10;

  /** How much of it is known. */
  public enum State {
    COMPLETE,
    IN_PART,
    NOT_KNOWN
  }

  /** Absent when none was asked for. */
  public static Optional<Comparison> of(RunResults run) {
    return run.control().map(control -> of(run, control));
  }

  /** Found per 1,000 pick-ups of the run; absent without any. */
  public Optional<BigDecimal> rate(MismatchKind kind) {
    return pickUps == 0
        ? Optional.empty()
        : Optional.of(Compared.rate(kinds.get(kind).found(), pickUps));
  }

  /** The kinds there is something to tell of: found at either time. */
  public List<MismatchKind> seen() {
    return kinds.entrySet().stream()
        .filter(kind -> kind.getValue().isSeen())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Comparison of(RunResults run, RunResults control) {
    RunRow row = control.run();
    Totals.Found found = run.found();
    if (row.state() == RunState.FAILED) {
      return nothing(row, Obstacle.of(row.exitCode().orElseThrow()), found, OptionalLong.empty());
    }
    Totals.Found then = control.found();
    Optional<Obstacle> pickUps = obstacle(found.pickUps(), then.pickUps());
    if (pickUps.isPresent()) {
      return nothing(row, pickUps.get(), found, OptionalLong.of(then.pickUps()));
    }
    Sight here = new Sight(run);
    Sight there = new Sight(control);
    Set<SourceName> lacking = new TreeSet<>(here.lacking());
    lacking.addAll(there.lacking());
    Map<MismatchKind, Compared> kinds = new EnumMap<>(MismatchKind.class);
    for (MismatchKind kind : MismatchKind.values()) {
      kinds.put(kind, compared(kind, found, then, new Sights(here, there, lacking)));
    }
    State state = state(kinds, lacking);
    return new Comparison(
        row.incident().window(),
        row.asOf(),
        state,
        state == State.COMPLETE
            ? Optional.empty()
            : Optional.of(lacking.isEmpty() ? Obstacle.PHASES : Obstacle.SOURCES),
        Collections.unmodifiableSet(lacking),
        found.pickUps(),
        OptionalLong.of(then.pickUps()),
        Collections.unmodifiableMap(kinds));
  }

  private record Sights(Sight here, Sight then, Set<SourceName> lacking) {}

  private static Compared compared(
      MismatchKind kind, Totals.Found found, Totals.Found then, Sights sights) {
    long number = found.parcels().get(kind);
    if (!sights.here().looksFor(kind) || !sights.then().looksFor(kind)) {
      return Compared.notLookedFor(number);
    }
    if (!Collections.disjoint(Sight.sourcesOf(kind), sights.lacking())
        || sights.here().restsOnPhases(kind)) {
      return Compared.notKnown(number);
    }
    return Compared.of(number, then.parcels().get(kind), found.pickUps(), then.pickUps());
  }

  private static Optional<Obstacle> obstacle(long pickUps, long pickUpsThen) {
    if (pickUps == 0) {
      return Optional.of(Obstacle.NO_PICK_UPS);
    }
    if (pickUpsThen == 0) {
      return Optional.of(Obstacle.NO_PICK_UPS_THEN);
    }
    return pickUps / PICK_UPS_TIMES_MAX > pickUpsThen
        ? Optional.of(Obstacle.FEW_PICK_UPS_THEN)
        : Optional.empty();
  }

  private static State state(Map<MismatchKind, Compared> kinds, Set<SourceName> lacking) {
    boolean known = kinds.values().stream().anyMatch(kind -> kind.then().isPresent());
    boolean unknown = kinds.values().stream().anyMatch(kind -> kind.finding() == Finding.NOT_KNOWN);
    if (!unknown && lacking.isEmpty()) {
      return State.COMPLETE;
    }
    return known ? State.IN_PART : State.NOT_KNOWN;
  }

  private static Comparison nothing(
      RunRow control, Obstacle obstacle, Totals.Found found, OptionalLong pickUpsThen) {
    Map<MismatchKind, Compared> kinds = new EnumMap<>(MismatchKind.class);
    for (MismatchKind kind : MismatchKind.values()) {
      kinds.put(kind, Compared.notKnown(found.parcels().get(kind)));
    }
    return new Comparison(
        control.incident().window(),
        control.asOf(),
        State.NOT_KNOWN,
        Optional.of(obstacle),
        Set.of(),
        found.pickUps(),
        pickUpsThen,
        Collections.unmodifiableMap(kinds));
  }
}
