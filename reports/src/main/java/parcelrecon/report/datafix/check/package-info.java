/**
 * Reads a datafix package back: is it true to its manifest, are its scripts those that its changes
 * give? Reads files only, and follows no link. Open {@link
 * parcelrecon.report.datafix.check.CheckedPackage} first.
 */
package parcelrecon.report.datafix.check;
