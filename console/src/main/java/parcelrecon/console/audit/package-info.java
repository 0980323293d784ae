/** Who did what when, and whether it still stands as it was written. */
package parcelrecon.console.audit;
