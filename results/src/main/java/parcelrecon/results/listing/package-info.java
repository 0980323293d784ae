/**
 * The list of a run's mismatches as people page through it: a row each, kept when the run is
 * settled, quick to filter however long it is. Knows the tables of the list; judges nothing. Open
 * {@link parcelrecon.results.listing.Listing} first.
 */
package parcelrecon.results.listing;
