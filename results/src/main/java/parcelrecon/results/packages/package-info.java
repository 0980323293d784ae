/**
 * Datafix packages of confirmed mismatches: what each stands on, who made it, and what a second
 * person decided. Keeps names and hashes, and knows no file. Open {@link
 * parcelrecon.results.packages.PackageStore} (what there is) or {@link
 * parcelrecon.results.packages.PackageDecisions} (what may become of it) first.
 */
package parcelrecon.results.packages;
