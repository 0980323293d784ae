/**
 * What a run shows to people and machines, made from the results database only, so that it can be
 * made again, byte for byte. Open {@link parcelrecon.report.RunOutputs} first.
 */
package parcelrecon.report;
