/**
 * What must be told of each parcel, in the story's own terms: a table written by hand, with the
 * circumstances of the day. Knows the stories only, never the reconciler's rules. Open {@link
 * parcelrecon.demo.truth.TruthTable} first.
 */
package parcelrecon.demo.truth;
