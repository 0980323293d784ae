/**
 * What every source is to the rest: it tells what it could show, plans its splits, reads a split,
 * and may look parcels up by key. Never writes to what it reads. Open {@link
 * parcelrecon.source.Source} first.
 */
package parcelrecon.source;
