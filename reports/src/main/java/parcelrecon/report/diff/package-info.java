/**
 * Shows two runs of one incident held against each other: as CSV, as JSON, and as a table for
 * people. Knows the diff the results make, no database. Open {@link
 * parcelrecon.report.diff.DiffTable} first.
 */
package parcelrecon.report.diff;
