package parcelrecon.console.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import parcelrecon.console.page.NotThere;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.console.sign.Person;
import parcelrecon.report.datafix.check.Approvable;
import parcelrecon.report.packages.PackageDesk;
import parcelrecon.results.RunRow;
import parcelrecon.results.listing.ListingPosition;
import parcelrecon.results.packages.PackageDecisions;
import parcelrecon.results.packages.PackageMismatch;
import parcelrecon.results.packages.PackageRefusal;
import parcelrecon.results.packages.PackageRow;
import parcelrecon.results.packages.PackageStore;

/** One package: what it holds, who made and approved it, and the approved copy. */
@Controller
class PackageController {

  static final int REASON_LENGTH_MAX = 500;

  private static final int FALLEN_SHOWN = 10;
  private static final List<Integer> HOURS = List.of(4, 8, 24, 72);

  private final KnownPackages known;
  private final PackageStore store;
  private final PackageDecisions decisions;
  private final PackageDesk desk;
  private final InstantSource clock = InstantSource.system();

  PackageController(
      KnownPackages known, PackageStore store, PackageDecisions decisions, PackageDesk desk) {
    this.known = known;
    this.store = store;
    this.decisions = decisions;
    this.desk = desk;
  }

  /**
   * @param after a position in the list of mismatches, as a page before has named it
   */
  @Allowed(Permission.SEE_PARCELS)
  @GetMapping("/packages/{number}")
  String show(
      @PathVariable long number, @RequestParam(defaultValue = "") String after, Model model) {
    PackageRow row = known.find(number);
    RunRow run = known.runOf(row);
    model.addAttribute("run", run);
    model.addAttribute("zone", run.incident().window().zone());
    model.addAttribute("name", KnownPackages.name(run));
    model.addAttribute("row", row);
    model.addAttribute("page", page(row, run, after));
    model.addAttribute("hours", HOURS);
    model.addAttribute("standardHours", Approvable.VALID_STANDARD.toHours());
    model.addAttribute("reasonMax", REASON_LENGTH_MAX);
    return "packages/one";
  }

  private PackagePage page(PackageRow row, RunRow run, String after) {
    Instant now = clock.instant();
    List<PackageMismatch> fallen =
        row.state(now).isLive() ? store.fallen(row, FALLEN_SHOWN) : List.of();
    Optional<ListingPosition> position =
        after.isEmpty()
            ? Optional.empty()
            : Optional.of(ListingPosition.of(after).orElseThrow(NotThere::new));
    List<PackageMismatch> read =
        store.mismatches(row.number(), position, PackagePage.MISMATCHES_SHOWN + 1);
    List<PackageMismatch> shown =
        read.subList(0, Math.min(read.size(), PackagePage.MISMATCHES_SHOWN));
    Optional<String> next =
        read.size() > shown.size()
            ? Optional.of(shown.get(shown.size() - 1).position().text())
            : Optional.empty();
    return new PackagePage(
        PackageLine.of(row, now, fallen.isEmpty()),
        desk.look(row, known.site(run)),
        fallen,
        shown,
        next);
  }

  /**
   * @param seen the hash of the package as the page showed it
   * @param hours how long the approval holds
   */
  @Allowed(Permission.APPROVE)
  @PostMapping("/packages/{number}/approve")
  String approve(
      @PathVariable long number,
      @RequestParam String seen,
      @RequestParam int hours,
      Person person,
      RedirectAttributes told) {
    PackageRow row = known.find(number);
    RunRow run = known.runOf(row);
    if (!HOURS.contains(hours)) {
      throw new NotThere();
    }
    return attempt(
        row,
        told,
        () -> desk.approve(row, known.site(run), person.name(), seen, Duration.ofHours(hours)));
  }

  @Allowed(Permission.APPROVE)
  @PostMapping("/packages/{number}/refuse")
  String refuse(
      @PathVariable long number,
      @RequestParam String seen,
      @RequestParam String reason,
      Person person,
      RedirectAttributes told) {
    PackageRow row = known.find(number);
    String why = reason.strip();
    if (why.isEmpty() || why.length() > REASON_LENGTH_MAX) {
      told.addFlashAttribute("told", "packages.refuse.noReason");
      return to(row);
    }
    return attempt(row, told, () -> decisions.refuse(number, person.name(), seen, why));
  }

  private static String attempt(PackageRow row, RedirectAttributes told, Supplier<PackageRow> act) {
    try {
      act.get();
    } catch (PackageRefusal e) {
      told.addFlashAttribute("told", "packages.why." + e.why());
    }
    return to(row);
  }

  private static String to(PackageRow row) {
    return "redirect:/packages/" + row.number();
  }

  /** The approved copy; the package's page where there is none, or none any more. */
  @Allowed(Permission.DOWNLOAD_PACKAGE)
  @GetMapping("/packages/{number}/download")
  ResponseEntity<InputStreamResource> download(@PathVariable long number, Person person)
      throws IOException {
    PackageRow row = known.find(number);
    RunRow run = known.runOf(row);
    try {
      Optional<Path> zip = desk.handOut(row, known.site(run), person.name()).zip();
      return zip.isPresent() ? attached(row, zip.get()) : back(row);
    } catch (PackageRefusal e) {
      return back(row);
    }
  }

  private static ResponseEntity<InputStreamResource> back(PackageRow row) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, "/packages/" + row.number())
        .build();
  }

  private static ResponseEntity<InputStreamResource> attached(PackageRow row, Path zip)
      throws IOException {
    long bytes = Files.size(zip);
    String name = "%s-package-%03d-approved.zip".formatted(row.incidentId(), row.number());
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .contentType(new MediaType("application", "zip"))
        .contentLength(bytes)
        .body(
            new InputStreamResource(Files.newInputStream(zip, StandardOpenOption.DELETE_ON_CLOSE)));
  }
}
