/**
 * What people decided about mismatches, over all runs of an incident, and how the lists of runs
 * come to show it. Knows who decided by name only; asks nobody whether he may. Open {@link
 * parcelrecon.results.review.ReviewStore} first.
 */
package parcelrecon.results.review;
