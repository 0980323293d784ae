/**
 * What sites hold, in our words: the incident, its window, and the records of a parcel. Knows no
 * file format, database or topic, and judges nothing. Amounts are integers in minor units; times
 * are instants. Open {@link parcelrecon.model.ParcelEvidence} first.
 */
package parcelrecon.model;
