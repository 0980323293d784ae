/**
 * Decides, assigns and comments mismatches of a run's list, one or all that a filter finds, and
 * shows what was said of each and how old it is. Open {@link
 * parcelrecon.console.review.ReviewController} first.
 */
package parcelrecon.console.review;
