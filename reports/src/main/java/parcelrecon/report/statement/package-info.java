/**
 * The impact statement that goes into the postmortem unchanged: what happened, to how many parcels,
 * what was claimed, what can be proven, and what to do next. Knows the results and the texts; every
 * number in it comes from there. Open {@link parcelrecon.report.statement.Statement} first.
 */
package parcelrecon.report.statement;
