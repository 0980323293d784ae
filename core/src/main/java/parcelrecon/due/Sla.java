package parcelrecon.due;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Currencies;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

/**
 * Until when a mismatch has to be decided.
 *
 * @param promises the first that fits counts; a mismatch that none fits is never due
 */
public record Sla(List<Promise> promises) {

  /** Nothing is ever due. */
  public static final Sla NONE = new Sla(List.of());

  public static final int PROMISES_MAX = 100;
  public static final int BUSINESS_DAYS_MAX = 1_000;

  public Sla {
    promises = List.copyOf(promises);
  }

  /**
   * @param kind any where absent
   * @param of its class; any where absent
   * @param amountFrom in major units, inclusive: what is to be collected or refunded; absent where
   *     the amount does not matter, and a mismatch without one then fits, too
   * @param businessDays after the day on which it was first found
   */
  public record Promise(
      Optional<MismatchKind> kind,
      Optional<MismatchClass> of,
      Optional<BigDecimal> amountFrom,
      int businessDays) {

    private boolean fits(MismatchKind found, Money money) {
      return kind.map(found::equals).orElse(true)
          && of.map(found.mismatchClass()::equals).orElse(true)
          && amountFrom.map(money::isAtLeast).orElse(true);
    }
  }

  /**
   * What is to be collected or refunded.
   *
   * @param minor null, as its currency is, where the mismatch has no amount
   */
  public record Money(Long minor, String currency) {

    private boolean isAtLeast(BigDecimal major) {
      return minor != null
          && BigDecimal.valueOf(minor, Currencies.decimals(currency)).compareTo(major) >= 0;
    }
  }

  /** The last day on which it is in time; absent when it is never due. */
  public Optional<LocalDate> due(LocalDate firstFound, MismatchKind kind, Money money) {
    return promises.stream()
        .filter(promise -> promise.fits(kind, money))
        .findFirst()
        .map(promise -> BusinessDays.after(firstFound, promise.businessDays()));
  }
}
