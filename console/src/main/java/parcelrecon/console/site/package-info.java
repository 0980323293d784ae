/** The site whose console this is: what its configuration says. */
package parcelrecon.console.site;
