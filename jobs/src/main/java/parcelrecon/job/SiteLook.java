package parcelrecon.job;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.problem.ProblemException;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.Prospect;
import parcelrecon.rule.Provable;
import parcelrecon.source.Source;
import parcelrecon.source.SourceLook;
import parcelrecon.source.SourceSettings;

/**
 * What a site's sources could show of a window, told without reading their rows, and what a run
 * could prove by it. Leaves nothing behind.
 *
 * @param sources those that could be reached, in the order of their names
 * @param prospects of every kind; empty while a source could not be reached, as no run would start
 * @param problem all that is wrong with the others
 */
public record SiteLook(
    SortedMap<SourceName, SourceLook> sources,
    List<Prospect> prospects,
    Optional<ProblemException> problem) {

  /**
   * Reaches every source.
   *
   * @param asOf as a run begun now would have it
   */
  public static SiteLook at(Site site, Window window, Instant asOf) {
    SortedMap<SourceName, SourceLook> looks = new TreeMap<>();
    SourceProblems problems = new SourceProblems();
    boolean outboundsAnywhere = false;
    try (OpenSources sources = new OpenSources(site.sources())) {
      for (SourceName name : new TreeMap<>(site.sources()).keySet()) {
        problems
            .reach(() -> sources.get(name).look(window))
            .ifPresent(look -> looks.put(name, look));
      }
      if (looks.containsKey(SourceName.OUTBOUND)) {
        Source outbound = sources.get(SourceName.OUTBOUND);
        outboundsAnywhere = Site.knowsAnywhere(outbound.type(), outbound.byKey().isPresent());
      }
    }
    Optional<ProblemException> problem = problems.all();
    return new SiteLook(
        looks,
        problem.isPresent()
            ? List.of()
            : Provable.in(context(site, window, asOf, looks, outboundsAnywhere)),
        problem);
  }

  /** Whether every source could show all, as far as can be told before it is read. */
  public boolean isComplete() {
    return problem.isEmpty()
        && sources.values().stream()
            .allMatch(look -> new Coverage(look.reasons()).state() == Coverage.State.COMPLETE);
  }

  private static JudgingContext context(
      Site site,
      Window window,
      Instant asOf,
      Map<SourceName, SourceLook> looks,
      boolean outboundsAnywhere) {
    Map<SourceName, Coverage> coverage = new EnumMap<>(SourceName.class);
    looks.forEach(
        (name, look) -> {
          if (name != SourceName.STORES) {
            coverage.put(name, new Coverage(look.reasons()));
          }
        });
    SourceSettings payments = site.sources().get(SourceName.PAYMENTS);
    return new JudgingContext(
        window,
        List.of(),
        asOf,
        site.rules(),
        new JudgingContext.Sources(
            coverage,
            payments != null && payments.independent(),
            Optional.ofNullable(payments).flatMap(SourceSettings::completeThrough),
            outboundsAnywhere),
        new JudgingContext.Events(
            site.events().outbound(),
            site.events().reversal(),
            site.events().stillHere(),
            looks.values().stream().flatMap(look -> look.groups().stream()).toList()));
  }
}
