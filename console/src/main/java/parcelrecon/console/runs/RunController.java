package parcelrecon.console.runs;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import parcelrecon.console.page.PageTexts;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.console.sign.Person;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.job.RunDesk;
import parcelrecon.job.RunOutcome;
import parcelrecon.problem.Problem;
import parcelrecon.report.text.Texts;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;

/** One run: how far it is, or what it found. */
@Controller
class RunController {

  private static final String TO_RUN = "redirect:/runs/{run}";

  private final KnownRuns runs;
  private final RunDesk desk;
  private final RunActs acts;
  private final ConsoleSite site;
  private final PageTexts texts;

  RunController(KnownRuns runs, RunDesk desk, RunActs acts, ConsoleSite site, PageTexts texts) {
    this.runs = runs;
    this.desk = desk;
    this.acts = acts;
    this.site = site;
    this.texts = texts;
  }

  @Allowed(Permission.SEE_RUNS)
  @GetMapping("/runs/{run}")
  String run(@PathVariable long run, Locale locale, Model model) {
    RunRow row = runs.find(run);
    model.addAttribute("row", row);
    model.addAttribute("name", RunWords.name(row.incident()));
    model.addAttribute("window", RunWords.window(row.incident().window(), texts.in(locale)));
    model.addAttribute("busy", acts.inHand());
    model.addAttribute("problems", problems(run));
    if (row.state() == RunState.RUNNING) {
      model.addAttribute("progress", progress(row, texts.in(locale)));
    }
    if (row.state() == RunState.INTERRUPTED) {
      model.addAttribute("canResume", isOfThisConfiguration(row));
    }
    runs.counted(row).ifPresent(totals -> model.addAttribute("removed", totals.parcels()));
    runs.latestBefore(row).ifPresent(earlier -> model.addAttribute("earlier", earlier));
    runs.page(row, texts.in(locale)).ifPresent(page -> model.addAttribute("page", page));
    return "runs/run";
  }

  /** The part of the page that is asked for again while the run goes on. */
  @Allowed(Permission.SEE_RUNS)
  @GetMapping("/runs/{run}/progress")
  String progress(
      @PathVariable long run, Locale locale, Model model, HttpServletResponse response) {
    RunRow row = runs.find(run);
    if (row.state() != RunState.RUNNING) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("row", row);
    model.addAttribute("progress", progress(row, texts.in(locale)));
    return "runs/progress :: progress";
  }

  @Allowed(Permission.RUN)
  @PostMapping("/runs/{run}/stop")
  String stop(@PathVariable long run, Person person, RedirectAttributes told) {
    runs.find(run);
    if (!acts.stop(run, person)) {
      told.addFlashAttribute("told", "runs.told.notHere");
    }
    return TO_RUN;
  }

  @Allowed(Permission.RUN)
  @PostMapping("/runs/{run}/resume")
  String resume(@PathVariable long run, Person person, RedirectAttributes told) {
    RunRow row = runs.find(run);
    if (row.state() == RunState.INTERRUPTED) {
      acts.resume(run, person);
    } else {
      told.addFlashAttribute("told", "runs.told.nothingToResume");
    }
    return TO_RUN;
  }

  @Allowed(Permission.RUN)
  @PostMapping("/runs/{run}/recheck")
  String recheck(@PathVariable long run, Person person, RedirectAttributes told) {
    RunRow row = runs.find(run);
    if (!row.hasResults()) {
      told.addFlashAttribute("told", "runs.told.nothingToRecheck");
      return TO_RUN;
    }
    return "redirect:/runs/" + acts.recheck(row, person);
  }

  private ProgressView progress(RunRow row, Texts words) {
    return desk.progress(row.run())
        .map(progress -> ProgressView.here(progress, words))
        .orElseGet(() -> ProgressView.elsewhere(runs.unfinished(row).stages(), words));
  }

  private List<String> problems(long run) {
    return desk.outcome(run).map(RunOutcome::problems).orElse(List.of()).stream()
        .map(Problem::text)
        .toList();
  }

  /** A run cannot be gone on with under another configuration than it began with. */
  private boolean isOfThisConfiguration(RunRow row) {
    return site.site(row.incident()).configuration().sha256().equals(row.configuration().sha256());
  }
}
