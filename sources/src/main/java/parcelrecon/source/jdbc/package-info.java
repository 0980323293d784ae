/**
 * Reads a site's database: its own SQL, read-only, in one snapshot, streaming. Knows Jdbi and what
 * drivers do differently; may not know what rows mean. Open {@link
 * parcelrecon.source.jdbc.JdbcSource} first.
 */
package parcelrecon.source.jdbc;
