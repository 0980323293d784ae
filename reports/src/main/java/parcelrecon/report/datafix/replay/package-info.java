/**
 * Lost events and untold reversals as records of the site's own topic, a line each, and how people
 * send them. Knows topic, key, headers and value; sends nothing. Open {@link
 * parcelrecon.report.datafix.replay.ReplayFiles} first.
 */
package parcelrecon.report.datafix.replay;
