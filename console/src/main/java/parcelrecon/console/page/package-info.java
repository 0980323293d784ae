/** What all pages have alike: frame, language, times, problems. */
package parcelrecon.console.page;
