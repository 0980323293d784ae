/**
 * How output files come to be: staged under temporary names, counted, hashed, then renamed. Knows
 * files, CSV and JSON; knows nothing of what is in them. Open {@link
 * parcelrecon.report.file.Staging} first.
 */
package parcelrecon.report.file;
