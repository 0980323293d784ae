/**
 * Holds what a run found against what its control found: how much of it is everyday noise. Knows
 * the results of both, no file and no language. Open {@link
 * parcelrecon.report.comparison.Comparison} first.
 */
package parcelrecon.report.comparison;
