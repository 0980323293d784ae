package parcelrecon.console.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parcelrecon.console.page.NotThere;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.console.sign.Person;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.results.telling.Message;
import parcelrecon.results.telling.TellingStore;
import parcelrecon.schedule.RecheckTimes;
import parcelrecon.schedule.ScheduleDesk;
import parcelrecon.schedule.Schedules;

/** What is judged by the clock: which windows are done, which comes next, pause and go on. */
@Controller
class ScheduleController {

  private static final int LATEST = 5;
  private static final int PAGE = 50;
  private static final int TELLINGS = 20;

  private final ScheduleDesk desk;
  private final Schedules schedules;
  private final Optional<RecheckTimes> rechecks;
  private final TellingStore tellings;

  ScheduleController(
      ScheduleDesk desk, Schedules schedules, ConsoleSite site, TellingStore tellings) {
    this.desk = desk;
    this.schedules = schedules;
    this.rechecks = site.rechecks();
    this.tellings = tellings;
  }

  @Allowed(Permission.SEE_RUNS)
  @GetMapping("/schedules")
  String all(Model model) {
    model.addAttribute("schedules", desk.all(LATEST));
    model.addAttribute("rechecks", rechecks.map(this::view));
    return "schedule/list";
  }

  private RechecksView view(RecheckTimes times) {
    return new RechecksView(
        times.zone(),
        times.after(Instant.now()),
        tellings.latest(Message.Subject.RECHECKS, TELLINGS));
  }

  /**
   * @param before an instant, as a page before has named it
   */
  @Allowed(Permission.SEE_RUNS)
  @GetMapping("/schedules/{name}")
  String one(
      @PathVariable String name, @RequestParam(defaultValue = "") String before, Model model) {
    model.addAttribute(
        "schedule", desk.find(name, instant(before), PAGE).orElseThrow(NotThere::new));
    model.addAttribute("tellings", tellings.latest(name, TELLINGS));
    return "schedule/one";
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      throw new NotThere();
    }
  }

  @Allowed(Permission.RUN)
  @PostMapping("/schedules/{name}/pause")
  String pause(@PathVariable String name, Person person) {
    return done(known(name), each -> desk.pause(each, person.name()));
  }

  @Allowed(Permission.RUN)
  @PostMapping("/schedules/{name}/resume")
  String resume(@PathVariable String name, Person person) {
    return done(known(name), each -> desk.goOn(each, person.name()));
  }

  /** Judges the next window before it is due; nothing happens while it has not ended. */
  @Allowed(Permission.RUN)
  @PostMapping("/schedules/{name}/judge")
  String judge(@PathVariable String name, Person person) {
    return done(known(name), each -> desk.ask(each, person.name()));
  }

  private String known(String name) {
    return desk.find(name, Optional.empty(), 1).orElseThrow(NotThere::new).name();
  }

  private String done(String name, Consumer<String> act) {
    act.accept(name);
    schedules.look(name);
    return "redirect:/schedules/" + name;
  }
}
