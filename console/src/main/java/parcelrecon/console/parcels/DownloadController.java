package parcelrecon.console.parcels;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import parcelrecon.console.page.NotThere;
import parcelrecon.console.page.PageTexts;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.console.sign.Person;
import parcelrecon.report.table.MismatchesCsv;
import parcelrecon.report.text.Texts;
import parcelrecon.report.workbook.ParcelListWorkbook;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.StoredResults;
import parcelrecon.results.audit.AuditAct;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.audit.AuditStore;
import parcelrecon.results.listing.ListingFilter;
import parcelrecon.results.listing.ListingSelection;

/** The filtered list as a file. */
@Controller
class DownloadController {

  /** The most rows of one file: it is made while somebody waits. */
  static final int ROWS_MAX = 100_000;

  /** In what form the list is written. */
  enum Format {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8");

    private final String type;

    Format(String type) {
      this.type = type;
    }

    String ending() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final ResultsDatabase database;
  private final ListedRun runs;
  private final ListQuery query;
  private final PageTexts texts;
  private final AuditStore audit;

  DownloadController(ResultsDatabase database, ListedRun runs, ListQuery query, PageTexts texts) {
    this.database = database;
    this.runs = runs;
    this.query = query;
    this.texts = texts;
    this.audit = new AuditStore(database, InstantSource.system());
  }

  /** What is asked for: a list in a form and a language. */
  record Wanted(String format, String lang) {

    Format form() {
      for (Format each : Format.values()) {
        if (each.ending().equals(format)) {
          return each;
        }
      }
      throw new NotThere();
    }

    Locale language(Locale standard) {
      return Texts.LANGUAGES.contains(lang == null ? "" : lang)
          ? Locale.forLanguageTag(lang)
          : standard;
    }
  }

  @Allowed(Permission.DOWNLOAD)
  @GetMapping("/runs/{run}/parcels/download")
  String download(
      @PathVariable long run,
      ListForm form,
      Wanted wanted,
      Person person,
      Locale locale,
      Model model,
      HttpServletResponse response)
      throws IOException {
    Format format = wanted.form();
    ListedRun.Found found = runs.find(run);
    if (!found.isListed()) {
      return "redirect:/runs/{run}/parcels";
    }
    List<NotUnderstood> wrong = NotUnderstood.of(form, found.row().incident());
    if (!wrong.isEmpty()) {
      model.addAttribute("wrong", wrong);
      return refused(run, form, model, response);
    }
    ListingFilter filter = query.filter(found.row(), form);
    Optional<ListingSelection> selection = ListingSelection.of(database, run, filter, ROWS_MAX);
    if (selection.isEmpty()) {
      model.addAttribute("told", "parcels.tooMany");
      model.addAttribute("rowsMax", ROWS_MAX);
      return refused(run, form, model, response);
    }
    Texts language = texts.in(wanted.language(locale));
    audit.append(
        new AuditAct(
            person.name(),
            AuditAction.DOWNLOADED,
            "run " + run,
            Map.of(
                "file", "parcels." + format.ending(),
                "language", language.language(),
                "filter", form.query())));
    send(run, selection.get(), format, language, response);
    return null;
  }

  private static String refused(
      long run, ListForm form, Model model, HttpServletResponse response) {
    model.addAttribute("number", run);
    model.addAttribute("form", form);
    model.addAttribute("query", form.query());
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    return "parcels/told";
  }

  private void send(
      long run,
      ListingSelection selection,
      Format format,
      Texts language,
      HttpServletResponse response)
      throws IOException {
    String name = "parcels-run-" + run + "." + format.ending();
    Path folder = Files.createTempDirectory("parcel-recon-download");
    Path file = folder.resolve(name);
    try {
      switch (format) {
        case CSV -> MismatchesCsv.write(selection.mismatches(), file);
        case XLSX ->
            ParcelListWorkbook.write(
                new StoredResults(database, run), selection.parcels(), language, file);
      }
      response.setContentType(format.type);
      response.setContentLengthLong(Files.size(file));
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename(name).build().toString());
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }
}
