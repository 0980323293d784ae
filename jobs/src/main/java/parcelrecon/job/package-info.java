/**
 * Orders the work of a run: plan, extract, match, settle, publish, as a Spring Batch job that can
 * be stopped, killed and resumed. Reads through sources, keeps through results, shows through
 * reports. Open {@link parcelrecon.job.ReconcileJob} first.
 */
package parcelrecon.job;
