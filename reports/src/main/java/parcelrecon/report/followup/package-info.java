/**
 * Holds what a later run finds of an incident against what was first found of it: figures of then
 * and now, what became of its parcels, and by which change. Knows the results of both, no file.
 * Open {@link parcelrecon.report.followup.FollowUp} first.
 */
package parcelrecon.report.followup;
