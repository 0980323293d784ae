package parcelrecon.console.parcels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import parcelrecon.model.Incident;
import parcelrecon.model.Verdict;
import parcelrecon.report.text.Texts;
import parcelrecon.results.listing.Facet;
import parcelrecon.results.listing.ListingSearch;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Standing;

/** What can be chosen in the fields of the filter, with how many rows have it. */
record Choices(Texts texts, Incident incident, ListingSearch search) {

  /** One option: what the address says for it, and what people read. */
  record Choice(String value, String text) {}

  /** The decisions a list can show, in the order people think of them. */
  private static final List<String> DECISIONS =
      List.of(ListForm.OPEN, "REOPENED", "DEFERRED", "CONFIRMED", "REJECTED", "FIXED");

  public List<Choice> kinds() {
    return named(Facet.KIND, MismatchKind.values());
  }

  public List<Choice> classes() {
    return named(Facet.CLASS, MismatchClass.values());
  }

  public List<Choice> standings() {
    return named(Facet.STANDING, Standing.values());
  }

  public List<Choice> verdicts() {
    List<Choice> choices = new ArrayList<>(named(Facet.VERDICT, Verdict.values()));
    choices.addAll(without(Facet.VERDICT, "parcels.verdict.none"));
    return choices;
  }

  /** Empty where the incident has no phases. */
  public List<Choice> phases() {
    if (incident.phases().isEmpty()) {
      return List.of();
    }
    SortedMap<String, Long> totals = search.totals(Facet.PHASE);
    List<Choice> choices = new ArrayList<>();
    for (int at = 0; at < incident.phases().size(); at++) {
      long rows = totals.getOrDefault(String.valueOf(at), 0L);
      choices.add(counted(String.valueOf(at), incident.phases().get(at).label(), rows));
    }
    choices.addAll(without(Facet.PHASE, "parcels.phase.none"));
    return choices;
  }

  public List<Choice> decisions() {
    return DECISIONS.stream()
        .map(decision -> new Choice(decision, texts.text("review.decision." + named(decision))))
        .toList();
  }

  private static String named(String decision) {
    return decision.equals(ListForm.OPEN) ? "open" : decision;
  }

  private <E extends Enum<E>> List<Choice> named(Facet facet, E[] values) {
    Map<String, Long> totals = search.totals(facet);
    Function<E, Choice> choice =
        value -> counted(value.name(), texts.name(value), totals.get(value.name()));
    return Stream.of(values).filter(value -> totals.containsKey(value.name())).map(choice).toList();
  }

  private List<Choice> without(Facet facet, String key) {
    Long rows = search.totals(facet).get("");
    return rows == null ? List.of() : List.of(counted(ListForm.NONE, texts.text(key), rows));
  }

  private Choice counted(String value, String name, long rows) {
    return new Choice(value, texts.text("parcels.choice", name, rows));
  }
}
