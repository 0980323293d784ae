package parcelrecon.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import parcelrecon.model.Moment;
import parcelrecon.model.Payment;

/**
 * What was taken and given back for a parcel. The only place where amounts are summed, and never
 * across currencies.
 *
 * @param moved captures and refunds that succeeded
 * @param pending captures above 0 that may still succeed
 */
record Money(List<Payment> moved, List<Payment> pending) {

  /** A day comes before the instants of its first moment: it may have been any time in it. */
  private static final Comparator<Moment> EARLIEST =
      Comparator.comparing(Moment::start).thenComparing(Moment::end, Comparator.reverseOrder());

  static Money of(List<Payment> payments) {
    return new Money(
        payments.stream().filter(payment -> payment.isCapture() || payment.isRefund()).toList(),
        payments.stream().filter(Money::isPendingCapture).toList());
  }

  private static boolean isPendingCapture(Payment payment) {
    return payment.kind() == Payment.PaymentKind.CAPTURE
        && payment.state() == Payment.PaymentState.PENDING
        && payment.amountMinor() > 0;
  }

  /** In alphabetical order. */
  SortedSet<String> currencies() {
    SortedSet<String> currencies = new TreeSet<>();
    moved.forEach(payment -> currencies.add(payment.currency()));
    return currencies;
  }

  /** Captures less refunds. */
  long paidMinor(String currency) {
    return Math.subtractExact(
        sumMinor(currency, Payment::isCapture), sumMinor(currency, Payment::isRefund));
  }

  long capturedMinor(String currency) {
    return sumMinor(currency, Payment::isCapture);
  }

  private long sumMinor(String currency, Predicate<Payment> which) {
    long sumMinor = 0;
    for (Payment payment : moved) {
      if (payment.currency().equals(currency) && which.test(payment)) {
        sumMinor = Math.addExact(sumMinor, payment.amountMinor());
      }
    }
    return sumMinor;
  }

  /** Captures and refunds of one currency. */
  List<Payment> moved(String currency) {
    return moved.stream().filter(payment -> payment.currency().equals(currency)).toList();
  }

  List<Payment> pending(String currency) {
    return pending.stream().filter(payment -> payment.currency().equals(currency)).toList();
  }

  /** Captures above 0. */
  List<Payment> captures() {
    return moved.stream()
        .filter(Payment::isCapture)
        .filter(payment -> payment.amountMinor() > 0)
        .toList();
  }

  /** Captures above 0 of one currency. */
  List<Payment> captures(String currency) {
    return captures().stream().filter(payment -> payment.currency().equals(currency)).toList();
  }

  /** Of the captures above 0 with a time, the earliest; of several the one with the least ref. */
  Optional<Payment> earliestCapture(String currency) {
    return captures(currency).stream()
        .filter(payment -> payment.paidAt() != null)
        .min(Comparator.comparing(Payment::paidAt, EARLIEST));
  }
}
