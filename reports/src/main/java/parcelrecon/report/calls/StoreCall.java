package parcelrecon.report.calls;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Currencies;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.Verdict;

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

  public boolean isPrepaid() {
    return term == PaymentTerm.PREPAID;
  }
}
