package parcelrecon.report.calls;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Currencies;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.Verdict;
import parcelrecon.report.file.Digest;
import parcelrecon.report.story.RunView;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.Standing;

/**
 * What a caller must know about one parcel; small, as the whole list is sorted.
 *
 * @param orderId null when none
 * @param term null without any outbound
 * @param task ASK_STORE, REVERT_OUTBOUND or INFORM_STORE
 * @param deadline of the pick-up; null when none
 * @param version changes when anything in the row does
 */
public record StoreCall(
    String parcelId,
    String storeId,
    String orderId,
    PaymentTerm term,
    Amounts amounts,
    Words words,
    Optional<Verdict> verdict,
    Suggestion task,
    Instant deadline,
    String version) {

  /** The tasks that bring a parcel onto the list, the most pressing first. */
  private static final List<Suggestion> TASKS =
      List.of(Suggestion.REVERT_OUTBOUND, Suggestion.ASK_STORE, Suggestion.INFORM_STORE);

  private static final int VERSION_CHARACTERS = 12;

  /**
   * Minor units of {@code currency}; null where not known.
   *
   * @param notYetDue whether a payment may still come
   */
  public record Amounts(String currency, Long dueMinor, Long paidMinor, boolean notYetDue) {

    /** What is due, in major units; 0 where it is not known. */
    BigDecimal dueMajor() {
      return currency == null || dueMinor == null ? BigDecimal.ZERO : major(dueMinor);
    }

    /** What is open, in major units; 0 where it is not known. */
    BigDecimal unpaidMajor() {
      return currency == null || dueMinor == null
          ? BigDecimal.ZERO
          : major(Math.max(0, dueMinor - (paidMinor == null ? 0 : paidMinor)));
    }

    private BigDecimal major(long minor) {
      return BigDecimal.valueOf(minor, Currencies.decimals(currency));
    }
  }

  /** The same in sentences. */
  public record Words(String story, String saw, String says, String after, String ask) {}

  /** Absent when the parcel is not on the call list. */
  public static Optional<StoreCall> of(RunView view, ParcelRow parcel) {
    return task(parcel).map(task -> of(view, parcel, task));
  }

  private static StoreCall of(RunView view, ParcelRow parcel, Suggestion task) {
    Outbound subject = parcel.subject().orElse(null);
    Amounts amounts = amounts(parcel, subject);
    return new StoreCall(
        parcel.parcelId(),
        parcel.storeId() == null ? "" : parcel.storeId(),
        subject == null ? null : subject.orderId(),
        subject == null ? null : subject.payment(),
        amounts,
        new CallWords(view).of(parcel, task),
        parcel.verdict(),
        task,
        subject == null ? null : subject.pickupDeadline(),
        version(parcel, amounts, task));
  }

  private static Optional<Suggestion> task(ParcelRow parcel) {
    if (parcel.standing() != Standing.AFFECTED) {
      return Optional.empty();
    }
    List<Suggestion> all = parcel.datafixes().stream().map(Datafix::suggestion).toList();
    return TASKS.stream().filter(all::contains).findFirst();
  }

  /** Absent when the parcel is not on the call list. */
  static Optional<String> version(ParcelRow parcel) {
    return task(parcel)
        .map(task -> version(parcel, amounts(parcel, parcel.subject().orElse(null)), task));
  }

  private static String version(ParcelRow parcel, Amounts amounts, Suggestion task) {
    return Digest.of(
        VERSION_CHARACTERS,
        String.valueOf(amounts),
        String.valueOf(task),
        String.valueOf(parcel.verdict()),
        String.valueOf(parcel.evidence()));
  }

  private static Amounts amounts(ParcelRow parcel, Outbound subject) {
    Mismatch.Amounts paid =
        parcel.mismatches().stream()
            .map(row -> row.mismatch().amounts())
            .filter(each -> each.paidMinor() != null)
            .findFirst()
            .orElse(Mismatch.Amounts.NONE);
    return new Amounts(
        subject == null ? paid.currency() : subject.currency(),
        subject == null ? null : Long.valueOf(subject.dueMinor()),
        paid.paidMinor(),
        parcel.mismatches().stream().anyMatch(StoreCall::isNotYetDue));
  }

  private static boolean isNotYetDue(MismatchRow row) {
    MismatchKind kind = row.mismatch().kind();
    return row.mismatch().proof() == Proof.NOT_DUE
        && (kind == MismatchKind.UNCOLLECTED || kind == MismatchKind.SHORT_PAID);
  }

  /** Whether the store has to do something; else it is only told. */
  public boolean isAsked() {
    return task != Suggestion.INFORM_STORE;
  }

  /** Until the pick-up runs out, from the run's as-of; null without a deadline. */
  public Long daysLeft(RunView view) {
    return deadline == null ? null : ChronoUnit.DAYS.between(view.asOfDay(), view.day(deadline));
  }

  public boolean isPrepaid() {
    return term == PaymentTerm.PREPAID;
  }
}
