package parcelrecon.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import parcelrecon.console.sign.Person;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.report.text.Texts;

/** What every page shows or asks. */
@ControllerAdvice
class EveryPage {

  private final ConsoleSite site;
  private final PageTexts texts;

  EveryPage(ConsoleSite site, PageTexts texts) {
    this.site = site;
    this.texts = texts;
  }

  /** Who is signed in; null before that. */
  @ModelAttribute("person")
  Person person(Person person) {
    return person;
  }

  @ModelAttribute("site")
  ConsoleSite site() {
    return site;
  }

  @ModelAttribute("languages")
  List<String> languages() {
    return Texts.LANGUAGES;
  }

  /** For names of kinds, verdicts and the like. */
  @ModelAttribute("texts")
  Texts texts(Locale locale) {
    return texts.in(locale);
  }

  /** Where the page is, to come back to. */
  @ModelAttribute("here")
  String here(HttpServletRequest request) {
    String query = request.getQueryString();
    return OwnPath.of(request.getRequestURI() + (query == null ? "" : "?" + query));
  }
}
