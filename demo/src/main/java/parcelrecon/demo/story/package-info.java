/**
 * The day of 2022-04-13 as it happened: parcels, stores, and what each system wrote about them, all
 * from one seed. Knows no rule of the reconciler and no file format. Open {@link
 * parcelrecon.demo.story.Story} first.
 */
package parcelrecon.demo.story;
