package parcelrecon.console.parcels;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import parcelrecon.console.page.NotThere;
import parcelrecon.console.review.ListAddress;
import parcelrecon.console.review.RowAges;
import parcelrecon.console.site.ConsoleSettings;
import parcelrecon.model.Currencies;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.listing.Facet;
import parcelrecon.results.listing.ListingFilter;
import parcelrecon.results.listing.ListingSearch;

/**
 * Reads the filter out of the list's address, for the list and for who acts on all that it leaves.
 */
@Component
class ListQuery implements ListAddress {

  private static final int STANDARD_DECIMALS = 2;

  private final ResultsDatabase database;
  private final ConsoleSettings settings;
  private final ListedRun runs;

  ListQuery(ResultsDatabase database, ConsoleSettings settings, ListedRun runs) {
    this.database = database;
    this.settings = settings;
    this.runs = runs;
  }

  @Override
  public ListingFilter filter(long run, String query) {
    MultiValueMap<String, String> asked =
        UriComponentsBuilder.fromUriString("/?" + query).build().getQueryParams();
    ListForm form =
        new ListForm(
            first(asked, "id"),
            first(asked, "store"),
            first(asked, "kind"),
            first(asked, "about"),
            first(asked, "verdict"),
            first(asked, "phase"),
            first(asked, "standing"),
            first(asked, "decision"),
            first(asked, "assignee"),
            first(asked, "due"),
            first(asked, "amount"),
            null,
            null);
    ListedRun.Found found = runs.find(run);
    if (!found.isListed()) {
      throw new NotThere();
    }
    if (!NotUnderstood.of(form, found.row().incident()).isEmpty()) {
      throw new IllegalArgumentException("a filter that means nothing");
    }
    return filter(found.row(), form);
  }

  private static String first(MultiValueMap<String, String> asked, String name) {
    String value = asked.getFirst(name);
    return value == null ? null : UriUtils.decode(value.replace('+', ' '), "UTF-8");
  }

  ListingFilter filter(RunRow run, ListForm form) {
    ListingFilter filter = form.filter(decimals(new ListingSearch(database, run.run())));
    if (!form.isOfOverdue()) {
      return filter;
    }
    RowAges ages = new RowAges(database, run, settings.sla());
    return filter.with(row -> ages.of(row).isOverdue());
  }

  /** Those of the currency that most amounts of the list are in. */
  private static int decimals(ListingSearch search) {
    return search.totals(Facet.CURRENCY).entrySet().stream()
        .filter(currency -> !currency.getKey().isEmpty())
        .max(Map.Entry.comparingByValue())
        .map(currency -> Currencies.decimals(currency.getKey()))
        .orElse(STANDARD_DECIMALS);
  }
}
