package parcelrecon.console.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import parcelrecon.console.page.PageTexts;
import parcelrecon.console.page.PageTimes;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.console.sign.Person;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.audit.AuditEntry;
import parcelrecon.results.audit.AuditHead;

/** The audit, newest first. */
@Controller
class AuditController {

  private static final int PAGE_ROWS = 50;

  private final AuditDesk desk;
  private final ConsoleSite site;
  private final PageTexts texts;
  private final PageTimes times;

  AuditController(AuditDesk desk, ConsoleSite site, PageTexts texts, PageTimes times) {
    this.desk = desk;
    this.site = site;
    this.texts = texts;
    this.times = times;
  }

  @Allowed(Permission.SEE_AUDIT)
  @GetMapping("/audit")
  String page(AuditQuestion question, Model model, Locale locale) {
    show(question, model, locale);
    return "audit/audit";
  }

  /**
   * @param head of earlier, or empty
   * @param htmx whether only the result is wanted, to be put into the page
   */
  @Allowed(Permission.SEE_AUDIT)
  @PostMapping("/audit/verify")
  String verify(
      @RequestParam(defaultValue = "") String head,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
      Model model,
      Locale locale) {
    model.addAttribute("check", desk.check(head.strip(), texts.in(locale)));
    if (htmx) {
      return "audit/check :: check";
    }
    show(new AuditQuestion(null, null, null, null, null), model, locale);
    return "audit/audit";
  }

  /** All entries asked for, as they are kept: instants in UTC, codes of actions, hashes. */
  @Allowed(Permission.SEE_AUDIT)
  @GetMapping("/audit/download")
  void download(AuditQuestion question, Person person, HttpServletResponse response)
      throws IOException {
    AuditHead through = desk.keepDownload(person, question);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("audit-" + through.number() + ".csv")
            .build()
            .toString());
    desk.write(through, question.filter(site.zone()), response.getOutputStream());
  }

  private void show(AuditQuestion question, Model model, Locale locale) {
    List<AuditEntry> found = desk.page(question, site.zone(), PAGE_ROWS + 1);
    List<AuditEntry> shown = found.subList(0, Math.min(found.size(), PAGE_ROWS));
    model.addAttribute("question", question);
    model.addAttribute("actions", AuditAction.values());
    model.addAttribute(
        "rows",
        shown.stream()
            .map(entry -> AuditRow.of(entry, question, site.zone(), times, texts.in(locale)))
            .toList());
    model.addAttribute(
        "older", found.size() > PAGE_ROWS ? shown.get(PAGE_ROWS - 1).number() : null);
    model.addAttribute("head", desk.head().text());
    model.addAttribute("zone", site.zone().getId());
    model.addAttribute(
        "about",
        question.subject() == null || question.subject().isBlank()
            ? null
            : AuditRow.subject(question.subject().strip(), texts.in(locale)));
  }
}
