/**
 * The datafix package: guarded SQL with its rollback, replay lines, tasks and a manifest. Writes
 * files for people to review; runs nothing, and never changes money. Open {@link
 * parcelrecon.report.datafix.DatafixPackage} first.
 */
package parcelrecon.report.datafix;
