package parcelrecon.console.runs;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import parcelrecon.console.page.PageTexts;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.console.sign.Person;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.job.ReconcileRequest;
import parcelrecon.job.Site;
import parcelrecon.job.SiteLook;

/** Starts a run: what is asked for, what the sources could show of it, and then the start. */
@Controller
class StartController {

  private final ConsoleSite site;
  private final StartIncidents known;
  private final PageTexts texts;
  private final RunActs acts;
  private final InstantSource clock = InstantSource.system();

  StartController(ConsoleSite site, StartIncidents known, PageTexts texts, RunActs acts) {
    this.site = site;
    this.known = known;
    this.texts = texts;
    this.acts = acts;
  }

  /**
   * @param like an earlier run whose incident is to be looked at again
   */
  @Allowed(Permission.RUN)
  @GetMapping("/runs/new")
  String form(@RequestParam(required = false) Long like, Model model) {
    String incident = like == null ? "" : StartIncidents.ofRun(like);
    show(model, StartForm.empty(known.find(incident).isPresent() ? incident : "", site.language()));
    return "runs/new";
  }

  /** Looks at the sources; reads none of them, and leaves nothing behind. */
  @Allowed(Permission.RUN)
  @PostMapping("/runs/check")
  ModelAndView check(@ModelAttribute("form") StartForm form, Locale locale, Model model) {
    show(model, form);
    StartReading reading = new StartReading(form, site, known, texts.in(locale));
    Optional<ReconcileRequest> request = reading.read(clock.instant());
    if (request.isEmpty()) {
      return refused(reading);
    }
    model.addAttribute("look", look(request.get(), locale));
    model.addAttribute(
        "window", RunWords.window(request.get().incident().window(), texts.in(locale)));
    model.addAttribute("incident", request.get().incident());
    return new ModelAndView("runs/new");
  }

  @Allowed(Permission.RUN)
  @PostMapping("/runs")
  ModelAndView start(
      @ModelAttribute("form") StartForm form, Person person, Locale locale, Model model) {
    StartReading reading = new StartReading(form, site, known, texts.in(locale));
    Optional<ReconcileRequest> request = reading.read(clock.instant());
    if (request.isEmpty()) {
      show(model, form);
      return refused(reading);
    }
    return new ModelAndView("redirect:/runs/" + acts.start(request.get(), person));
  }

  private LookView look(ReconcileRequest request, Locale locale) {
    Site looked = site.site(request.incident());
    SiteLook look = SiteLook.at(looked, Optional.empty(), request.incident(), request.asOf());
    return LookView.of(look, looked, request.incident().window(), texts.in(locale));
  }

  private void show(Model model, StartForm form) {
    model.addAttribute("form", form);
    model.addAttribute("choices", known.choices(form.incident()));
    model.addAttribute("unusable", known.unusable());
    model.addAttribute("comparedDays", StartReading.COMPARED_DAYS);
    model.addAttribute("callersMax", ReconcileRequest.CALLERS_MAX);
    model.addAttribute("busy", acts.inHand());
  }

  private static ModelAndView refused(StartReading reading) {
    ModelAndView page = new ModelAndView("runs/new", HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("refused", reading.problems());
    return page;
  }
}
