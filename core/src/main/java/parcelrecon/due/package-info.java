/**
 * How old a piece of work is, and until when it is due, in business days. Knows kinds and amounts;
 * reads nothing. Open {@link parcelrecon.due.Sla} first.
 */
package parcelrecon.due;
