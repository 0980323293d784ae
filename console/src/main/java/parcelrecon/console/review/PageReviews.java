package parcelrecon.console.review;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import parcelrecon.report.text.Texts;
import parcelrecon.results.RunRow;
import parcelrecon.results.listing.ListedMismatch;
import parcelrecon.results.listing.ListingPosition;
import parcelrecon.results.review.Age;
import parcelrecon.results.review.Review;
import parcelrecon.results.review.ReviewDecision;

/** What a page about a run's mismatches shows of their reviews; read as the page asks for it. */
public final class PageReviews {

  private final ReviewedRuns runs;
  private final RunRow run;
  private final Texts texts;
  private final RowAges ages;
  private final long through;

  PageReviews(ReviewedRuns runs, RunRow run, Texts texts) {
    this.runs = runs;
    this.run = run;
    this.texts = texts;
    this.ages = runs.ages(run);
    this.through = runs.latestReview(run.run());
  }

  /** The incident's latest review before the page read its rows. */
  public long through() {
    return through;
  }

  public ZoneId zone() {
    return run.incident().window().zone();
  }

  public List<ReviewDecision> decisions() {
    return List.of(ReviewDecision.values());
  }

  /** Whether anything is ever due. */
  public boolean isAnythingDue() {
    return runs.isAnythingDue();
  }

  /** The mismatches of a parcel, in the list's order. */
  public List<ListedMismatch> ofParcel(String parcelId) {
    return runs.ofParcel(run.run(), parcelId);
  }

  /** Of a parcel's mismatches those of which something was said. */
  public List<ListedMismatch> reviewed(String parcelId) {
    return ofParcel(parcelId).stream().filter(row -> !history(row).isEmpty()).toList();
  }

  /** What a form sends to name a row as it was seen. */
  public String value(ListedMismatch row) {
    return row.position().text() + "." + row.facts();
  }

  /**
   * The age of a row of the list.
   *
   * @param value what its form sends
   */
  public Optional<Age> age(String value) {
    return ListingPosition.of(value.substring(0, Math.max(0, value.indexOf('.'))))
        .flatMap(position -> runs.listed(run.run(), position))
        .map(this::age);
  }

  public Age age(ListedMismatch row) {
    return ages.of(row);
  }

  /** What was said of a mismatch, the latest first, limited. */
  public List<Review> history(ListedMismatch row) {
    return runs.said(run.run(), row.parcelId()).stream()
        .filter(review -> review.mismatch().equals(ReviewPlan.id(row)))
        .toList();
  }

  /**
   * The mismatch as it was decided on last, in the list of that run; absent where it was never
   * decided, or has the same facts.
   */
  public Optional<ListedMismatch> decidedOn(ListedMismatch row) {
    return history(row).stream()
        .filter(review -> review.decision().isPresent())
        .findFirst()
        .filter(review -> !review.facts().equals(row.facts()))
        .flatMap(review -> runs.listed(review.run(), row.position()));
  }

  /**
   * One thing that is not as it was.
   *
   * @param what the last part of a text's key
   */
  public record Change(String what, String was, String is) {}

  /** What of a mismatch has changed, in words; never empty. */
  public List<Change> changes(ListedMismatch was, ListedMismatch is) {
    List<Change> changes = new ArrayList<>();
    add(changes, "verdict", verdict(was), verdict(is));
    add(changes, "proof", texts.name(was.proof()), texts.name(is.proof()));
    add(changes, "standing", texts.name(was.standing()), texts.name(is.standing()));
    add(
        changes,
        "toCollect",
        money(was.stake().toCollectMinor(), was),
        money(is.stake().toCollectMinor(), is));
    add(
        changes,
        "toRefund",
        money(was.stake().toRefundMinor(), was),
        money(is.stake().toRefundMinor(), is));
    return changes.isEmpty() ? List.of(new Change("records", "", "")) : changes;
  }

  private static void add(List<Change> changes, String what, String was, String is) {
    if (!Objects.equals(was, is)) {
      changes.add(new Change(what, was, is));
    }
  }

  private String verdict(ListedMismatch row) {
    return row.verdict().map(texts::name).orElseGet(() -> texts.text("none"));
  }

  private String money(Long minor, ListedMismatch row) {
    return minor == null ? texts.text("none") : texts.money(minor, row.stake().currency());
  }
}
