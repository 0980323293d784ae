/**
 * The pack of a closed incident: all that shows how it ended, in one zip with the hashes of its
 * files. Reads the results database, and approved packages. Open {@link
 * parcelrecon.report.closing.ClosingPack} first.
 */
package parcelrecon.report.closing;
