package parcelrecon.console.parcels;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
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
    ListedRun.Found found = runs.find(run);
    if (!found.isListed()) {
      return found.instead(model);
    }
    RunRow row = found.row();
    model.addAttribute("number", run);
    ListingSearch search = new ListingSearch(database, run);
    Texts words = texts.in(locale);
    List<NotUnderstood> wrong = NotUnderstood.of(form, row.incident());
    model.addAttribute("incident", row.incident());
    model.addAttribute("form", form);
    model.addAttribute("query", form.query());
    model.addAttribute("choices", new Choices(words, row.incident(), search, form));
    model.addAttribute("wrong", wrong);
    if (wrong.isEmpty()) {
      addRows(search, row, form, words, model);
    } else {
      model.addAttribute("count", words.text("parcels.wrong.count"));
    }
    return "parcels/list";
  }

  private void addRows(ListingSearch search, RunRow row, ListForm form, Texts words, Model model) {
    ListingFilter filter = query.filter(row, form);
    ListingPage page = page(search, filter, form);
    ListingCount count = search.count(filter);
    model.addAttribute("count", words.text("parcels.count." + count.bound(), count.rows()));
    model.addAttribute("isCutShort", page.isCutShort());
    model.addAttribute(
        "lines", new ListedLines(words, row.incident(), runs.stores(row.run())).of(page.rows()));
    page.next().ifPresent(at -> model.addAttribute("next", form.query("after", at)));
    page.previous().ifPresent(at -> model.addAttribute("previous", form.query("before", at)));
  }

  /** The part of the page in its place that is asked for again while the list is being made. */
  @Allowed(Permission.SEE_PARCELS)
  @GetMapping("/runs/{run}/parcels/progress")
  String progress(@PathVariable long run, Model model, HttpServletResponse response) {
    if (!runs.isInMaking(run)) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("number", run);
    return "parcels/making :: making";
  }

  private static ListingPage page(ListingSearch search, ListingFilter filter, ListForm form) {
    return form.afterPosition()
        .map(position -> search.after(filter, position))
        .or(() -> form.beforePosition().map(position -> search.before(filter, position)))
        .orElseGet(() -> search.first(filter));
  }
}
