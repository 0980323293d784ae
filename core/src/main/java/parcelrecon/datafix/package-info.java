/**
 * Decides what would put a judged parcel right. Suggests only: writes no SQL, changes nothing. Open
 * {@link parcelrecon.datafix.DatafixPlanner} first.
 */
package parcelrecon.datafix;
