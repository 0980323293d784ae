/**
 * An incident from its first run to its closing: what is open day by day, for how long, and that
 * people close it. Open {@link parcelrecon.console.incident.IncidentController} first.
 */
package parcelrecon.console.incident;
