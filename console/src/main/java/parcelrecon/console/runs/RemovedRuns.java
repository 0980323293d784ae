package parcelrecon.console.runs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import parcelrecon.console.page.NoLongerThere;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;

/**
 * Whatever a page below a run's own would show, it is told where it was removed, in one place for
 * all of them.
 */
@Component
class RemovedRuns implements HandlerInterceptor, WebMvcConfigurer {

  /** The run's own page tells what is left of it. */
  private static final Pattern BELOW_A_RUN = Pattern.compile("/runs/(\\d{1,18})/.+");

  private final RunStore runs;

  RemovedRuns(ResultsDatabase database) {
    this.runs = new RunStore(database);
  }

  /** After those that refuse people. */
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).order(Ordered.LOWEST_PRECEDENCE);
  }

  /**
   * @throws NoLongerThere where what the run found was removed
   */
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Matcher below = BELOW_A_RUN.matcher(request.getRequestURI());
    if (below.matches()) {
      long run = Long.parseLong(below.group(1));
      if (runs.find(run).flatMap(RunRow::removedAt).isPresent()) {
        throw new NoLongerThere(run);
      }
    }
    return true;
  }
}
