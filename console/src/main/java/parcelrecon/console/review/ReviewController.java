package parcelrecon.console.review;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import parcelrecon.console.sign.Allowed;
import parcelrecon.console.sign.Permission;
import parcelrecon.console.sign.Person;
import parcelrecon.results.listing.ListedMismatch;
import parcelrecon.results.listing.ListingFilter;
import parcelrecon.results.review.ReviewAct;
import parcelrecon.results.review.Reviewed;
import parcelrecon.results.review.Selection;

/**
 * Reviews selected mismatches, in two steps: a page that says what would be done to what, and its
 * confirmation. One mismatch of its parcel's own page needs none.
 */
@Controller
class ReviewController {

  static final int CONFLICTS_SHOWN_MAX = 100;

  private final ReviewedRuns runs;
  private final SelectedRows rows;
  private final Reviewer reviewer;
  private final ListAddress address;

  ReviewController(ReviewedRuns runs, SelectedRows rows, Reviewer reviewer, ListAddress address) {
    this.runs = runs;
    this.rows = rows;
    this.reviewer = reviewer;
    this.address = address;
  }

  @Allowed(Permission.REVIEW)
  @PostMapping("/runs/{run}/reviews")
  String review(
      @PathVariable long run,
      @ModelAttribute ReviewForm form,
      Person person,
      HttpSession session,
      HttpServletResponse response,
      Model model) {
    model.addAttribute("run", runs.required(run));
    model.addAttribute("back", form.back());
    try {
      return form.plan() == null
          ? ask(run, form, person, session, model)
          : carryOut(plan(run, form, session), person, model);
    } catch (ReviewRefused refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("refused", refused);
      return "review/refused";
    }
  }

  private static ReviewPlan plan(long run, ReviewForm form, HttpSession session) {
    return ReviewPlans.of(session)
        .take(form.plan())
        .filter(waiting -> waiting.selection().run() == run)
        .orElseThrow(() -> new ReviewRefused("review.refused.gone"));
  }

  private String ask(long run, ReviewForm form, Person person, HttpSession session, Model model) {
    ReviewRequest request = request(run, form);
    if (form.isDirect()) {
      return carryOut(request.plan(), person, model);
    }
    model.addAttribute("plan", request.plan());
    model.addAttribute("preview", ReviewPreview.of(request.rows()));
    model.addAttribute("key", ReviewPlans.of(session).put(request.plan()));
    return "review/confirm";
  }

  private record ReviewRequest(ReviewPlan plan, List<ListedMismatch> rows) {}

  /** What everybody did until the list was read is known to who selected from it. */
  private ReviewRequest request(long run, ReviewForm form) {
    ReviewAct act = form.toAct();
    long latest = runs.latestReview(run);
    if (form.isOfFilter()) {
      List<ListedMismatch> found = rows.found(run, filter(run, form));
      Selection selection = ReviewPlan.selection(run, latest, found);
      return new ReviewRequest(
          new ReviewPlan(selection, act, form.filterText(), form.back()), found);
    }
    List<ListedMismatch> named = rows.named(run, form.row());
    long through = form.through() == null ? 0 : Math.min(latest, form.through());
    Selection selection = ReviewPlan.selection(run, through, named);
    return new ReviewRequest(new ReviewPlan(selection, act, "", form.back()), named);
  }

  private ListingFilter filter(long run, ReviewForm form) {
    try {
      return address.filter(run, form.filterText());
    } catch (IllegalArgumentException e) {
      throw new ReviewRefused("review.refused.filter");
    }
  }

  private String carryOut(ReviewPlan plan, Person person, Model model) {
    Reviewed reviewed = reviewer.carryOut(plan, person.name());
    if (reviewed.conflicts().isEmpty() && plan.selection().facts().size() == 1) {
      return "redirect:" + plan.back();
    }
    model.addAttribute("plan", plan);
    model.addAttribute("reviewed", reviewed);
    model.addAttribute("back", plan.back());
    model.addAttribute(
        "conflicts", reviewed.conflicts().stream().limit(CONFLICTS_SHOWN_MAX).toList());
    return "review/done";
  }
}
