/**
 * Opens a source by its settings: the one place that knows every kind. Open {@link
 * parcelrecon.source.open.Sources} first.
 */
package parcelrecon.source.open;
