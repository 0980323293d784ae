/** Incidents and runs: launch, follow, look at, download. */
package parcelrecon.console.runs;
