package parcelrecon.console.parcels;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import parcelrecon.console.page.PageTexts;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.listing.ListingCount;
import parcelrecon.results.listing.ListingFilter;
import parcelrecon.results.listing.ListingPage;
import parcelrecon.results.listing.ListingSearch;

/** The list of a run's mismatches, filtered, a page at a time. */
@Controller
class ParcelsController {

  private final ResultsDatabase database;
  private final ListedRun runs;
  private final ListQuery query;
  private final PageTexts texts;

  ParcelsController(ResultsDatabase database, ListedRun runs, ListQuery query, PageTexts texts) {
    this.database = database;
    this.runs = runs;
    this.query = query;
    this.texts = texts;
  }

  @Allowed(Permission.SEE_PARCELS)
  @GetMapping("/runs/{run}/parcels")
  String parcels(@PathVariable long run, ListForm form, Locale locale, Model model) {
    model.addAttribute("number", run);
    Optional<RunRow> row = runs.find(run);
    if (row.isEmpty()) {
      model.addAttribute("told", "parcels.notYet");
      return "parcels/told";
    }
    ListingSearch search = new ListingSearch(database, run);
    ListingFilter filter = query.filter(row.get(), form);
    ListingPage page = page(search, filter, form);
    Texts words = texts.in(locale);
    model.addAttribute("incident", row.get().incident());
    model.addAttribute("form", form);
    model.addAttribute("query", form.query());
    model.addAttribute("choices", new Choices(words, row.get().incident(), search));
    model.addAttribute("count", count(words, search.count(filter)));
    model.addAttribute("isCutShort", page.isCutShort());
    model.addAttribute(
        "lines", new ListedLines(words, row.get().incident(), runs.stores(run)).of(page.rows()));
    page.next().ifPresent(at -> model.addAttribute("next", form.query("after", at)));
    page.previous().ifPresent(at -> model.addAttribute("previous", form.query("before", at)));
    return "parcels/list";
  }

  private static ListingPage page(ListingSearch search, ListingFilter filter, ListForm form) {
    return form.afterPosition()
        .map(position -> search.after(filter, position))
        .or(() -> form.beforePosition().map(position -> search.before(filter, position)))
        .orElseGet(() -> search.first(filter));
  }

  private static String count(Texts texts, ListingCount count) {
    return texts.text("parcels.count." + count.bound(), count.rows());
  }
}
