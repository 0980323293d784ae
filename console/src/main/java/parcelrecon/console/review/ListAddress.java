package parcelrecon.console.review;

import parcelrecon.results.listing.ListingFilter;

/** Reads what the list's own address asks for: the page that has the list knows. */
public interface ListAddress {

  /**
   * @param query what stands behind {@code ?}, encoded; may be empty
   * @throws IllegalArgumentException when it asks for what cannot be filtered by
   */
  ListingFilter filter(long run, String query);
}
