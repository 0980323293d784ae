package parcelrecon.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import parcelrecon.model.Currencies;

/**
 * The difference of money, inclusive, that is none.
 *
 * @param forAll in major units, for every currency not named
 * @param perCurrency in major units by ISO 4217 code
 * @param isSet whether the site set it
 */
public record Tolerance(BigDecimal forAll, Map<String, BigDecimal> perCurrency, boolean isSet) {

  public static final Tolerance NONE = new Tolerance(BigDecimal.ZERO, Map.of(), false);

  public Tolerance {
    perCurrency = Map.copyOf(perCurrency);
  }

  /** In minor units, rounded down: amounts are whole, so a fraction never decides. */
  public long minor(String currency) {
    return perCurrency
        .getOrDefault(currency, forAll)
        .movePointRight(Currencies.decimals(currency))
        .setScale(0, RoundingMode.FLOOR)
        .longValueExact();
  }
}
