/**
 * The CSV files of a run, for machines: mismatches.csv and rejects.csv. Knows their columns; words
 * of any language are not in them. Open {@link parcelrecon.report.table.MismatchesCsv} first.
 */
package parcelrecon.report.table;
