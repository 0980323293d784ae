/**
 * A file of changes as SQL of the site's database. What it writes follows from the changes, the
 * site's settings and the language alone. Open {@link parcelrecon.report.datafix.script.Scripts}
 * first.
 */
package parcelrecon.report.datafix.script;
