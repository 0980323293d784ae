/**
 * The web pages of a site: wires the packages below it, and is used by none of them. Open {@link
 * parcelrecon.console.ConsoleServer} first.
 */
package parcelrecon.console;
