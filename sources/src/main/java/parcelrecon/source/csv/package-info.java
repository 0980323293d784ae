/**
 * Reads CSV files: headings, columns, quotes. Knows FastCSV; may not know what the columns mean.
 * Open {@link parcelrecon.source.csv.CsvSource} first.
 */
package parcelrecon.source.csv;
