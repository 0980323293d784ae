package parcelrecon.console.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.job.RunDesk;
import parcelrecon.results.RunRow;

/** Incidents and their runs. */
@Controller
class HomeController {

  /** Of older runs only their number is told. */
  static final int SHOWN_MAX = 100;

  private final KnownRuns runs;
  private final RunDesk desk;

  HomeController(KnownRuns runs, RunDesk desk) {
    this.runs = runs;
    this.desk = desk;
  }

  /**
   * @param name its title, or its id where it has none
   * @param runs newest first
   */
  record IncidentView(String id, String name, List<RunLine> runs) {}

  /**
   * @param affected parcels; absent of a run without results
   */
  record RunLine(RunRow row, OptionalLong affected) {}

  @Allowed(Permission.SEE_RUNS)
  @GetMapping("/")
  String home(Model model) {
    if (desk.inHand().isEmpty()) {
      desk.interruptLeftRunning();
    }
    List<RunRow> all = runs.ofInterest();
    model.addAttribute("incidents", incidents(all));
    model.addAttribute("older", Math.max(0, all.size() - SHOWN_MAX));
    return "runs/home";
  }

  private List<IncidentView> incidents(List<RunRow> all) {
    Map<String, IncidentView> incidents = new LinkedHashMap<>();
    all.stream()
        .limit(SHOWN_MAX)
        .forEach(
            row ->
                incidents
                    .computeIfAbsent(row.incident().id(), id -> incident(row))
                    .runs()
                    .add(new RunLine(row, affected(row))));
    return List.copyOf(incidents.values());
  }

  private static IncidentView incident(RunRow newest) {
    return new IncidentView(
        newest.incident().id(), RunWords.name(newest.incident()), new ArrayList<>());
  }

  private OptionalLong affected(RunRow row) {
    return runs.results(row)
        .map(results -> OptionalLong.of(results.totals().parcels().affected()))
        .orElse(OptionalLong.empty());
  }
}
