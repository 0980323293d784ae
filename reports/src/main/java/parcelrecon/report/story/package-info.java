/**
 * What happened to a parcel, in sentences that its records bear out. Knows the results of a run and
 * texts; knows no file, no sheet and no page. Open {@link parcelrecon.report.story.RunView} first,
 * then {@link parcelrecon.report.story.Story}.
 */
package parcelrecon.report.story;
