/** Packages of confirmed mismatches: make one, look at it, approve or refuse it, download it. */
package parcelrecon.console.packages;
