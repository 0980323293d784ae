package parcelrecon.console.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import parcelrecon.console.sign.Anybody;
import parcelrecon.report.answers.AnswersLimits;

/** The page for a status that no handler gave a page to. */
@Controller
class StatusPages implements ErrorController {

  @Anybody
  @RequestMapping("/error")
  String status(HttpServletRequest request, Model model) {
    String why = why(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
    boolean isFile = why.equals("413") && isUpload(request);
    model.addAttribute("why", isFile ? "calls.upload.large" : "page.problem." + why);
    // The limit of a file, which is what people can do something about.
    model.addAttribute("fileMegabytesMax", AnswersLimits.UPLOAD.fileBytes() >> 20);
    return "page/problem";
  }

  private static boolean isUpload(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.startsWith("multipart/");
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
