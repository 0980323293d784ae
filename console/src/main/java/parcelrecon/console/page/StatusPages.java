package parcelrecon.console.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import parcelrecon.console.sign.Anybody;
import parcelrecon.report.answers.AnswersLimits;
import parcelrecon.report.text.Texts;

/** The page for a status that no handler gave a page to. */
@Controller
class StatusPages implements ErrorController {

  private final PageTexts texts;

  StatusPages(PageTexts texts) {
    this.texts = texts;
  }

  @Anybody
  @RequestMapping("/error")
  String status(HttpServletRequest request, Model model, Locale locale) {
    String why = why(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
    boolean isFile =
        why.equals("413")
            && Objects.requireNonNullElse(request.getContentType(), "").startsWith("multipart/");
    model.addAttribute("problems", isFile ? List.of(tooLarge(texts.in(locale))) : List.of());
    model.addAttribute("why", why);
    return "page/problem";
  }

  /** The limit of a file, which is what people can do something about. */
  private static String tooLarge(Texts texts) {
    return texts.text("calls.upload.large", AnswersLimits.UPLOAD.fileBytes() >> 20);
  }

  /**
   * What the text for it is called.
   *
   * @param status null when the page was asked for itself
   */
  private static String why(Object status) {
    return status instanceof Integer code
        ? switch (code) {
          case 400, 405, 415 -> "400";
          case 403 -> "403";
          case 404 -> "404";
          case 413 -> "413";
          default -> "other";
        }
        : "404";
  }
}
