package parcelrecon.console.parcels;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import parcelrecon.model.Incident;
import parcelrecon.model.Verdict;
import parcelrecon.report.text.Texts;
import parcelrecon.results.listing.Facet;
import parcelrecon.results.listing.ListingSearch;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Standing;

/**
 * What can be chosen in the fields of the filter, with how many rows have it. What is asked for is
 * among it even when no row has it, or it means nothing: a field never shows anything else.
 */
record Choices(Texts texts, Incident incident, ListingSearch search, ListForm form) {

  /** One option: what the address says for it, and what people read. */
  record Choice(String value, String text) {}

  /** The decisions a list can show, in the order people think of them. */
  static final List<String> DECISIONS =
      List.of(ListForm.OPEN, "REOPENED", "DEFERRED", "CONFIRMED", "REJECTED", "FIXED");

  public List<Choice> kinds() {
    return named(Facet.KIND, MismatchKind.values(), form.kind());
  }

  public List<Choice> classes() {
    return named(Facet.CLASS, MismatchClass.values(), form.about());
  }

  public List<Choice> standings() {
    return named(Facet.STANDING, Standing.values(), form.standing());
  }

  public List<Choice> verdicts() {
    return named(Facet.VERDICT, Verdict.values(), "parcels.verdict.none", form.verdict());
  }

  /** Empty where the incident has no phases, unless one is asked for. */
  public List<Choice> phases() {
    List<Choice> choices = new ArrayList<>();
    if (!incident.phases().isEmpty()) {
      SortedMap<String, Long> totals = search.totals(Facet.PHASE);
      for (int at = 0; at < incident.phases().size(); at++) {
        long rows = totals.getOrDefault(String.valueOf(at), 0L);
        choices.add(counted(String.valueOf(at), incident.phases().get(at).label(), rows));
      }
      choices.addAll(without(totals, "parcels.phase.none", form.phase()));
    }
    return withAsked(choices, form.phase());
  }

  public List<Choice> decisions() {
    List<Choice> choices = new ArrayList<>();
    DECISIONS.forEach(
        decision ->
            choices.add(new Choice(decision, texts.text("review.decision." + named(decision)))));
    return withAsked(choices, form.decision());
  }

  private static String named(String decision) {
    return decision.equals(ListForm.OPEN) ? "open" : decision;
  }

  private <E extends Enum<E>> List<Choice> named(Facet facet, E[] values, String asked) {
    return withAsked(named(search.totals(facet), values, asked), asked);
  }

  private <E extends Enum<E>> List<Choice> named(
      Facet facet, E[] values, String keyOfNone, String asked) {
    SortedMap<String, Long> totals = search.totals(facet);
    List<Choice> choices = named(totals, values, asked);
    choices.addAll(without(totals, keyOfNone, asked));
    return withAsked(choices, asked);
  }

  private <E extends Enum<E>> List<Choice> named(
      SortedMap<String, Long> totals, E[] values, String asked) {
    List<Choice> choices = new ArrayList<>();
    for (E value : values) {
      if (totals.containsKey(value.name()) || value.name().equals(asked)) {
        choices.add(
            counted(value.name(), texts.name(value), totals.getOrDefault(value.name(), 0L)));
      }
    }
    return choices;
  }

  private List<Choice> without(SortedMap<String, Long> totals, String key, String asked) {
    return totals.containsKey("") || ListForm.NONE.equals(asked)
        ? List.of(counted(ListForm.NONE, texts.text(key), totals.getOrDefault("", 0L)))
        : List.of();
  }

  private static List<Choice> withAsked(List<Choice> choices, String asked) {
    String value = ListForm.text(asked);
    if (!value.isEmpty() && choices.stream().noneMatch(each -> each.value().equals(value))) {
      choices.add(new Choice(value, value));
    }
    return choices;
  }

  private Choice counted(String value, String name, long rows) {
    return new Choice(value, texts.text("parcels.choice", name, rows));
  }
}
