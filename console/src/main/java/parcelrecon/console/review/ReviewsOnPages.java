package parcelrecon.console.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;
import parcelrecon.console.page.PageTexts;

/** Lends the pages about mismatches what was reviewed, before they read their rows. */
@ControllerAdvice("parcelrecon.console.parcels")
class ReviewsOnPages {

  private final ReviewedRuns runs;
  private final PageTexts texts;

  ReviewsOnPages(ReviewedRuns runs, PageTexts texts) {
    this.runs = runs;
    this.texts = texts;
  }

  /** Null where the page is about no run, or none that is listed. */
  @ModelAttribute("reviewing")
  PageReviews reviewing(HttpServletRequest request, Locale locale) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables instanceof Map<?, ?> path && path.get("run") instanceof String run
        ? runs.find(run).map(row -> new PageReviews(runs, row, texts.in(locale))).orElse(null)
        : null;
  }
}
