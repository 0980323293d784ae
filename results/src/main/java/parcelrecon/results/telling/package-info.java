/**
 * What people are to be told of schedules: written down in the transaction in which it becomes
 * true, sent later. Open {@link parcelrecon.results.telling.TellingStore} first.
 */
package parcelrecon.results.telling;
