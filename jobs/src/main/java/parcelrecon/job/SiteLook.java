package parcelrecon.job;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import parcelrecon.model.Coverage;
import parcelrecon.model.Incident;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsLook;
import parcelrecon.results.ResultsSettings;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.Prospect;
import parcelrecon.rule.Provable;
import parcelrecon.source.Source;
import parcelrecon.source.SourceLook;
import parcelrecon.source.SourceSettings;

/**
 * What a site's sources could show of a window, told without reading them, and what a run could
 * prove by it. Leaves nothing behind.
 *
 * @param results absent where they cannot be opened, or were not asked for
 * @param reached the sources that can be used, in the order of their names
 * @param prospects of every kind; empty while there is a problem, as no run would start
 * @param problem all that is wrong
 */
public record SiteLook(
    Optional<ResultsLook> results,
    SortedMap<SourceName, Reached> reached,
    List<Prospect> prospects,
    Optional<ProblemException> problem) {

  /**
   * A source that can be used.
   *
   * @param byKey whether it can be asked by parcel
   * @param firstRows none of the list of stores, and of what is no file
   */
  public record Reached(SourceLook look, boolean byKey, TriedRows firstRows) {
    public Coverage coverage() {
      return new Coverage(look.reasons());
    }

    /** The database, files or brokers, without secrets. */
    public String where() {
      return look.where();
    }

    /** How late its data go, where it tells at once. */
    public Optional<Instant> reaches() {
      return look.reaches();
    }
  }

  /**
   * Reaches the results database and every source.
   *
   * @param results absent where they are open already
   * @param incident with its phases, as far as they are known
   * @param asOf as a run begun now would have it
   */
  public static SiteLook at(
      Site site, Optional<ResultsSettings> results, Incident incident, Instant asOf) {
    Window window = incident.window();
    SortedMap<SourceName, Reached> reached = new TreeMap<>();
    SourceProblems problems = new SourceProblems();
    Optional<ResultsLook> kept =
        results.flatMap(of -> problems.reach(() -> ResultsDatabase.look(of)));
    try (OpenSources sources = new OpenSources(site.sources())) {
      for (SourceName name : new TreeMap<>(site.sources()).keySet()) {
        problems
            .reach(() -> reach(sources.get(name), window))
            .ifPresent(source -> reached.put(name, source));
      }
    }
    Optional<ProblemException> problem = problems.all();
    return new SiteLook(
        kept,
        reached,
        problem.isPresent() ? List.of() : Provable.in(context(site, incident, asOf, reached)),
        problem);
  }

  private static Reached reach(Source source, Window window) {
    SourceLook look = source.look(window);
    TriedRows firstRows = new TriedRows();
    if (source.name() != SourceName.STORES) {
      source.tryOut(firstRows);
      firstRows.check(source.name());
    }
    return new Reached(look, source.byKey().isPresent(), firstRows);
  }

  /** Whether every source could show all, as far as can be told before it is read. */
  public boolean isComplete() {
    return problem.isEmpty()
        && reached.values().stream()
            .allMatch(source -> source.coverage().state() == Coverage.State.COMPLETE);
  }

  private static JudgingContext context(
      Site site, Incident incident, Instant asOf, Map<SourceName, Reached> reached) {
    Map<SourceName, Coverage> coverage = new EnumMap<>(SourceName.class);
    reached.forEach((name, source) -> coverage.put(name, source.coverage()));
    coverage.remove(SourceName.STORES);
    SourceSettings payments = site.sources().get(SourceName.PAYMENTS);
    return new JudgingContext(
        incident.window(),
        incident.phases(),
        asOf,
        site.rules(),
        new JudgingContext.Sources(
            coverage,
            payments != null && payments.independent(),
            Optional.ofNullable(payments).flatMap(SourceSettings::completeThrough),
            Site.knowsAnywhere(
                site.sources().get(SourceName.OUTBOUND).reader().type(),
                reached.get(SourceName.OUTBOUND).byKey())),
        new JudgingContext.Events(
            site.events().outbound(),
            site.events().reversal(),
            site.events().stillHere(),
            reached.values().stream().flatMap(source -> source.look().groups().stream()).toList()));
  }
}
