/**
 * What became of a parcel that was affected when an incident was first looked at (docs/rules.md 7),
 * and of a mismatch from any run to another (8). Knows what two runs say of one parcel; reads
 * nothing. Open {@link parcelrecon.outcome.Outcome} first, then {@link parcelrecon.outcome.Change}.
 */
package parcelrecon.outcome;
