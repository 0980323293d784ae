/**
 * run.json: everything a run counted, for machines. Knows the keys of docs/reference.md and their
 * order. Open {@link parcelrecon.report.runjson.RunJson} first.
 */
package parcelrecon.report.runjson;
