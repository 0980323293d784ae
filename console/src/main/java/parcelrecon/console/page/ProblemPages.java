package parcelrecon.console.page;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/** Shows what went wrong, with what it means and what to do. */
@ControllerAdvice
class ProblemPages {

  @ExceptionHandler(ProblemException.class)
  String problem(ProblemException thrown, Model model, HttpServletResponse response) {
    response.setStatus(status(thrown.exitCode()).value());
    model.addAttribute("problems", thrown.problems().stream().map(Problem::text).toList());
    return "page/problem";
  }

  @ExceptionHandler(NotThere.class)
  String notThere(NotThere thrown, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    model.addAttribute("why", "page.problem.404");
    return "page/problem";
  }

  @ExceptionHandler(NoLongerThere.class)
  String noLongerThere(NoLongerThere thrown, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.GONE.value());
    model.addAttribute("why", "page.problem.removed");
    model.addAttribute("run", thrown.run());
    return "page/problem";
  }

  private static HttpStatus status(ExitCode exitCode) {
    return switch (exitCode) {
      case UNREACHABLE -> HttpStatus.SERVICE_UNAVAILABLE;
      case DEFECT -> HttpStatus.INTERNAL_SERVER_ERROR;
      default -> HttpStatus.BAD_REQUEST;
    };
  }
}
