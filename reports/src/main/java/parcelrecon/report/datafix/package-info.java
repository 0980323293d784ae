/**
 * The datafix package: guarded SQL with its rollback, replay lines, tasks and a manifest. Writes
 * files for people to review; runs nothing. Open {@link parcelrecon.report.datafix.DatafixSettings}
 * first.
 */
package parcelrecon.report.datafix;
