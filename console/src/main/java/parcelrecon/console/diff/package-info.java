/**
 * Two runs of one incident held against each other. Open {@link
 * parcelrecon.console.diff.DiffController} first.
 */
package parcelrecon.console.diff;
