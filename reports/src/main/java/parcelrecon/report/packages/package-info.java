/**
 * Packages of confirmed mismatches as files: written, approved by a second person, and handed out,
 * each time checked against the hash they are known by. Who may do what is kept by {@link
 * parcelrecon.results.packages}. Open {@link parcelrecon.report.packages.PackageDesk} first.
 */
package parcelrecon.report.packages;
