/**
 * What a run leaves in the results database, and how it is read back. Knows Jdbi and the database;
 * judges nothing and shows nothing. Open {@link parcelrecon.results.RunResults} (reading) or {@link
 * parcelrecon.results.RunStore} first.
 */
package parcelrecon.results;
