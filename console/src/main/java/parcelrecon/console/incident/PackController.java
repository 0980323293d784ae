package parcelrecon.console.incident;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parcelrecon.console.page.NotThere;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.console.sign.Person;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.job.OutputFolder;
import parcelrecon.job.Site;
import parcelrecon.report.closing.ClosingPack;
import parcelrecon.report.packages.PackageSite;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.audit.AuditAct;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.audit.AuditStore;
import parcelrecon.results.closing.Closing;
import parcelrecon.results.closing.ClosingStore;
import parcelrecon.results.closing.Closings;

/** The pack of a closed incident, made while somebody waits for it. */
@Controller
class PackController {

  private final ResultsDatabase database;
  private final ConsoleSite site;
  private final AuditStore audit;

  PackController(ResultsDatabase database, ConsoleSite site) {
    this.database = database;
    this.site = site;
    this.audit = new AuditStore(database, InstantSource.system());
  }

  /** Not there while the incident is open: nothing is frozen yet. */
  @Allowed(Permission.DOWNLOAD)
  @GetMapping("/incidents/pack")
  ResponseEntity<InputStreamResource> pack(@RequestParam String id, Person person)
      throws IOException {
    Closing closing = Closings.standing(database, id).orElseThrow(NotThere::new);
    Path zip = Files.createTempFile("closing-", ".zip");
    boolean isMade = false;
    try {
      new ClosingPack(database, this::site).write(closing, zip);
      audit.append(
          new AuditAct(
              person.name(),
              AuditAction.CLOSING_PACK_DOWNLOADED,
              ClosingStore.subject(id),
              Map.of("closing", String.valueOf(closing.number()))));
      long bytes = Files.size(zip);
      InputStream opened = Files.newInputStream(zip, StandardOpenOption.DELETE_ON_CLOSE);
      isMade = true;
      return ResponseEntity.ok()
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.attachment()
                  .filename(ClosingPack.name(closing))
                  .build()
                  .toString())
          .contentType(new MediaType("application", "zip"))
          .contentLength(bytes)
          .body(new InputStreamResource(opened));
    } finally {
      if (!isMade) {
        Files.deleteIfExists(zip);
      }
    }
  }

  private PackageSite site(RunRow run) {
    Site configured = site.site(run.incident());
    return new PackageSite(
        OutputFolder.of(run),
        configured.reportSettings(run.options()),
        configured.configuration().version());
  }
}
