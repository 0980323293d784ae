package parcelrecon.console.incident;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parcelrecon.console.page.NotThere;
import parcelrecon.console.page.PageTexts;
import parcelrecon.console.runs.RunWords;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.report.text.Texts;
import parcelrecon.results.IncidentRuns;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.closing.Closing;
import parcelrecon.results.closing.Closings;

/** An incident: what is open day by day, for how long, and whether it is closed. */
@Controller
class IncidentController {

  /** Of older runs nothing is listed; what they found counts all the same. */
  private static final int RUNS_SHOWN = 200;

  private final ResultsDatabase database;
  private final IncidentSums sums;
  private final PageTexts texts;

  IncidentController(ResultsDatabase database, IncidentSums sums, PageTexts texts) {
    this.database = database;
    this.sums = sums;
    this.texts = texts;
  }

  /**
   * @param id of an incident that has a run
   */
  @Allowed(Permission.SEE_RUNS)
  @GetMapping("/incidents")
  String incident(@RequestParam String id, Model model, Locale locale) {
    List<RunRow> all = new IncidentRuns(database).newest(id, RUNS_SHOWN);
    if (all.isEmpty()) {
      throw new NotThere();
    }
    RunRow newest = all.get(0);
    model.addAttribute("id", id);
    model.addAttribute("name", RunWords.name(newest.incident()));
    model.addAttribute("zone", newest.incident().window().zone());
    model.addAttribute("reasonMax", Closing.REASON_LENGTH_MAX);
    Optional<Closing> closing = Closings.standing(database, id);
    closing.ifPresent(each -> model.addAttribute("closing", each));
    closing
        .flatMap(each -> Closings.openSince(database, each))
        .ifPresent(since -> model.addAttribute("since", since));
    model.addAttribute("history", Closings.all(database, id));
    Optional<RunRow> last = new IncidentRuns(database).latest(id);
    List<RunRow> same = last.map(run -> new IncidentRuns(database).upTo(run)).orElse(List.of());
    last.ifPresent(run -> show(run, same, model, texts.in(locale)));
    model.addAttribute("runs", all);
    model.addAttribute("same", same.stream().map(RunRow::run).toList());
    return "incident/incident";
  }

  private void show(RunRow last, List<RunRow> same, Model model, Texts words) {
    model.addAttribute("last", last);
    model.addAttribute("window", RunWords.window(last.incident().window(), words));
    sums.of(last)
        .ifPresent(
            made ->
                model.addAttribute(
                    "page",
                    new IncidentPage(
                        made, same, words, LocalDate.now(last.incident().window().zone()))));
  }
}
