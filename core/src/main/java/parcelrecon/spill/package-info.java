/**
 * Spill files: the records of one split, in blocks by partition of the parcel id, so that a match
 * needs memory for one partition only. Knows the model and bytes. Open {@link
 * parcelrecon.spill.PartitionWriter} first.
 */
package parcelrecon.spill;
