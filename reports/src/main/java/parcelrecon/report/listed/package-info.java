/**
 * "Is it on the list?": answers a list of parcels that stores reported from what a run kept. Knows
 * the run's results and the texts; never takes one id for another silently. Open {@link
 * parcelrecon.report.listed.Listing} first.
 */
package parcelrecon.report.listed;
