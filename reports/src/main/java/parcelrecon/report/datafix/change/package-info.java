/**
 * What is to become of which row. Knows the site's table and why a row cannot be changed by a
 * statement; knows no SQL. Open {@link parcelrecon.report.datafix.change.Change} first.
 */
package parcelrecon.report.datafix.change;
