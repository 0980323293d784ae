package parcelrecon.console.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import parcelrecon.results.listing.ListedMismatch;

/**
 * What an act would be about, before it is done.
 *
 * @param toCollect in minor units by currency, as toRefund is; never netted
 * @param decidedBefore how many have which decision already; open ones are not in it
 * @param first some of them, in the list's order
 */
record ReviewPreview(
    int mismatches,
    long parcels,
    Map<String, Long> toCollect,
    Map<String, Long> toRefund,
    Map<String, Long> decidedBefore,
    List<ListedMismatch> first) {

  static final int FIRST_MAX = 20;

  static ReviewPreview of(Collection<ListedMismatch> rows) {
    Map<String, Long> toCollect = new TreeMap<>();
    Map<String, Long> toRefund = new TreeMap<>();
    for (ListedMismatch row : rows) {
      add(toCollect, row.stake().currency(), row.stake().toCollectMinor());
      add(toRefund, row.stake().currency(), row.stake().toRefundMinor());
    }
    return new ReviewPreview(
        rows.size(),
        rows.stream().map(ListedMismatch::parcelId).distinct().count(),
        toCollect,
        toRefund,
        rows.stream()
            .map(row -> row.review().decision())
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting())),
        rows.stream().limit(FIRST_MAX).toList());
  }

  private static void add(Map<String, Long> amounts, String currency, Long minor) {
    if (minor != null) {
      amounts.merge(currency, minor, Math::addExact);
    }
  }
}
