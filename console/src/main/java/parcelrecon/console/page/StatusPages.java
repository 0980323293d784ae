package parcelrecon.console.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import parcelrecon.console.sign.Anybody;

/** The page for a status that no handler gave a page to. */
@Controller
class StatusPages implements ErrorController {

  @Anybody
  @RequestMapping("/error")
  String status(HttpServletRequest request, Model model) {
    model.addAttribute("problems", List.of());
    model.addAttribute("why", why(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)));
    return "page/problem";
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
