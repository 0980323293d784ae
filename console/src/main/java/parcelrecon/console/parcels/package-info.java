/**
 * The list of a run's mismatches, one of its parcels, and what is downloaded of the list. Open
 * {@link parcelrecon.console.parcels.ParcelsController} first.
 */
package parcelrecon.console.parcels;
