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
    model.addAttribute("status", request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
    return "page/problem";
  }
}
