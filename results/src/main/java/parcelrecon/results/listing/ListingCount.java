package parcelrecon.results.listing;

/** How many rows a filter leaves, as far as that is known without reading them all. */
public record ListingCount(long rows, Bound bound) {

  /** How the number is meant. */
  public enum Bound {
    EXACT,
    AT_MOST
  }
}
