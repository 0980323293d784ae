/**
 * The incident of 2022-04-13 end to end: sets the site up, uses the product as a site would, and
 * compares what it found with the truth. Open {@link parcelrecon.demo.DemoMain} first.
 */
package parcelrecon.demo;
