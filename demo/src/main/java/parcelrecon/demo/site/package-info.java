/**
 * Writes what a site has, as the site's systems would: database, settlement files, gateway's log,
 * topic, configuration. Knows the records of the story, nothing of the reconciler. Open {@link
 * parcelrecon.demo.site.SiteFolder} first.
 */
package parcelrecon.demo.site;
