package parcelrecon.model;

import java.util.Currency;

/** Currencies and their decimals as ISO 4217 has them. */
public final class Currencies {

  private Currencies() {}

  public static boolean isKnown(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }

  /**
   * The decimals of the major unit: 2 for TWD, 0 for JPY.
   *
   * @throws IllegalArgumentException when ISO 4217 does not know the code
   */
  public static int decimals(String code) {
    return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
  }
}
