package parcelrecon.console.review;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.audit.AuditAct;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.audit.AuditStore;
import parcelrecon.results.review.MismatchId;
import parcelrecon.results.review.ReviewAct;
import parcelrecon.results.review.ReviewStore;
import parcelrecon.results.review.Reviewed;

/** Does what a reviewer confirmed, and keeps in the audit that it was done, both or neither. */
@Component
final class Reviewer {

  private final ReviewStore reviews;
  private final AuditStore audit;

  Reviewer(ResultsDatabase database) {
    this.reviews = new ReviewStore(database, InstantSource.system());
    this.audit = new AuditStore(database, InstantSource.system());
  }

  Reviewed carryOut(ReviewPlan plan, String by) {
    return audit.keep(
        () -> reviews.append(plan.selection(), plan.act(), by),
        reviewed ->
            new AuditAct(
                by, action(plan.act()), "run " + plan.selection().run(), detail(plan, reviewed)));
  }

  private static AuditAction action(ReviewAct act) {
    if (act instanceof ReviewAct.Decide) {
      return AuditAction.REVIEWED;
    }
    return act instanceof ReviewAct.Assign ? AuditAction.ASSIGNED : AuditAction.COMMENTED;
  }

  private static Map<String, String> detail(ReviewPlan plan, Reviewed reviewed) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("mismatches", String.valueOf(reviewed.mismatches()));
    detail.put("leftAlone", String.valueOf(reviewed.conflicts().size()));
    if (!plan.filter().isEmpty()) {
      detail.put("filter", plan.filter());
    } else if (plan.selection().facts().size() == 1) {
      MismatchId only = plan.selection().facts().keySet().iterator().next();
      detail.put("parcel", only.parcelId());
      detail.put("kind", only.kind().name());
    }
    if (plan.act() instanceof ReviewAct.Decide decide) {
      detail.put("decision", decide.decision().name());
    } else if (plan.act() instanceof ReviewAct.Assign assign) {
      detail.put("assignee", assign.assignee().orElse(""));
    }
    return detail;
  }
}
