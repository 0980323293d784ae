/**
 * Tells people of schedules and re-checks: what is told ({@link parcelrecon.tell.Tellings}, {@link
 * parcelrecon.tell.RecheckTellings}), in which words and form, and that it arrives ({@link
 * parcelrecon.tell.Teller}, open it first). Knows counts of runs, never a parcel, a store or a
 * person.
 */
package parcelrecon.tell;
