package parcelrecon.results;

/**
 * A parcel whose money may have been taken on one receipt together with others'.
 *
 * @param checkoutId of its pick-up
 * @param currency of its pick-up
 * @param differenceMinor paid − due
 */
public record ReceiptCandidate(
    String checkoutId, String currency, int partition, String parcelId, long differenceMinor) {}
