package parcelrecon.console.runs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import parcelrecon.console.page.NotThere;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.console.sign.Person;
import parcelrecon.report.text.Texts;
import parcelrecon.results.RunRow;
import parcelrecon.results.StoredResults;

/** Downloads of a finished run's files, in any of the languages. */
@Controller
class FilesController {

  private final KnownRuns runs;
  private final MadeFiles files;
  private final RunActs acts;

  FilesController(KnownRuns runs, MadeFiles files, RunActs acts) {
    this.runs = runs;
    this.files = files;
    this.acts = acts;
  }

  @Allowed(Permission.DOWNLOAD)
  @GetMapping("/runs/{run}/files")
  String list(@PathVariable long run, Model model) {
    RunRow row = runs.find(run);
    runs.results(row).orElseThrow(NotThere::new);
    model.addAttribute("row", row);
    model.addAttribute("name", RunWords.name(row.incident()));
    model.addAttribute("files", RunFile.values());
    return "runs/files";
  }

  /**
   * @param id one of {@link RunFile}
   * @param lang the run's own where not given
   */
  @Allowed(Permission.DOWNLOAD)
  @GetMapping("/runs/{run}/files/{id}")
  ResponseEntity<Resource> download(
      @PathVariable long run,
      @PathVariable String id,
      @RequestParam(required = false) String lang,
      Person person) {
    RunRow row = runs.find(run);
    StoredResults results = runs.results(row).orElseThrow(NotThere::new);
    RunFile file = RunFile.of(id).orElseThrow(NotThere::new);
    String language = lang == null ? row.options().language() : lang;
    if (!Texts.LANGUAGES.contains(language)) {
      throw new NotThere();
    }
    Path path = files.file(results, language, file);
    acts.downloaded(row, file, language, person);
    ContentDisposition attached =
        ContentDisposition.attachment()
            .filename(file.downloadName(row.incident().id(), run, language), StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, attached.toString())
        .contentType(file.type())
        .body(new FileSystemResource(path));
  }
}
