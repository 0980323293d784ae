package parcelrecon.console.runs;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunStore;

/** Incidents and their runs. */
@Controller
class HomeController {

  private final RunStore runs;

  HomeController(ResultsDatabase database) {
    this.runs = new RunStore(database);
  }

  @Allowed(Permission.SEE_RUNS)
  @GetMapping("/")
  String home(Model model) {
    model.addAttribute("runs", runs.all());
    return "runs/home";
  }
}
