/**
 * Reads workbooks (.xlsx): sheets, heading, rows, and what a cell's text means by its type and
 * format. Knows POI, of which only the package and the number formats are used; may not know what
 * the columns mean. Open {@link parcelrecon.source.xlsx.XlsxSource} first.
 */
package parcelrecon.source.xlsx;
