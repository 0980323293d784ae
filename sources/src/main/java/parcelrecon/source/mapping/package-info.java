/**
 * Turns rows in a site's own columns into records: include and exclude, constants, values, joined
 * columns, amounts, times. Knows the configuration's mapping and the records; may not know where a
 * row was read from. Open {@link parcelrecon.source.mapping.RowMapping} first.
 */
package parcelrecon.source.mapping;
