/**
 * What all files have in common: which there are, how they are cut into splits at the starts of
 * records, and how a split's bytes come back, unzipped, as records with line numbers. Knows bytes
 * and lines; may not know columns or fields. Open {@link parcelrecon.source.file.SiteFiles} first.
 */
package parcelrecon.source.file;
