/**
 * Reads access logs of proxies: lines of a known pattern or of the site's own. Knows patterns; may
 * not know what their columns mean. Open {@link parcelrecon.source.accesslog.AccessLogSource}
 * first.
 */
package parcelrecon.source.accesslog;
