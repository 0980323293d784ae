package parcelrecon.console.review;

import java.util.List;
import java.util.Optional;
import parcelrecon.console.page.OwnPath;
import parcelrecon.results.review.ReviewAct;
import parcelrecon.results.review.ReviewDecision;

/**
 * What a reviewer sent; each absent where it was not.
 *
 * @param which {@code found} for everything the filter of {@code back} finds, else the rows named
 * @param row positions in the list, each with the facts it was seen with behind a dot
 * @param act {@code decide}, {@code assign} or {@code comment}
 * @param through the incident's latest review when the page was made that was selected from
 * @param back the page that was selected from
 * @param direct sent without a confirmation: one mismatch, from its own page
 * @param plan of a confirmation: what is confirmed
 */
record ReviewForm(
    String which,
    List<String> row,
    String act,
    String decision,
    String assignee,
    String note,
    Long through,
    String back,
    Boolean direct,
    String plan) {

  ReviewForm {
    row = row == null ? List.of() : List.copyOf(row);
    back = OwnPath.of(orEmpty(back));
  }

  boolean isOfFilter() {
    return "found".equals(which);
  }

  /** Whether it is done at once. */
  boolean isDirect() {
    return Boolean.TRUE.equals(direct) && !isOfFilter() && row.size() == 1;
  }

  /** What {@code back} was filtered by, as its address has it. */
  String filterText() {
    int query = back.indexOf('?');
    return query < 0 ? "" : back.substring(query + 1);
  }

  /**
   * @throws ReviewRefused when it is none that can be done
   */
  ReviewAct toAct() {
    String noted = orEmpty(note).strip().replace("\r\n", "\n");
    if (noted.length() > ReviewAct.NOTE_LENGTH_MAX) {
      throw new ReviewRefused("review.refused.note", noted.length(), ReviewAct.NOTE_LENGTH_MAX);
    }
    return switch (orEmpty(act)) {
      case "decide" -> new ReviewAct.Decide(toDecision(), noted);
      case "assign" -> new ReviewAct.Assign(toAssignee(), noted);
      case "comment" -> toComment(noted);
      default -> throw new ReviewRefused("review.refused.act");
    };
  }

  private ReviewDecision toDecision() {
    for (ReviewDecision each : ReviewDecision.values()) {
      if (each.name().equals(decision)) {
        return each;
      }
    }
    throw new ReviewRefused("review.refused.decision");
  }

  private Optional<String> toAssignee() {
    String name = orEmpty(assignee).strip();
    if (name.length() > ReviewAct.NAME_LENGTH_MAX) {
      throw new ReviewRefused("review.refused.assignee", ReviewAct.NAME_LENGTH_MAX);
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  private static ReviewAct toComment(String noted) {
    if (noted.isEmpty()) {
      throw new ReviewRefused("review.refused.comment");
    }
    return new ReviewAct.Comment(noted);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
