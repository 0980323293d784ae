package parcelrecon.console.incident;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;
import parcelrecon.console.page.NotThere;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.console.sign.Person;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.closing.Closing;
import parcelrecon.results.closing.ClosingRefusal;
import parcelrecon.results.closing.ClosingStore;

/** Closes incidents and opens them again. */
@Controller
class ClosingController {

  private final RunStore runs;
  private final ClosingStore closings;

  ClosingController(ResultsDatabase database) {
    this.runs = new RunStore(database);
    this.closings = new ClosingStore(database, InstantSource.system());
  }

  /**
   * @param run the run whose figures the page showed
   */
  @Allowed(Permission.CLOSE)
  @PostMapping("/incidents/close")
  String close(
      @RequestParam String id,
      @RequestParam long run,
      @RequestParam(defaultValue = "") String reason,
      Person person,
      RedirectAttributes told) {
    RunRow row =
        runs.find(run)
            .filter(each -> !each.isControl() && each.incident().id().equals(id))
            .filter(
                each -> each.state() == RunState.COMPLETE || each.state() == RunState.INCOMPLETE)
            .orElseThrow(NotThere::new);
    return attempt(id, told, () -> closings.close(row, person.name(), reason));
  }

  @Allowed(Permission.CLOSE)
  @PostMapping("/incidents/open")
  String openAgain(
      @RequestParam String id,
      @RequestParam(defaultValue = "") String reason,
      Person person,
      RedirectAttributes told) {
    return attempt(id, told, () -> closings.openAgain(id, person.name(), reason));
  }

  private static String attempt(String id, RedirectAttributes told, Supplier<Closing> act) {
    try {
      act.get();
    } catch (ClosingRefusal e) {
      told.addFlashAttribute("told", "incident.why." + e.why());
    }
    return "redirect:/incidents?id=" + UriUtils.encode(id, StandardCharsets.UTF_8);
  }
}
