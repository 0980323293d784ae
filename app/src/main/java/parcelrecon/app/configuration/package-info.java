/**
 * Reads the site's and the incident's YAML into what the modules are configured with, and tells all
 * problems at once with file and line. Knows every key; opens no source and no database. Open
 * {@link parcelrecon.app.configuration.SiteFile} first.
 */
package parcelrecon.app.configuration;
