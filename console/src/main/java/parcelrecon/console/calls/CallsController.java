package parcelrecon.console.calls;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import parcelrecon.console.calls.CallsView.CallView;
import parcelrecon.console.page.NotThere;
import parcelrecon.console.page.PageTexts;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.console.sign.Person;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.report.answers.AnswersFile;
import parcelrecon.report.answers.EnteredAnswer;
import parcelrecon.report.text.Texts;
import parcelrecon.results.RunRow;

/** The call list, and answers entered beside its parcels. */
@Controller
class CallsController {

  private static final String HTMX = "HX-Request";

  private final CallLists lists;
  private final CallReader reader;
  private final KeptAnswers kept;
  private final PageTexts texts;

  CallsController(CallLists lists, CallReader reader, KeptAnswers kept, PageTexts texts) {
    this.lists = lists;
    this.reader = reader;
    this.kept = kept;
    this.texts = texts;
  }

  @ModelAttribute("options")
  StoreAnswer[] options() {
    return StoreAnswer.values();
  }

  @ModelAttribute("noteMax")
  int noteMax() {
    return AnswerForm.NOTE_CHARACTERS_MAX;
  }

  @Allowed(Permission.SEE_PARCELS)
  @GetMapping("/runs/{run}/calls")
  String calls(@PathVariable long run, CallFilter filter, Model model, Locale locale) {
    model.addAttribute("page", reader.read(lists.of(run), filter, texts.in(locale)));
    return "calls/calls";
  }

  /** Keeps an answer. htmx gets the parcel again, and how far the calls are; others go back. */
  @Allowed(Permission.ANSWER)
  @PostMapping("/runs/{run}/answers")
  String answer(
      @PathVariable long run,
      AnswerForm form,
      CallFilter filter,
      @RequestHeader(name = HTMX, defaultValue = "false") boolean isFragment,
      Person person,
      Model model,
      RedirectAttributes redirect,
      Locale locale) {
    RunCalls list = lists.of(run);
    Texts in = texts.in(locale);
    Told told = take(list.run(), form, person, in);
    CallView call = reader.call(list, form.parcel(), in).orElseThrow(NotThere::new);
    if (!isFragment) {
      redirect.addFlashAttribute("told", told);
      return "redirect:" + filter.address(run, call.place());
    }
    model.addAttribute("told", told);
    model.addAttribute("each", call);
    model.addAttribute("page", reader.around(list, call, filter, in));
    return "calls/answered";
  }

  private Told take(RunRow run, AnswerForm form, Person person, Texts in) {
    Optional<StoreAnswer> chosen = form.chosen();
    if (chosen.isEmpty()) {
      return Told.refused(form, in.text("calls.choose"));
    }
    if (form.isNoteTooLong()) {
      return Told.refused(form, in.text("calls.noteTooLong", AnswerForm.NOTE_CHARACTERS_MAX));
    }
    String at =
        form.at().isEmpty() ? Instant.now().truncatedTo(ChronoUnit.SECONDS).toString() : form.at();
    AnswersFile entered =
        new EnteredAnswer(form.parcel(), chosen.get(), at, person.name(), form.note())
            .read(kept.asked(run));
    return entered.notUnderstood().stream()
        .findFirst()
        .map(
            remark ->
                Told.refused(form, in.text("calls.remark", remark.what(in), remark.remedy(in))))
        .orElseGet(() -> Told.of(form, kept.keep(run, entered, person), in, run));
  }
}
