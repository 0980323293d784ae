/**
 * Which runs may be removed, and their removal: what a run found goes, the run and whatever people
 * decided stay. Knows no file. Open {@link parcelrecon.results.retention.StayingRuns} first.
 */
package parcelrecon.results.retention;
