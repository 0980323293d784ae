/**
 * That people close incidents and open them again, and how each mismatch ended. Open {@link
 * parcelrecon.results.closing.ClosingStore} first.
 */
package parcelrecon.results.closing;
