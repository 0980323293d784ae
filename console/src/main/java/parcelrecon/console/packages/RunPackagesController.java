package parcelrecon.console.packages;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.console.sign.Person;
import parcelrecon.report.packages.PackageDesk;
import parcelrecon.results.RunRow;
import parcelrecon.results.packages.PackageMoment;
import parcelrecon.results.packages.PackageRefusal;
import parcelrecon.results.packages.PackageStore;

/** The packages of a run's incident, and what the next one could hold. */
@Controller
class RunPackagesController {

  private final KnownPackages known;
  private final PackageStore store;
  private final CountedPackages counted;
  private final PackageDesk desk;
  private final InstantSource clock = InstantSource.system();

  RunPackagesController(
      KnownPackages known, PackageStore store, CountedPackages counted, PackageDesk desk) {
    this.known = known;
    this.store = store;
    this.counted = counted;
    this.desk = desk;
  }

  @Allowed(Permission.SEE_PARCELS)
  @GetMapping("/runs/{run}/packages")
  String list(@PathVariable long run, Model model) {
    RunRow row = known.run(run);
    PackageMoment moment = store.moment(run);
    CountedPackages.Counts counts = counted.at(row.incident().id(), moment);
    boolean isLatest = moment.latestRun() == run;
    model.addAttribute("run", row);
    model.addAttribute("name", KnownPackages.name(row));
    model.addAttribute("isLatest", isLatest);
    if (isLatest) {
      model.addAttribute("next", counts.next());
    }
    model.addAttribute("packages", lines(run, counts));
    return "packages/list";
  }

  private List<PackageLine> lines(long run, CountedPackages.Counts counts) {
    Instant now = clock.instant();
    return store.ofIncident(run).stream()
        .map(row -> PackageLine.of(row, now, !row.state(now).isLive() || counts.stands(row)))
        .toList();
  }

  @Allowed(Permission.MAKE_PACKAGE)
  @PostMapping("/runs/{run}/packages")
  String make(@PathVariable long run, Person person, RedirectAttributes told) {
    RunRow row = known.run(run);
    try {
      long number = desk.make(known.results(row), known.site(row), person.name()).number();
      return "redirect:/packages/" + number;
    } catch (PackageRefusal e) {
      told.addFlashAttribute("told", "packages.why." + e.why());
      return "redirect:/runs/" + run + "/packages";
    }
  }
}
