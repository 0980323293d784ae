/**
 * What is open of an incident, day by day. Knows what its runs counted; reads nothing. Open {@link
 * parcelrecon.report.burndown.BurnDown} first.
 */
package parcelrecon.report.burndown;
