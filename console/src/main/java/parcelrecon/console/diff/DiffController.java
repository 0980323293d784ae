package parcelrecon.console.diff;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import parcelrecon.console.page.NotThere;
import parcelrecon.console.page.PageTexts;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.outcome.Change;
import parcelrecon.report.diff.DiffTable;
import parcelrecon.report.text.Texts;
import parcelrecon.results.DiffPage;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunDiff;
import parcelrecon.results.RunList;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;

/** A run held against another of its incident. */
@Controller
class DiffController {

  private static final int PAGE_ROWS = 50;

  /** Of more runs of an incident only the newest are offered; an older one can be named. */
  static final int OTHERS_MAX = 100;

  private final ResultsDatabase database;
  private final RunStore runs;
  private final DiffTotalsMaking making;
  private final PageTexts texts;

  DiffController(ResultsDatabase database, DiffTotalsMaking making, PageTexts texts) {
    this.database = database;
    this.runs = new RunStore(database);
    this.making = making;
    this.texts = texts;
  }

  /**
   * @param before the run to begin with; without it the latest one before this
   * @param change only these; all of them where it is none
   * @param behind the parcel behind which the rows begin; empty for the first page
   */
  @Allowed(Permission.SEE_PARCELS)
  @GetMapping("/runs/{run}/diff")
  String diff(
      @PathVariable long run,
      @RequestParam Optional<Long> before,
      @RequestParam(defaultValue = "") String change,
      @RequestParam(defaultValue = "") String behind,
      Model model,
      Locale locale) {
    RunRow row = finished(run);
    List<RunRow> others = others(row);
    model.addAttribute("row", row);
    model.addAttribute("others", others);
    Optional<Long> wanted = before.or(() -> latestBefore(row, others));
    if (wanted.isPresent()) {
      RunDiff diff = RunDiff.between(database, finished(wanted.get()), row);
      show(diff, change, behind, model, texts.in(locale));
    }
    return "diff/diff";
  }

  private RunRow finished(long run) {
    return runs.find(run)
        .filter(row -> !row.isControl() && row.hasResults())
        .orElseThrow(NotThere::new);
  }

  /** Newest first. */
  private List<RunRow> others(RunRow run) {
    return new RunList(database)
        .ofIncident(run.incident().id(), RunList.END, OTHERS_MAX).stream()
            .filter(other -> other.run() != run.run())
            .toList();
  }

  private static Optional<Long> latestBefore(RunRow run, List<RunRow> others) {
    return others.stream()
        .map(RunRow::run)
        .filter(other -> other < run.run())
        .findFirst()
        .or(() -> others.stream().map(RunRow::run).findFirst());
  }

  private void show(RunDiff diff, String change, String behind, Model model, Texts words) {
    model.addAttribute("before", diff.before());
    making.of(diff).ifPresent(totals -> model.addAttribute("table", new DiffTable(totals, words)));
    Set<Change> which = which(change);
    DiffPage page = diff.page(Optional.of(behind).filter(id -> !id.isEmpty()), which, PAGE_ROWS);
    model.addAttribute("counted", DiffTable.COUNTED);
    model.addAttribute("ofMoney", DiffTable.OF_MONEY);
    model.addAttribute("changes", Change.values());
    model.addAttribute("change", which.size() == 1 ? change : "");
    model.addAttribute("behind", behind);
    model.addAttribute("next", page.next().orElse(null));
    model.addAttribute(
        "lines", page.rows().stream().map(each -> DiffLine.of(each, diff, words)).toList());
  }

  private static Set<Change> which(String name) {
    return Stream.of(Change.values())
        .filter(change -> change.name().equals(name))
        .findFirst()
        .map(EnumSet::of)
        .orElse(EnumSet.allOf(Change.class));
  }
}
