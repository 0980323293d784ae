/**
 * What sources of a record a line have in common, whatever a line looks like. Knows files and rows;
 * may not know JSON or patterns. Open {@link parcelrecon.source.lines.LinesSource} first.
 */
package parcelrecon.source.lines;
