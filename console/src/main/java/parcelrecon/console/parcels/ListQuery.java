package parcelrecon.console.parcels;

import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import parcelrecon.console.review.ListAddress;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.listing.ListingFilter;
import parcelrecon.results.listing.ListingSearch;

/** Reads the filter out of the list's address, for who acts on all that it leaves. */
@Component
class ListQuery implements ListAddress {

  private final ResultsDatabase database;

  ListQuery(ResultsDatabase database) {
    this.database = database;
  }

  @Override
  public ListingFilter filter(long run, String query) {
    ListForm form = form(query);
    if (form.isAmountWrong()) {
      throw new IllegalArgumentException("no amount");
    }
    return form.filter(ParcelsController.decimals(new ListingSearch(database, run)));
  }

  private static ListForm form(String query) {
    MultiValueMap<String, String> given =
        UriComponentsBuilder.newInstance()
            .query(query.isEmpty() ? null : query)
            .build()
            .getQueryParams();
    return new ListForm(
        of(given, "id"),
        of(given, "store"),
        of(given, "kind"),
        of(given, "about"),
        of(given, "verdict"),
        of(given, "phase"),
        of(given, "standing"),
        of(given, "decision"),
        of(given, "assignee"),
        of(given, "amount"),
        null,
        null);
  }

  /** A browser's form writes a blank as a plus. */
  private static String of(MultiValueMap<String, String> given, String field) {
    String value = given.getFirst(field);
    return value == null ? null : UriUtils.decode(value.replace('+', ' '), "UTF-8");
  }
}
