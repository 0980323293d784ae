package parcelrecon.console.parcels;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import parcelrecon.console.page.PageTexts;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.report.listed.ListedAnswer;
import parcelrecon.report.listed.Listing;
import parcelrecon.report.listed.Place;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ParcelLookup;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.StoredResults;

/** One parcel: what was found, what to do, and its records on one clock. */
@Controller
class ParcelController {

  private static final int ID_CHARACTERS_MAX = 500;

  private final ResultsDatabase database;
  private final ListedRun runs;
  private final PageTexts texts;

  ParcelController(ResultsDatabase database, ListedRun runs, PageTexts texts) {
    this.database = database;
    this.runs = runs;
    this.texts = texts;
  }

  @Allowed(Permission.SEE_PARCELS)
  @GetMapping("/runs/{run}/parcel")
  String parcel(
      @PathVariable long run,
      @RequestParam(defaultValue = "") String id,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    ListedRun.Found found = runs.find(run);
    if (!found.isListed()) {
      return found.instead(model);
    }
    RunRow row = found.row();
    model.addAttribute("number", run);
    String wanted = id.strip();
    model.addAttribute("id", wanted);
    ParcelLookup lookup = new ParcelLookup(database, run);
    Optional<ParcelRow> parcel =
        wanted.isEmpty() || wanted.length() > ID_CHARACTERS_MAX
            ? Optional.empty()
            : Optional.ofNullable(lookup.parcels(List.of(wanted)).get(wanted))
                .filter(each -> !each.mismatches().isEmpty());
    if (parcel.isPresent()) {
      model.addAttribute("zone", row.incident().window().zone().getId());
      model.addAttribute("parcel", ParcelView.of(view(row, locale), parcel.get()));
      return "parcels/parcel";
    }
    notFound(wanted, lookup, texts.in(locale), model, response);
    return "parcels/without";
  }

  private RunView view(RunRow row, Locale locale) {
    StoredResults results = new StoredResults(database, row.run());
    return new RunView(results, row, results.context(), texts.in(locale), runs.stores(row.run()));
  }

  private void notFound(
      String id, ParcelLookup lookup, Texts words, Model model, HttpServletResponse response) {
    long run = (long) model.getAttribute("number");
    List<ListedAnswer> answers = new ArrayList<>();
    new Listing(new StoredResults(database, run), lookup, words).answer(List.of(id), answers::add);
    ListedAnswer answer = answers.get(0);
    model.addAttribute("explanation", answer.explanation());
    model.addAttribute("meant", answer.meant());
    if (answer.place() != Place.CLEAN && answer.place() != Place.OUTSIDE) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
