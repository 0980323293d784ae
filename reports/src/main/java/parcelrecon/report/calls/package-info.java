/**
 * The calls to stores: which parcels a store is asked or told about, in which words and order, and
 * who calls. The workbook's sheet and the console show the same list. Knows the results of a run
 * and texts; knows no sheet and no page, and keeps no answer. Open {@link
 * parcelrecon.report.calls.CallList} first.
 */
package parcelrecon.report.calls;
