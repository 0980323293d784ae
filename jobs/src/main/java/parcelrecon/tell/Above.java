package parcelrecon.tell;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import parcelrecon.results.telling.Message.Found;
import parcelrecon.rule.MismatchKind;

/**
 * What a run may find without anybody being told: it is told as soon as one of them is exceeded.
 *
 * @param parcels affected ones
 * @param moneyMinor by currency: to be collected and to be refunded, added and never netted
 * @param kinds mismatches by kind, without those whose payment may still come
 */
public record Above(
    OptionalLong parcels, Map<String, Long> moneyMinor, Map<MismatchKind, Long> kinds) {

  /** Any affected parcel is told. */
  public static final Above NOTHING = new Above(OptionalLong.of(0), Map.of(), Map.of());

  public Above {
    moneyMinor = Map.copyOf(moneyMinor);
    kinds = Map.copyOf(kinds);
  }

  boolean isExceeded(Found found) {
    Map<String, Long> stake = new TreeMap<>(found.toCollectMinor());
    found
        .toRefundMinor()
        .forEach((currency, minor) -> stake.merge(currency, minor, Math::addExact));
    return (parcels.isPresent() && found.affected() > parcels.getAsLong())
        || isAnyMore(stake, moneyMinor)
        || isAnyMore(found.kinds(), kinds);
  }

  private static <K> boolean isAnyMore(Map<K, Long> found, Map<K, Long> max) {
    return max.entrySet().stream()
        .anyMatch(each -> found.getOrDefault(each.getKey(), 0L) > each.getValue());
  }
}
