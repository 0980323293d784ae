package parcelrecon.console.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.job.RunDesk;
import parcelrecon.results.CountedRun;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunList;
import parcelrecon.results.RunRow;
import parcelrecon.results.closing.Closing;
import parcelrecon.results.closing.Closings;

/** Incidents and their runs. */
@Controller
class HomeController {

  /** More are on a page of their own. */
  static final int SHOWN_MAX = 100;

  private final KnownRuns runs;
  private final RunDesk desk;
  private final ResultsDatabase database;

  HomeController(KnownRuns runs, RunDesk desk, ResultsDatabase database) {
    this.runs = runs;
    this.desk = desk;
    this.database = database;
  }

  /**
   * @param name its title, or its id where it has none
   * @param runs newest first
   * @param closing absent while it is not closed
   * @param since what is open in a run that has ended since it was closed
   */
  record IncidentView(
      String id,
      String name,
      List<RunLine> runs,
      Optional<Closing> closing,
      Optional<Closings.OpenSince> since) {}

  /**
   * @param affected parcels; absent of a run without results
   */
  record RunLine(RunRow row, OptionalLong affected) {}

  /**
   * @param before the run in front of which the page begins; absent for the newest
   */
  @Allowed(Permission.SEE_RUNS)
  @GetMapping("/")
  String home(@RequestParam Optional<Long> before, Model model) {
    if (desk.inHand().isEmpty()) {
      desk.interruptLeftRunning();
    }
    List<CountedRun> read = runs.ofInterest(before.orElse(RunList.END), SHOWN_MAX + 1);
    List<CountedRun> shown = read.subList(0, Math.min(read.size(), SHOWN_MAX));
    model.addAttribute("incidents", incidents(shown));
    model.addAttribute("newest", before.isEmpty());
    if (read.size() > SHOWN_MAX) {
      model.addAttribute("before", shown.get(SHOWN_MAX - 1).row().run());
    }
    return "runs/home";
  }

  private List<IncidentView> incidents(List<CountedRun> shown) {
    Map<String, IncidentView> incidents = new LinkedHashMap<>();
    for (CountedRun run : shown) {
      incidents
          .computeIfAbsent(run.row().incident().id(), id -> incident(run.row()))
          .runs()
          .add(new RunLine(run.row(), affected(run)));
    }
    return List.copyOf(incidents.values());
  }

  private IncidentView incident(RunRow newest) {
    Optional<Closing> closing = Closings.standing(database, newest.incident().id());
    return new IncidentView(
        newest.incident().id(),
        RunWords.name(newest.incident()),
        new ArrayList<>(),
        closing,
        closing.flatMap(each -> Closings.openSince(database, each)));
  }

  private static OptionalLong affected(CountedRun run) {
    return run.totals()
        .map(totals -> OptionalLong.of(totals.parcels().affected()))
        .orElse(OptionalLong.empty());
  }
}
