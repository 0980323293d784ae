/**
 * run.json: everything a run counted, for machines. Knows the contract's keys and their order. Open
 * {@link parcelrecon.report.runjson.RunJson} first.
 */
package parcelrecon.report.runjson;
